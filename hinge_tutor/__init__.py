"""A desktop tutor that teaches the hip hinge by letting people see, predict, compare and try it."""

__version__ = "0.1.0"
