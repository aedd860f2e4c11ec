"""Magnetisation files: OVF 2.0 in text, single or double precision."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ._errors import HopfilmError

# the first number of the binary forms tells the order of the bytes
_CHECK = {"4": (np.dtype("<f4"), 1234567.0), "8": (np.dtype("<f8"), 123456789012345.0)}


@dataclass(frozen=True)
class Grid:
    """Cells of a film: how many and how large [m], as (z, y, x)."""

    cells: tuple[int, int, int]
    size: tuple[float, float, float]

    def centres(self, axis: int) -> np.ndarray:
        """Places of the cell centres along an axis, 0 for z, 2 for x [m]."""
        return (np.arange(self.cells[axis]) + 0.5) * self.size[axis]


def head(path: Path) -> dict[str, str]:
    """The header of a file: its keys in lower case."""
    with path.open("rb") as file:
        return _head(file, path)


def _head(file, path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for raw in file:
        line = raw.decode("latin-1").strip()
        if not line.startswith("#"):
            break
        key, _, value = line.lstrip("# ").partition(":")
        key = key.strip().lower()
        found[key if key != "begin" else "begin " + value.split()[0].lower()] = value.strip()
        if key == "begin" and value.strip().lower().startswith("data"):
            return found
    raise HopfilmError(f"{path} is no OVF file of a run")


def grid(header: dict[str, str]) -> Grid:
    """The cells that a header tells of."""
    return Grid(
        tuple(int(header[a + "nodes"]) for a in "zyx"),
        tuple(float(header[a + "stepsize"]) for a in "zyx"),
    )


def time(header: dict[str, str]) -> float:
    """When it was written [s]; NaN where the file does not say."""
    words = header.get("desc", "").split()
    for word, unit in zip(words, words[1:]):
        if unit == "s":
            try:
                return float(word)
            except ValueError:
                pass
    return float("nan")


def read(path: Path) -> tuple[np.ndarray, dict[str, str]]:
    """Vectors of shape (z, y, x, component), and the header."""
    with path.open("rb") as file:
        header = _head(file, path)
        cells = grid(header).cells
        count = int(np.prod(cells)) * 3
        kind = header["begin data"].split()
        if kind[1].lower() == "text":
            values = np.loadtxt(file, comments="#", ndmin=2).reshape(-1)
        else:
            dtype, check = _CHECK[kind[2]]
            first = np.frombuffer(file.read(dtype.itemsize), dtype)
            if first.size != 1 or first[0] != check:
                raise HopfilmError(f"{path} is damaged: its check value is wrong")
            data = file.read(count * dtype.itemsize)
            values = np.frombuffer(data, dtype, len(data) // dtype.itemsize)
    if values.size != count:
        raise HopfilmError(f"{path} is cut off: {values.size} numbers of {count}")
    return values.reshape(*cells, 3), header
