"""Stills, clips and the tour: pictures that leave the program as files."""
