"""How long a frame takes: building the picture, painting it, and both while a slider moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPicture

from hinge_tutor.app.program import application
from hinge_tutor.cli.bench.row import Row, in_turn, milliseconds, steady_ms
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.course import load_lesson
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.passing import Passing
from hinge_tutor.lessons.words import words
from hinge_tutor.paint import Palette, load_palette, paint
from hinge_tutor.stage.options import LAYERS, Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import picture

# Width, height, and what a whole frame may take with the lesson's layers and with every layer.
SIZES = (
    ("1280×720", 1280, 720, 6.0, None),
    ("1920×1080", 1920, 1080, 8.0, 12.0),
    ("3840×2160", 3840, 2160, 16.0, 24.0),
)
BUILD_MS = 3.0
OVER_REPLAY = 1.3
SLIDER_PER_SECOND = 30.0
FULL_HD = (1920, 1080)
MOVEMENTS = ("hip-hinge", "squat", "forward-bend")
# Moments over one repetition; each is a frame.
FRAMES = 41
# Positions of a slider, each of which solves three movements anew.
POSITIONS = 12

# A lesson that compares three figures; the first of the course shows one.
THREE_FIGURES = "what-is-a-hinge"


def rows() -> Iterator[Row]:
    """Every promise about frames. Needs no window, only Qt's painter."""
    app = application()
    palette = load_palette("light")
    plan = fullest_stage()
    repetitions = tuple(figures(plan).values())
    lesson, every = Options(layers=frozenset(plan.layers)), Options(layers=frozenset(LAYERS))
    for name, width, height, most, most_with_all in SIZES:
        sheet = Plan(width, height, words())
        taken = _frame_ms(repetitions, sheet, lesson, palette)
        yield Row(f"whole frame, lesson layers, {name}", most, taken, "ms")
        if most_with_all is not None:
            taken = _frame_ms(repetitions, sheet, every, palette)
            yield Row(f"whole frame, every layer, {name}", most_with_all, taken, "ms")
    sheet = Plan(*FULL_HD, words())
    yield Row(
        "building the picture",
        BUILD_MS,
        steady_ms(lambda n: picture(repetitions, sheet, lesson, n / FRAMES), FRAMES),
        "ms",
    )
    yield _against_replay(picture(repetitions, sheet, lesson, 0.5), palette)
    yield from _sliders(sheet, lesson, palette)
    del app


def fullest_stage() -> StagePlan:
    """The stage of that lesson that shows most: the most figures, then the most layers."""
    plans = [build.stage for step in load_lesson(THREE_FIGURES).steps for build in step.builds]
    return max(plans, key=lambda plan: (len(plan.movements), len(plan.layers)))


def canvas(width: float, height: float) -> QImage:
    """An image to paint on."""
    # What Qt's raster windows are made of, and its fastest format.
    return QImage(int(width), int(height), QImage.Format.Format_RGB32)


def _frame_ms(
    repetitions: Sequence[Repetition], sheet: Plan, options: Options, palette: Palette
) -> float:
    drawn = canvas(sheet.width_px, sheet.height_px)

    def frame(number: int) -> None:
        painted(drawn, picture(repetitions, sheet, options, number / FRAMES), palette)

    return steady_ms(frame, FRAMES)


def painted(drawn: QImage, shown: Picture, palette: Palette) -> None:
    """Paints a picture over the whole of an image."""
    painter = QPainter(drawn)
    paint(painter, shown, QRectF(drawn.rect()), palette)
    painter.end()


def _against_replay(shown: Picture, palette: Palette) -> Row:
    """Painting from Python against the same strokes replayed by Qt itself."""
    drawn = canvas(*FULL_HD)
    recorded = QPicture()
    recorder = QPainter(recorded)
    paint(recorder, shown, QRectF(drawn.rect()), palette)
    recorder.end()

    def replay(_: int) -> None:
        painter = QPainter(drawn)
        recorded.play(painter)
        painter.end()

    ours, theirs = in_turn((lambda _: painted(drawn, shown, palette), replay), FRAMES)
    return Row("painting, against Qt's replay", OVER_REPLAY, ours / theirs, "×")


def _sliders(sheet: Plan, options: Options, palette: Palette) -> Iterator[Row]:
    """Hinge, squat and bend as the sandbox solves and paints them for each place of a slider: of
    a load that all of them have, and of a body.
    """
    drawn = canvas(*FULL_HD)
    passing = Passing()
    in_hand = replace(options, in_hand=True)

    def show(scene: StagePlan) -> None:
        painted(
            drawn, picture(tuple(passing.figures(scene).values()), sheet, in_hand, 0.5), palette
        )

    def loaded(number: int) -> None:
        show(StagePlan(tuple(Cast(name, name, load_kg=float(number)) for name in MOVEMENTS)))

    def grown(number: int) -> None:
        thigh = f"femur={number - POSITIONS / 2:+g}%"
        show(StagePlan(tuple(Cast(name, name, thigh) for name in MOVEMENTS)))

    for what, position in (("load", loaded), ("body", grown)):
        a_second = 1000 / milliseconds(position, POSITIONS)
        yield Row(
            f"re-solved and repainted, {what}", SLIDER_PER_SECOND, a_second, "per s", floor=True
        )
