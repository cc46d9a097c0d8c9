"""How a body moves: movement files, key poses, balance, and the take that is played."""
