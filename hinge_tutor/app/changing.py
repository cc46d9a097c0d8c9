"""Other figures in place of those on the stage, from one frame to the next."""

from __future__ import annotations

from hinge_tutor.app.session import Session
from hinge_tutor.lessons.dial import dial_of
from hinge_tutor.lessons.lesson import StagePlan


def standing_plan(session: Session) -> StagePlan:
    """What stands on the stage, the dials where they are now."""
    if session.repair is not None:
        return session.repair.turned(session.plan)
    return session.plan if session.dial is None else session.dial.turn(session.plan)


def change_figures(session: Session, plan: StagePlan, passing: bool = False) -> None:
    """The figures of a plan; the moment stays, how they are shown, and the status line, too.

    A line that comes and goes would move the figures under the hand that changes them. Figures on
    the way to others, `passing`, are shown on the stage only. Where nobody of a plan can stand,
    everything stays, and that is said.
    """
    figures = session.solve(plan)
    if not figures:
        session.say(session.words.pose("no_pose"))
        return
    session.plan, session.dial = plan, dial_of(plan)
    session.pass_by(figures)
    if not passing:
        session.step_changed.emit()
        session.hold(False)
