"""How well what a rule or a lesson says is known, from what must be to what coaches agree on."""

from __future__ import annotations

STRENGTHS = ("physics", "model", "measured", "mixed", "coaching")
