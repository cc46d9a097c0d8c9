"""The values that the program offers to each sentence of words.toml."""

from __future__ import annotations

from collections.abc import Mapping

from hinge_tutor.check.refusals import RECORDING_REFUSALS
from hinge_tutor.motion.needs import PULLS

# What each kind of reason brings with it (motion: reasons, repetition, still, posing).
REASONS: Mapping[str, tuple[str, ...]] = {
    "limit_ended": ("limit", "limit_deg", "other", "other_deg", "other_limit_deg"),
    "limit_short": ("limit", "limit_deg", "needed_deg"),
    "limit_ended_alone": ("limit", "limit_deg"),
    "out_of_reach": (),
    "tempo_throws_over": ("asked_s", "shortest_s"),
    "no_balance": ("missed_mm",),
    "beyond_limits": ("limits", "limit", "value_deg", "limit_deg"),
    "pose_changed": ("limit", "asked_deg", "value_deg"),
    "stance_too_long": ("asked_cm", "reached_cm"),
    "wall_too_far": ("asked_cm", "reached_cm"),
    "stance_impossible": (),
    "tips_over": ("off_cm",),
    "rise_too_high": ("asked_cm", "reached_cm"),
    "push_unsteady": (),
    "swing_goes_over": (),
    "swing_too_slow": (),
    "swing_unsteady": (),
}
FINDING = ("value", "limit")
POSE: Mapping[str, tuple[str, ...]] = {
    "moment": ("movement", "phase", "percent"),
    "moment_held": ("movement", "phase"),
    "held": ("figure",),
    "held_badge": (),
    "angle": ("joint", "degrees"),
    "sided": ("name", "side"),
    "drag": ("handle",),
    "kept": (),
    "unjudged": (),
    "in_the_air": (),
    "no_pose": (),
    "lean": ("degrees",),
    "upright": (),
    "hips_behind": ("distance",),
    "hips_over": (),
    "knees_bent": ("degrees",),
    "knees_straight": (),
    "shins_upright": (),
    "shins_forward": ("degrees",),
    "shins_back": ("degrees",),
    "back_still": (),
    "back_rounded": ("degrees",),
    "back_arched": ("degrees",),
    "back_angle": ("degrees",),
    "weight_heel": (),
    "weight_middle": (),
    "weight_front": (),
    "muscles_work": ("muscles", "mode"),
    "muscles_rest": (),
    "list_comma": (),
    "list_and": (),
    "list_and_before_i": (),
}
DIFFERENCE: Mapping[str, tuple[str, ...]] = {
    "only": ("what",),
    "several": ("what",),
    "between": (),
    "none": (),
    "seen": ("what",),
    "seen_in": ("what", "phase"),
    "unseen": (),
    "title": ("figure", "mark"),
}
SIGHT = ("first", "second", "by")
DIAL: Mapping[str, tuple[str, ...]] = {
    "title": ("figure", "fault", "percent"),
    "turned": ("fault", "percent", "what"),
    "repair": ("cue", "drill"),
    "repair_here": ("cue", "props"),
    "listed": ("fault", "what", "measures", "drill", "movements"),
}
REPAIR: Mapping[str, tuple[str, ...]] = {
    "left": (),
    "item": ("number", "what"),
    "done": (),
    "shown": (),
    "badge": (),
    "depth": (),
    "depth_dial": (),
}
PRACTICE: Mapping[str, tuple[str, ...]] = {
    "left": ("seconds",),
    "count": ("number", "count"),
    "ended": (),
    "over": ("count",),
    "choose": ("count",),
}
_SCORE = ("number", "rounds", "figures", "faults")
CLINIC: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("name", "offer", "making", "which"), ()),
    "round": _SCORE,
    "score": _SCORE,
    "is": ("letter",),
    "what": ("letter",),
    "other": ("name", "other", "sight"),
    "cue": ("cue",),
    "ended": (),
    "told": _SCORE,
    "none": _SCORE,
}
HIDDEN: Mapping[str, tuple[str, ...]] = {
    "first": (),
    "second": (),
    "third": (),
    "figure": ("letter",),
    "known": ("letter", "figure"),
}
SYNC: Mapping[str, tuple[str, ...]] = {"lengths": ("times",)}
SIGNED: Mapping[str, tuple[str, ...]] = {
    "heading": ("first", "second"),
    "more": ("second",),
    "less": ("second",),
    "value": ("muscle", "by"),
}
NEEDS: Mapping[str, tuple[str, ...]] = {
    "between": (),
    "mass": ("kg",),
    "share": ("percent",),
    "shown": ("props",),
    **dict.fromkeys(PULLS, ()),
}
LEVERS: Mapping[str, tuple[str, ...]] = {
    "sentence": ("levers",),
    "none": (),
    "piece": ("cm", "joint", "way"),
    "source": ("source",),
}
TECHNIQUE: Mapping[str, tuple[str, ...]] = {
    "name": (),
    "part": ("figure", "percent"),
    "between": ("one", "other"),
    "blend": ("parts",),
    "estimate": (),
    "sheet": ("body", "load"),
    "unseen": (),
    "lead": (),
    "otherwise": (),
    "nobody": (),
    "here": ("blend",),
    "told": ("blend", "name", "value", "unit"),
    "hindered": ("blend", "why"),
    "mark": ("figure", "why"),
}
# The recall deck.
DECK: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("name", "left_one", "done", "none", "done_one", "waiting_one"), ()),
    **dict.fromkeys(("first", "tomorrow", "in_a_week", "hint", "once_more"), ()),
    **dict.fromkeys(("left", "done_all", "waiting"), ("count",)),
    "source": ("lesson",),
    "knew": ("days",),
    "on_day": ("day",),
}
# The folder that a teacher gets of a lesson.
BUNDLE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("notes", "objectives", "questions", "answers", "name", "mark", "clips", "sources"), ()
    ),
    "minutes": ("minutes",),
    "step": ("number", "title"),
    "belief": ("belief",),
}
# The page that somebody takes home.
HANDOUT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("cue", "do", "instead", "beside", "notes", "much_head", "drill_head", "teaching"), ()
    ),
    "seconds": ("seconds",),
    "whole": ("seconds",),
    "tempo": ("tempo",),
    "drill": ("drill", "what", "much"),
    "for": ("name",),
    "date": ("day", "month", "year"),
    "source": ("body",),
}
# A repetition told in a page of text.
SUMMARY: Mapping[str, tuple[str, ...]] = {
    "who": ("movement", "body", "sex", "height_m", "mass", "load"),
    "as_asked": (),
    "nearest": ("reason",),
    "times": ("seconds", "deepest_s"),
    **dict.fromkeys(
        (
            *("measures", "effort", "deepest", "how", "highest", "level"),
            *("moment", "in_all", "tissue", "findings"),
        ),
        (),
    ),
}
_READ = ("format", "seconds", "rate", "count")
# A motion that somebody recorded.
RECORDING: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("name", "recorded", "target", "degrees", "radians", "right", "left"), ()),
    **dict.fromkeys(("hips", "one_side", "between", "whole", "skipped_one"), ()),
    **dict.fromkeys(("pelvis_and_back", "ribs", "neck", "arms", "order", "weight"), ()),
    "read": (*_READ, "set"),
    "read_angles": (*_READ, "unit"),
    "ignored": ("names",),
    "ignored_more": ("names", "count"),
    "view": ("units", "up", "forward"),
    "view_flat": ("units", "up", "facing"),
    "smoothed": ("hertz",),
    "body": ("height_m", "mass", "thigh_cm", "shank_cm", "trunk_cm"),
    "off": ("off_mm",),
    "card": ("who",),
    "card_body": ("who",),
    "angles_body": ("height_m", "mass"),
    "untold": ("parts",),
    "filled": ("seconds",),
    "skipped": ("count",),
    "repetition": ("number", "count", "from_s", "to_s"),
    "chosen": ("movement",),
    "nearest": ("movement",),
    "unknown": ("load",),
}
# How many people have less of an entry of a body.
AMONG = ("of", "people")
_AMOUNT = ("newtons", "times")
_TURNS = ("newtons", "cm", "moment_Nm")
FORCES: Mapping[str, tuple[str, ...]] = {
    "weight": _AMOUNT,
    "support": _AMOUNT,
    "load": _AMOUNT,
    "pull": _AMOUNT,
    **dict.fromkeys(("hip", "spine", "knee", "ankle"), _TURNS),
    "arm": _TURNS,
    "moment": _TURNS,
}
LEGEND: Mapping[str, tuple[str, ...]] = {
    "force": ("newtons",),
    **dict.fromkeys(("arm", "bracing", "left", "kept", "mass", "pressure", "base"), ()),
}
_ASIDE = dict.fromkeys(
    ("forward", "backward", "up", "down", "above", "below", "ahead", "behind"), ("cm",)
)
PHOTO: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("name", "welcome", "about", "private", "drop", "how", "all_placed"), ()),
    **dict.fromkeys(("match_hands", "match_trunk", "same", "rules_kept", "unsure"), ()),
    **dict.fromkeys(("inferred", "forgotten", "once_more"), ()),
    "place": ("mark",),
    "placed": ("count",),
    **dict.fromkeys(("at", "waiting"), ("mark", "across", "down")),
    **dict.fromkeys(("fits", "over_foot", "ahead", "behind"), ("cm",)),
    "fits_badly": ("cm", "mark"),
    "held": ("limit",),
    "foot": ("degrees",),
    **dict.fromkeys(("match_short_hands", "match_short_trunk"), ("by",)),
    **dict.fromkeys(("differs", "rules"), ("what",)),
    "angle": ("name", "degrees", "spread"),
    "proportions": ("femur", "torso", "tibia"),
}
GUESS: Mapping[str, tuple[str, ...]] = {
    "how": ("handle",),
    **dict.fromkeys(("keep", "across", "height", "nowhere", "mine", "off_nowhere"), ()),
    **_ASIDE,
    "far": ("cm",),
    "off_one": ("cm", "one"),
    "off_both": ("cm", "one", "other"),
    "angle": ("angle", "guess", "truth", "by"),
}
# By the table in which they stand.
SENTENCES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "reasons": REASONS,
    "pose": POSE,
    "difference": DIFFERENCE,
    "props_away": dict.fromkeys(("wall", "door", "box"), ("cm",)),
    "dial": DIAL,
    "hidden": HIDDEN,
    "repair": REPAIR,
    "practice": PRACTICE,
    "clinic": CLINIC,
    "sync": SYNC,
    "signed": SIGNED,
    "needs": NEEDS,
    "levers": LEVERS,
    "technique": TECHNIQUE,
    "deck": DECK,
    "bundle": BUNDLE,
    "handout": HANDOUT,
    "much": {"usual": ()},
    "months": dict.fromkeys(map(str, range(1, 13)), ()),
    "forces": FORCES,
    "legend": LEGEND,
    "photo": PHOTO,
    "summary": SUMMARY,
    "recording": RECORDING,
    "recording_refusals": RECORDING_REFUSALS,
    "question": {"thought": ("misconception",)},
    "guess": GUESS,
}
