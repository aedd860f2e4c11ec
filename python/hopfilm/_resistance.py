"""The resistance matrix of a conductance matrix, as the program makes it (docs/explanation/physics.md)."""

from __future__ import annotations

import numpy as np

# of the root of G_ii G_jj: what is smaller is an error of the solution
_NOTHING = 1e-10
# of the diagonal: rows that sum to less sum to zero but for errors of the solution
_LEAK = 1e-6


def parts(g: np.ndarray) -> np.ndarray:
    """A number for each electrode, the same for all that the film connects."""
    size = np.sqrt(np.abs(np.diag(g)))
    linked = np.abs(g) > _NOTHING * np.outer(size, size)
    linked |= linked.T | np.eye(len(g), dtype=bool)
    part = np.arange(len(g))
    for _ in part:  # the lowest number of its part reaches each in so many rounds
        part = np.where(linked, part, len(g)).min(axis=1)
    return part


def matrix(g: np.ndarray) -> np.ndarray:
    """R [Ohm]: V = R I for currents that add up to zero in each part, where V has mean 0.

    G (1, ..., 1) = 0 but for errors of the solution, and of these ``numpy.linalg.pinv`` makes a
    resistance of 1e12 Ohm. So a constant is added, which moves this zero alone, and its inverse is
    taken off: R = (G + c)^-1 - 1/(c N^2) in a part of N electrodes. G of electrodes with patches of
    sign - is regular, and R its inverse.
    """
    has_inverters = bool(np.any(np.abs(g.sum(axis=1)) > _LEAK * np.abs(np.diag(g))))
    part = parts(g)
    r = np.zeros_like(g)
    for number in np.unique(part):
        members = np.flatnonzero(part == number)
        block = g[np.ix_(members, members)]
        count = len(members)
        c = np.abs(np.diag(block)).sum() / count**2
        if c > 0:
            inverse = np.linalg.inv(block if has_inverters else block + c)
            r[np.ix_(members, members)] = inverse - (0 if has_inverters else 1 / (c * count**2))
    return r


def between(r: np.ndarray, part: np.ndarray, a: int, b: int) -> float:
    """Resistance between two electrodes without current at the others [Ohm]."""
    if part[a] != part[b]:
        return float("inf")
    return float(r[a, a] + r[b, b] - r[a, b] - r[b, a])
