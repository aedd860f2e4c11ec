"""What the program says when it refuses or fails."""

from __future__ import annotations

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
