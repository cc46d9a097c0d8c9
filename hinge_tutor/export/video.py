"""A film as MP4 (H.264) or WebM (VP9), through the package `av` where somebody has installed it.

Colors are BT.709 in the range of video (16 to 235), as every player takes them for when a file
says so, and this one does; halved in both directions (4:2:0), because much plays nothing else:

    E' = R', G', B' / 255,   Y = 16 + 219 (0.2126 R' + 0.7152 G' + 0.0722 B'),
    Cb = 128 + 224 (B' - Y') / 1.8556,   Cr = 128 + 224 (R' - Y') / 1.5748

The frames come at a constant rate, and each lasts 1/fps, the last one, too.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from hinge_tutor.export.film import Screening
from hinge_tutor.export.image import ExportError, writing
from hinge_tutor.export.pixels import rgb

EXTRA = "video"
# By its ending: what encodes it, the best first, and what each is told. Slower presets gain less
# than a tenth of the room.
ENCODERS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    ".mp4": {
        "libx264": {"crf": "18", "preset": "veryfast", "tune": "animation"},
        "libopenh264": {"rc_mode": "quality", "b": "6000000"},
    },
    ".webm": {"libvpx-vp9": {"crf": "24", "b": "0", "deadline": "good", "cpu-used": "4"}},
}
NAMES = {".mp4": "H.264", ".webm": "VP9"}
RATES = (20, 24, 25, 30, 50, 60)
# Red, green, blue of brightness, and the two differences of color over brightness (BT.709).
KR, KG, KB = 0.2126, 0.7152, 0.0722
# What files say of that: BT.709 for matrix, primaries and transfer, range of video (1 each).
BT709, LIMITED = 1, 1
Bytes = npt.NDArray[np.uint8]


def installed() -> bool:
    """Whether the package is there; what it can encode is known once it is loaded, which takes a
    while.
    """
    return importlib.util.find_spec("av") is not None


def lacking(suffix: str) -> str:
    """What is missing for a film of this ending: "av", the name of a codec, or nothing ("")."""
    if not installed():
        return "av"
    return "" if _encoder(suffix) else NAMES[suffix]


def refusal(suffix: str) -> str:
    """The sentence about what is missing, or nothing ("")."""
    missing = lacking(suffix)
    if missing == "av":
        return (
            f"Files that end in {suffix} need the package av; install it with "
            f"pip install 'hinge-tutor[{EXTRA}]', or choose .gif or .webp."
        )
    if missing:
        others = " or ".join(sorted({".gif", ".webp", *ENCODERS} - {suffix}))
        return (
            f"The package av on this machine has no encoder for {missing}; install it anew with "
            f"pip install --force-reinstall av, or choose {others}."
        )
    return ""


def _encoder(suffix: str) -> str | None:
    """The first encoder that is really there."""
    try:
        from av.codec.codec import Codec, UnknownCodecError
    except ImportError:
        return None
    for name in ENCODERS[suffix]:
        try:
            Codec(name, "w")
        except UnknownCodecError:
            continue
        return name
    return None


def even(size: tuple[int, int]) -> tuple[int, int]:
    """The same size made even, as halved colors need it."""
    return size[0] - size[0] % 2, size[1] - size[1] % 2


def save_video(screening: Screening, path: Path) -> None:
    """Writes a film at its ending's format, an odd size one less; raises ExportError."""
    suffix = path.suffix.lower()
    if said := refusal(suffix):
        raise ExportError(said)
    import av

    av.logging.set_level(None)
    screening = replace(screening, size=even(screening.size))
    with writing(path) as part:
        try:
            _encode(screening, part, suffix)
        except av.FFmpegError as error:
            if isinstance(error, OSError) and error.errno and error.strerror:
                raise OSError(error.errno, error.strerror) from None
            raise ExportError(f"{path} could not be encoded ({error}).") from error


def _encode(screening: Screening, part: Path, suffix: str) -> None:
    import av

    film, progress = screening.film, screening.progress
    name = _encoder(suffix)
    assert name is not None
    options = {"movflags": "+faststart"} if suffix == ".mp4" else {}
    with av.open(str(part), "w", format=suffix[1:], options=options) as container:
        stream = container.add_stream(name, rate=film.fps, options=dict(ENCODERS[suffix][name]))
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height = screening.size
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        # One thread: the window that waits for it keeps its frames.
        context.thread_count = 1
        context.colorspace = context.color_primaries = context.color_trc = BT709
        context.color_range = LIMITED
        progress(0, len(film))
        planes: Bytes | None = None
        for number in range(len(film)):
            if planes is None or not film.held(number):
                planes = yuv420(rgb(screening.image(number)))
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.colorspace, frame.color_range = BT709, LIMITED
            frame.pts = number
            container.mux(stream.encode(frame))
            progress(number + 1, len(film))
        container.mux(stream.encode())


def yuv420(dots: Bytes) -> Bytes:
    """Red, green and blue (height, width, 3) as the planes Y, Cb, Cr below each other, (1.5 height,
    width); both sides even.
    """
    height, width = dots.shape[:2]
    red, green, blue = (np.ascontiguousarray(dots[..., n], dtype=np.float32) for n in range(3))
    bright = KR * red + KG * green + KB * blue
    # Of four dots the mean: colors are taken in the middle between them.
    some_red, some_blue, some_bright = _halved(red), _halved(blue), _halved(bright)
    planes = np.concatenate(
        [
            (16.0 + (219.0 / 255.0) * bright).ravel(),
            (128.0 + (112.0 / 255.0 / (1.0 - KB)) * (some_blue - some_bright)).ravel(),
            (128.0 + (112.0 / 255.0 / (1.0 - KR)) * (some_red - some_bright)).ravel(),
        ]
    )
    whole: Bytes = (planes + 0.5).astype(np.uint8).reshape(height * 3 // 2, width)
    return whole


def _halved(plane: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The mean of every two by two dots."""
    rows = plane[::2] + plane[1::2]
    half: npt.NDArray[np.float32] = np.float32(0.25) * (rows[:, ::2] + rows[:, 1::2])
    return half
