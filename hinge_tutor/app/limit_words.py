"""What a figure could not do as asked, in words: a pose out of reach, a load too heavy."""

from __future__ import annotations

from collections.abc import Sequence

from hinge_tutor.app.trouble import REFUSALS, sentence
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.words import Words


def why_not(repetitions: Sequence[Repetition], problem: Exception | None, words: Words) -> str:
    """Why somebody on the stage could not do what was asked, or is not there at all."""
    if problem is not None:
        return sentence(problem)
    return " ".join(limits_in_words(each, words) for each in repetitions).strip()


def limits_in_words(repetition: Repetition, words: Words) -> str:
    """Every limit that a repetition met; empty when there is none.

    Without a load a movement is not weighed: efforts are worked out when they are looked at.
    """
    reason = repetition.take.reason
    said = [words.reason(reason)] if reason is not None else []
    if repetition.take.load.mass_kg > 0.0:
        try:
            lacking = repetition.efforts.lacking_Nm
        except REFUSALS:
            # A file of muscles that cannot be read is said where muscles are shown.
            return " ".join(said)
        joint = max(lacking, key=lambda name: lacking[name], default="")
        said += [words.too_heavy(joint, lacking[joint])] if joint else []
    return " ".join(said)
