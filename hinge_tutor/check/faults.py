"""Every fault shows by the rules that it claims, and by no others but its consequences.

It is done by the default body at its full share, on every movement that it is of; there it breaks
those of its rules that judge the movement, of which there has to be one. At no share the
movement is the very same, whose own proof is in `motion.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from hinge_tutor.body.skeleton import body
from hinge_tutor.check.motion import DEFAULT, kept
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.coaching.rules import Rule, shipped
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorError, did_you_mean
from hinge_tutor.motion.fault_rows import Fault, read_faults
from hinge_tutor.motion.faults import applied
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve


def problems(path: Path, words: Words) -> Iterator[AuthorError]:
    """Everything that the faults of a file claim and do not show; raises AuthorErrors."""
    found = read_faults(path)
    rules = shipped_rules()
    for fault in found.values():
        unknown = list(_unknown(fault, rules, str(path)))
        yield from unknown
        if not unknown:
            yield from _shown(fault, rules, str(path), words)


def at_full_share(fault: Fault, movement: str, specification: str = DEFAULT) -> Repetition:
    """A movement with all of a fault."""
    wrong = applied(load_movement(movement), fault, 1.0)
    return Repetition(solve(wrong, body(specification)))


def broken(repetition: Repetition) -> Set[str]:
    """The form rules that a repetition breaks."""
    return {finding.rule for finding in repetition.findings}


def claimed(fault: Fault, movement: str, rules: Mapping[str, Rule]) -> Set[str]:
    """The rules that a fault claims to break on a movement: those of its own that judge it."""
    return {name for name in fault.rules if name in rules and movement in rules[name].movements}


def shipped_rules() -> Mapping[str, Rule]:
    """The form rules that come with the program, by their ids."""
    return {rule.id: rule for rule in shipped().rules}


def _unknown(fault: Fault, rules: Mapping[str, Rule], file: str) -> Iterator[AuthorError]:
    """Rules that do not exist, or have nothing to say of the movements that the fault is of."""
    for name in fault.rules:
        if name not in rules:
            yield AuthorError(file, fault.line, _no_rule(fault, name, rules))
        elif not set(rules[name].movements) & set(fault.on):
            problem = f"{fault.id} claims {name}, which judges none of its movements; delete it"
            yield AuthorError(file, fault.line, problem)
    for movement in fault.on:
        known = [rules[name] for name in fault.rules if name in rules]
        if known and not claimed(fault, movement, rules):
            problem = f"no rule that {fault.id} claims judges {movement}; "
            problem += "take the movement off, or widen a rule"
            yield AuthorError(file, fault.line, problem)
    for consequence in fault.consequences:
        if consequence.rule not in rules:
            yield AuthorError(file, fault.line, _no_rule(fault, consequence.rule, rules))
        elif consequence.rule in fault.rules:
            problem = f"{consequence.rule} is a rule and a consequence of {fault.id}; keep one"
            yield AuthorError(file, fault.line, problem)


def _no_rule(fault: Fault, name: str, rules: Mapping[str, Rule]) -> str:
    near = did_you_mean(name, rules)
    return f'{fault.id}: there is no rule "{name}"; there are: {", ".join(rules)}{near}'


def _shown(
    fault: Fault, rules: Mapping[str, Rule], file: str, words: Words
) -> Iterator[AuthorError]:
    listed = {consequence.rule for consequence in fault.consequences}
    appeared: set[str] = set()
    for movement in fault.on:
        done = at_full_share(fault, movement)
        seen = broken(done)
        appeared |= seen
        said = list(kept(done.take))
        if done.take.status != "ok" and done.take.reason:
            said.append(f"not possible: {words.reason(done.take.reason)}")
        own = claimed(fault, movement, rules)
        said += [f"does not break {name}, which it claims" for name in sorted(own - seen)]
        said += [
            f"breaks {name}, too; list it as a consequence with its reason, or change less"
            for name in sorted(seen - listed - own)
        ]
        for problem in said:
            yield AuthorError(file, fault.line, f"{fault.id} on {movement}: {problem}")
    for name in sorted(listed - appeared):
        problem = f"{fault.id}: its consequence {name} appears in none of its movements; delete it"
        yield AuthorError(file, fault.line, problem)
