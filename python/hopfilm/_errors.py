"""What the program says when it refuses or fails."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path


class HopfilmError(Exception):
    """The program refused an input, or a run failed; the text is its own line.

    Attributes:
        status: exit status of the program: 2 for a wrong input, 1 for a failed run.
        folder: what the run left, or None.
    """

    def __init__(self, message: str, status: int | None = None, folder: Path | None = None):
        super().__init__(message)
        self.status = status
        self.folder = folder


class HopfilmWarning(UserWarning):
    """What the program doubts before or during a run."""


def warn(message: str) -> None:
    """Warns of the line that called the package, however deep the cause lies."""
    frame, level = sys._getframe(1), 2
    while frame.f_back is not None and frame.f_globals.get("__package__") == __package__:
        frame, level = frame.f_back, level + 1
    warnings.warn(message, HopfilmWarning, stacklevel=level)
