"""The technique maps of a body with a load on one sheet: `render technique@tall*20`."""

from __future__ import annotations

from hinge_tutor.body.skeleton import body
from hinge_tutor.cli.command import UsageError
from hinge_tutor.coaching.technique import CORNERS, QUANTITIES, technique_map
from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.lessons.scene_text import name_of, parse_scene
from hinge_tutor.lessons.technique_words import marks_in_words
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.take import Load
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.technique_legend import levels
from hinge_tutor.stage.technique_sheet import technique_sheet

MAPS = "technique"


def maps_of(scene: str) -> Cast | None:
    """Whose maps a scene such as `technique@tall*20` asks for; None where it asks for none.

    Raises UsageError for what no map has, and what `parse_scene` does.
    """
    asked = scene.strip()
    rest = asked.removeprefix(MAPS).lstrip()
    if not asked.startswith(MAPS) or (rest and rest[0] not in "@*"):
        return None
    one, *more = parse_scene(CORNERS[0] + rest).movements
    plain = Cast(name_of(CORNERS[0], 0), CORNERS[0], one.body, one.load_kg, one.load_at)
    if more or one != plain:
        raise UsageError(
            f'"{asked}": the technique map is that of one body with one load, such as '
            f"{MAPS}@tall*20:back."
        )
    return one


def maps(cast: Cast, size_px: tuple[int, int], said: Words) -> Picture:
    """The maps of everything that changes between hinge, squat and bend."""
    load = Load(cast.load_kg or 0.0, cast.load_at).placed()
    *_, found = technique_map(body(cast.body), load)
    assert found is not None
    # Two bands and more: what is the same everywhere needs no map.
    changing = [id_ for id_ in QUANTITIES if len(levels(found, id_)) > 2]
    title = said.technique("sheet", {"body": cast.body, "load": said.load(load.mass_kg, load.at)})
    marks = marks_in_words(found, said)
    return technique_sheet(found, changing, f"{title} {marks}".strip(), said, size_px)
