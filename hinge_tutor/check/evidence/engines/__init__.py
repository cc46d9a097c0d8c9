"""The same body and forces in other people's engines, each loaded only when it is asked for."""
