"""A clip shows the movement from its first to its last moment at a rate that GIF can hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from hinge_tutor.export import clip
from hinge_tutor.export.clip import RATES, frames, save_gif
from hinge_tutor.export.image import ExportError
from hinge_tutor.paint import load_palette
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.scene import picture
from tests.stage.company import sheet, three


@pytest.mark.parametrize("fps", RATES)
def test_a_clip_lasts_as_long_as_the_movement(fps: int) -> None:
    one = three()[:1]
    made = list(frames(one, sheet(320, 200), Options(), fps))
    assert len(made) == round(one[0].take.duration_s * fps)
    assert made[0] == picture(one, sheet(320, 200), Options(), 0.0)
    assert made[-1] == picture(one, sheet(320, 200), Options(), 1.0)


def test_half_the_speed_is_twice_the_frames() -> None:
    one = three()[:1]
    full = list(frames(one, sheet(320, 200), Options(), 20, span=(0.2, 0.4)))
    slow = list(frames(one, sheet(320, 200), Options(speed=0.5), 20, span=(0.2, 0.4)))
    assert abs(len(slow) - 2 * len(full)) <= 1


@pytest.mark.usefixtures("qapp")
def test_a_gif_has_its_frames_their_times_and_repeats(tmp_path: Path) -> None:
    path = tmp_path / "clip.gif"
    made = frames(three()[:1], sheet(160, 100), Options(), 20, seconds=0.5)
    save_gif(made, path, (160, 100), load_palette("light"), 20)
    with Image.open(path) as image:
        assert (image.format, image.size) == ("GIF", (160, 100))
        assert image.info["loop"] == 0
        times = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            times.append(image.info["duration"])
    # Frames that are alike are stored once, with the sum of their times.
    assert sum(times) == 500
    assert all(time % 50 == 0 for time in times)


def test_a_rate_that_gif_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="20, 25, 50"):
        save_gif([], tmp_path / "clip.gif", (64, 64), load_palette("light"), 30)


def test_a_clip_that_would_not_fit_into_memory_is_refused_before_it_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip, "drawn", lambda *_: pytest.fail("a frame was drawn"))
    made = frames(three()[:1], sheet(160, 100), Options(), 50, seconds=60.0)
    with pytest.raises(ExportError, match="500 million pixels in all its frames, at 16000x9000"):
        save_gif(made, tmp_path / "clip.gif", (16000, 9000), load_palette("light"), 50)
    assert list(tmp_path.iterdir()) == []
