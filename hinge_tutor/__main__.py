"""`hinge-tutor` and `python -m hinge_tutor`."""

from __future__ import annotations

import gc
import os
import signal
import sys

STOPPED, LACKING = 130, 2


def start() -> int:
    """Run the command line with the process's own arguments."""
    # Our matrices are small: a second BLAS thread costs more in waking up than it computes, and it
    # would take the core that paints. This must be settled before numpy is imported, hence the
    # late import below; whoever sets it outside wins.
    for threads in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(threads, "1")
    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heeded:
        signal.signal(signal.SIGINT, _on_stopped)
    try:
        # Importing makes no garbage, and looking for some takes a twentieth of the start.
        gc.disable()
        from hinge_tutor.cli import main

        gc.enable()
    except ImportError as error:
        from hinge_tutor.preflight import missing_module

        return _say(missing_module(error), LACKING)
    try:
        if heeded:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return main(sys.argv[1:])
    except KeyboardInterrupt:
        return _say("Stopped.", STOPPED)


def _on_stopped(_number: int, _frame: object) -> None:
    """Ctrl+C while we are loaded: nothing is at stake, and an exception amid an import gets lost.

    Python or a library would swallow it, or report it as a fault of their own.
    """
    _say("Stopped.", STOPPED)
    os._exit(STOPPED)


def _say(sentence: str, code: int) -> int:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr, flush=True)
    return code


if __name__ == "__main__":
    sys.exit(start())
