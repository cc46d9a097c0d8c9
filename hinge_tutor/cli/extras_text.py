"""What `analyze` finds out only when asked, as text: the heaviest load, the uncertainty."""

from __future__ import annotations

from hinge_tutor.coaching import rules
from hinge_tutor.coaching.heaviest import Heaviest, Obstacle
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.coaching.uncertainty import Uncertainty
from hinge_tutor.lessons.claim_words import in_words
from hinge_tutor.lessons.conditions import figures_in, parse
from hinge_tutor.lessons.doubt import Weighed, weigh
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.terms import unsided
from hinge_tutor.lessons.words import Words


def limit(movement: str, found: Heaviest, said: Words) -> str:
    """The heaviest load that can be done, as one sentence."""
    if found.load_kg is None:
        return said.not_even(_obstacle(movement, found.obstacle, said))
    load = said.load(found.load_kg, found.at)
    if found.obstacle is None:
        return said.beyond(load)
    return said.limit(load, _obstacle(movement, found.obstacle, said))


def _obstacle(movement: str, obstacle: Obstacle | None, said: Words) -> str:
    if obstacle is None:
        return ""
    if obstacle.reason is not None:
        return said.reason(obstacle.reason).removesuffix(".")
    phase = said.phase(movement, obstacle.phase)
    return said.runs_out(obstacle.joint, phase, obstacle.groups)


def claims_about(repetition: Repetition, specification: str) -> tuple[Weighed, ...]:
    """The shipped claims that speak of a movement, on this body with this load, at own tempos."""
    movement, load = repetition.take.movement.id, repetition.take.load
    found: list[Weighed] = []
    for claim in rules.shipped().claims:
        names = figures_in(parse(claim.condition))
        if movement in names:
            cast = (Cast(name, name, specification, load.mass_kg, load.at) for name in names)
            *_, last = weigh((claim.condition,), StagePlan(tuple(cast)))
            found += last or ()
    return tuple(found)


def open_numbers(
    repetition: Repetition, found: Uncertainty, claims: tuple[Weighed, ...], words: Words
) -> list[str]:
    """The band of every group's effort at the deepest moment, and the claims with their verdict."""
    deepest = repetition.take.index_at(repetition.take.turn_s)
    low, high = 100 * found.effort.low[deepest], 100 * found.effort.high[deepest]
    now = 100 * repetition.efforts.effort[deepest]
    lines = [words.bands(found.count)]
    told: set[str] = set()
    for column, group in enumerate(repetition.efforts.groups):
        plain = unsided(group)
        if plain not in told:
            told.add(plain)
            band = f"{low[column]:.0f} … {high[column]:.0f}"
            lines.append(f"  {words.muscle(plain):<34}{now[column]:>9.0f}{band:>14}")
    press = found.l5s1_compression_N
    lines.append(f"  {words.compression_band(press.low[deepest], press.high[deepest])}")
    verdicts = (words.verdict(claim.holds, claim.disputed) for claim in claims)
    said = zip(claims, verdicts, strict=True)
    if claims:
        lines.append(words.claims())
    return [*lines, *(f"  {in_words(each.condition, words)}: {end}" for each, end in said)]
