"""The name by which a system knows the program, beside the one that people read.

Such names are those of internet domains, turned around. Nobody who works on this program owns one
on its behalf, and the name of somebody else's would be a claim; so it stands under `alt`, which
RFC 9476 sets aside for names that are never in the domain system, and so are nobody's there.
"""

from __future__ import annotations

APP_ID = "alt.hinge_tutor.HingeTutor"
