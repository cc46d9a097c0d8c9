"""Clips of every kind, opened by what did not write them: size, times, colors, repeats."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageSequence
from PySide6.QtGui import QImage

from hinge_tutor.export import gif, video
from hinge_tutor.export.clip import RATES, SUFFIXES, USUAL_RATE, save_clip
from hinge_tutor.export.film import Film, frames
from hinge_tutor.export.image import ExportError
from hinge_tutor.export.pixels import rgb
from hinge_tutor.paint import Palette, load_palette
from hinge_tutor.stage.options import Options
from tests.stage.company import sheet, three

PALETTE = load_palette("light")
SIZE = (320, 200)
# Of 255: what nobody sees.
CLOSE = 3
# Dots all around a place that must have its color, for a lossy code to keep it.
AROUND = 6
# What the extra `video` writes.
VIDEOS = (".mp4", ".webm")
Dots = npt.NDArray[np.uint8]
# Each frame with how long it is shown, s.
Shown = list[tuple[Dots, float]]

pytestmark = pytest.mark.usefixtures("qapp")
needs_av = pytest.mark.skipif(not importlib.util.find_spec("av"), reason="needs the extra video")
every_kind = pytest.mark.parametrize(
    "suffix",
    [pytest.param(each, marks=needs_av if each in VIDEOS else ()) for each in SUFFIXES],
)


def film(suffix: str, seconds: float = 0.5, pause_s: float = 0.0) -> Film:
    options = Options(frozenset({"muscles"}))
    rate = USUAL_RATE[suffix]
    return frames(three()[:1], sheet(*SIZE), options, rate, seconds, pause_s=pause_s)


def read(path: Path) -> Shown:
    """What another program sees, by the ways of its own."""
    return list(_video(path) if path.suffix in VIDEOS else _animated(path))


def _animated(path: Path) -> Iterator[tuple[Dots, float]]:
    with Image.open(path) as image:
        for frame in ImageSequence.Iterator(image):
            frame.load()
            yield np.asarray(frame.convert("RGB")), frame.info["duration"] / 1000


def _video(path: Path) -> Iterator[tuple[Dots, float]]:
    av = pytest.importorskip("av")
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        kept = [
            (_from_bt709(frame), float(frame.pts * frame.time_base), frame)
            for frame in container.decode(stream)
        ]
    _, _, last = kept[-1]
    begins = [begin for _, begin, _ in kept]
    # WebM counts in milliseconds, so what matters is when the next one begins.
    begins.append(begins[-1] + float(last.duration * last.time_base))
    for (dots, begin, _), end in zip(kept, begins[1:], strict=True):
        yield dots, end - begin


def _from_bt709(frame: Any) -> Dots:
    """Red, green and blue by the standard's own numbers (ITU-R BT.709-6, section 3)."""
    planes = frame.to_ndarray(format="yuv420p").astype(float)
    height = planes.shape[0] * 2 // 3
    bright = (planes[:height] - 16) / 219
    colors = planes[height:].reshape(2, height // 2, -1)
    blue, red = ((each.repeat(2, axis=0).repeat(2, axis=1) - 128) / 224 for each in colors)
    r, b = bright + 1.5748 * red, bright + 1.8556 * blue
    g = (bright - 0.2126 * r - 0.0722 * b) / 0.7152
    return (np.stack([r, g, b], axis=-1).clip(0, 1) * 255).round().astype(np.uint8)


def flat(dots: Dots) -> npt.NDArray[np.bool_]:
    """Where all dots around have the same color."""
    alike = np.ones(dots.shape[:2], dtype=bool)
    for axis in (0, 1):
        for step in range(1, AROUND + 1):
            for turned in (step, -step):
                alike &= (np.roll(dots, turned, axis=axis) == dots).all(axis=2)
    alike[:AROUND] = alike[-AROUND:] = False
    alike[:, :AROUND] = alike[:, -AROUND:] = False
    return alike


@every_kind
def test_every_clip_has_its_size_its_times_and_its_colors(suffix: str, tmp_path: Path) -> None:
    made, path = film(suffix), tmp_path / f"clip{suffix}"
    save_clip(made, path, SIZE, PALETTE)
    shown = read(path)
    fps = USUAL_RATE[suffix]
    assert shown[0][0].shape == (SIZE[1], SIZE[0], 3)
    # Every frame is shown for 1/fps, the last one, too. Alike ones may be stored as one.
    assert sum(lasting for _, lasting in shown) == pytest.approx(len(made) / fps, abs=2e-3)
    assert made.span_s == (len(made) - 1) / fps == pytest.approx(0.5, abs=0.51 / fps)
    for (dots, _), number in ((shown[0], 0), (shown[-1], len(made) - 1)):
        wanted = rgb(made.image(number, SIZE, PALETTE))
        places = flat(wanted)
        colors = np.unique(wanted[places].reshape(-1, 3), axis=0)
        assert len(colors) >= 3, "no patch to compare"
        apart = np.abs(dots[places].astype(int) - wanted[places].astype(int))
        for color in colors:
            patch = apart[(wanted[places] == color).all(axis=1)]
            assert np.median(patch, axis=0).max() <= CLOSE, color


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_what_is_animated_is_the_picture_itself(suffix: str, tmp_path: Path) -> None:
    made, path = film(suffix, 0.2), tmp_path / f"clip{suffix}"
    save_clip(made, path, SIZE, PALETTE)
    for number, (dots, _) in enumerate(read(path)):
        wanted = rgb(made.image(number, SIZE, PALETTE)).astype(int)
        apart = np.abs(dots.astype(int) - wanted).max(axis=2)
        # A GIF has 256 colors, the softened edges share what the flat ones leave of them.
        assert (apart > 12).mean() < 0.002 if suffix == ".gif" else apart.max() == 0


@needs_av
@pytest.mark.parametrize("suffix", VIDEOS)
def test_a_video_says_what_its_colors_are(suffix: str, tmp_path: Path) -> None:
    av = pytest.importorskip("av")
    path = tmp_path / f"clip{suffix}"
    save_clip(film(suffix, 0.2), path, (321, 201), PALETTE)
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        context = stream.codec_context
        assert (stream.width, stream.height) == (320, 200), "an odd size is made even"
        assert context.pix_fmt == "yuv420p"
        said = (context.colorspace, context.color_primaries, context.color_trc, context.color_range)
        assert said == (1, 1, 1, 1)
        assert stream.average_rate == USUAL_RATE[suffix]
        steps = np.diff([float(frame.pts * frame.time_base) for frame in container.decode(stream)])
    assert steps == pytest.approx(1 / USUAL_RATE[suffix], abs=1.1e-3), "the rate is constant"


@pytest.mark.parametrize(
    "color", ["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#808080"]
)
def test_brightness_and_color_are_those_of_the_standard(color: str) -> None:
    # Worked by hand from BT.709 in the range of video: 16 + 219 Y', 128 + 224 (B'-Y')/1.8556, …
    wanted = {
        "#000000": (16, 128, 128),
        "#ffffff": (235, 128, 128),
        "#ff0000": (63, 102, 240),
        "#00ff00": (173, 42, 26),
        "#0000ff": (32, 240, 118),
        "#808080": (126, 128, 128),
    }
    dots = np.array([int(color[place : place + 2], 16) for place in (1, 3, 5)], dtype=np.uint8)
    planes = video.yuv420(np.broadcast_to(dots, (2, 2, 3)))
    assert tuple(planes[[0, 2, 2], [0, 0, 1]]) == wanted[color]


@pytest.mark.parametrize(("times", "said"), [(0, 0), (3, 2), (1, None)])
def test_a_gif_plays_as_often_as_asked(times: int, said: int | None, tmp_path: Path) -> None:
    path = tmp_path / "clip.gif"
    save_clip(film(".gif", 0.1), path, SIZE, PALETTE, times)
    with Image.open(path) as image:
        # What a GIF says is how often it repeats after the first time; nothing is once.
        assert image.info.get("loop") == said


def test_pauses_take_next_to_no_room(tmp_path: Path) -> None:
    sizes = {}
    for pause_s in (0.0, 2.0):
        path = tmp_path / f"{pause_s}.gif"
        save_clip(film(".gif", 0.5, pause_s), path, SIZE, PALETTE)
        sizes[pause_s] = path.stat().st_size
        assert sum(s for _, s in read(path)) == pytest.approx(len(film(".gif", 0.5, pause_s)) / 20)
    assert sizes[2.0] < 1.6 * sizes[0.0]


def test_no_more_than_one_frame_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a clip is, frames are drawn as they are written."""
    written: list[int] = []
    original = Film.image

    def image(self: Film, number: int, size: tuple[int, int], palette: Palette) -> QImage:
        written.append(sum(path.stat().st_size for path in tmp_path.iterdir()))
        return original(self, number, size, palette)

    monkeypatch.setattr(Film, "image", image)
    monkeypatch.setattr(gif, "SAMPLES", 2)
    save_clip(film(".gif", 2.0), tmp_path / "clip.gif", (640, 400), PALETTE)
    assert written[-1] > 0, "the beginning is on the disk before the end is drawn"


@every_kind
def test_progress_goes_from_nothing_to_everything(suffix: str, tmp_path: Path) -> None:
    told: list[tuple[int, ...]] = []
    made = film(suffix, 0.2)
    save_clip(made, tmp_path / f"a{suffix}", SIZE, PALETTE, 0, lambda *now: told.append(now))
    assert told[0] == (0, len(made))
    assert told[-1] == (len(made), len(made))
    assert told == sorted(told)


@every_kind
def test_what_stops_midway_leaves_nothing(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"clip{suffix}"
    path.write_bytes(b"precious")

    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_clip(film(suffix), path, SIZE, PALETTE, 0, stop)
    assert path.read_bytes() == b"precious"
    assert list(tmp_path.iterdir()) == [path]


def test_a_rate_that_gif_cannot_hold_is_refused(tmp_path: Path) -> None:
    made = frames(three()[:1], sheet(*SIZE), Options(), 30, 0.2)
    with pytest.raises(ValueError, match="20, 25, 50"):
        save_clip(made, tmp_path / "clip.gif", SIZE, PALETTE)


def test_every_usual_rate_is_one_that_there_is() -> None:
    assert all(USUAL_RATE[suffix] in RATES[suffix] for suffix in SUFFIXES)


@pytest.mark.parametrize("suffix", VIDEOS)
def test_without_the_package_a_sentence_says_how_to_get_it(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    assert video.lacking(suffix) == "av"
    with pytest.raises(ExportError, match=r"need the package av; .*'hinge-tutor\[video\]'.*\.gif"):
        save_clip(film(suffix, 0.1), tmp_path / f"clip{suffix}", SIZE, PALETTE)
    assert list(tmp_path.iterdir()) == []


@needs_av
@pytest.mark.parametrize(("suffix", "codec"), [(".mp4", "H.264"), (".webm", "VP9")])
def test_without_an_encoder_a_sentence_names_it(
    suffix: str, codec: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(video, "ENCODERS", {suffix: {"no-such-encoder": {}}})
    assert video.lacking(suffix) == codec
    with pytest.raises(ExportError, match=f"no encoder for {codec}"):
        save_clip(film(suffix, 0.1), tmp_path / f"clip{suffix}", SIZE, PALETTE)
    assert list(tmp_path.iterdir()) == []
