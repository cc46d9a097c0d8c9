"""How much of a lesson is read: more is a mistake, or meant to make the program stand still.

Each number is several times what a lesson that teaches has (hinge_tutor/check/teaching.py says how
much that is), and small enough that the worst text is read within a second.
"""

from __future__ import annotations

# Characters. The longest lesson that we ship has about 20,000.
LONGEST_LESSON = 100_000
# Of the texts under one heading, of the lines of one block, and of the front matter.
LONGEST_TEXT, LONGEST_BLOCK, LONGEST_FRONT = 3_000, 12_000, 40_000
# Headings, blocks and paragraphs of a lesson.
MOST_PIECES = 3_000
MOST_STEPS = 20
# Of one step.
MOST_BUILDS = 15
# Different figures in a lesson, each of which has to be solved; the worst takes a second.
MOST_FIGURES = 60
# References, and cards of the recall deck, of one lesson.
MOST_ROWS = 40
# Nobody reads more at once; that there are more is said.
MOST_PROBLEMS = 200
