"""Associative memories under one published protocol: N = 64 signs, P of them stored, some flipped."""

from __future__ import annotations

import math
from dataclasses import dataclass
from numbers import Integral, Real
from typing import Any, Callable, Sequence

import numpy as np

from ._bank import Bank, _fitted
from ._errors import HopfilmError

N = 64
_UPDATES = 100
Recall = Callable[[np.ndarray], np.ndarray]
Rule = Callable[[np.ndarray, np.random.Generator, float], Recall]

# Junctions of films with rows [S]: docs/evidence/rows.md, long block. A pad of a pixel in a
# checkerboard of 8 x 16 has 2 to 4 of them.
_UNLIKE, _LIKE, _UNTRAINED = 0.30, -0.03, 3.9
_SCATTER_UNLIKE, _SCATTER_LIKE = 0.0907, 0.0454

# Junctions of wired films [S]: docs/evidence/memories.md, the law of junctions.
_UNDRIVEN, _DRIVEN, _WIRED_SCATTER = -0.08, 0.35, 0.14


@dataclass(frozen=True)
class Score:
    """How well a memory of P pictures recalls.

    Attributes:
        P: pictures stored.
        cosine: mean cosine similarity of answers and pictures.
        deviation: of that mean, from set to set.
        exact: share of the probes that come back without a wrong sign.
        low, high: its 95 % interval by Wilson, each probe counted by itself.
        probes, sets: how many there were.
        seed: of sets and probes.
    """

    P: int
    cosine: float
    deviation: float
    exact: float
    low: float
    high: float
    probes: int
    sets: int
    seed: int


def protocol64(
    memory: Bank | str | Rule,
    P: int | Sequence[int],
    *,
    flips: float = 0.05,
    dead: float = 0.0,
    sets: int = 4,
    draws: int = 20,
    seed: int = 1,
) -> list[Score]:
    """Stores sets of P random pictures of 64 signs, flips each sign of a probe with a probability, and
    scores what comes back: the protocol of Nat. Commun. 2026, s41467-026-69958-0.

    Networks are updated synchronously, 100 times at most. With 5 % flips all good memories score 1:
    print 20 and 30 % beside it.

    Args:
        memory: a ``Bank`` of films of 64 pixels, of which subsets of P are taken; or a rule: ``"hebb"``,
            ``"storkey"``, ``"pseudo-inverse"``, ``"nearest"``, ``"modern"`` (softmax), ``"rows"``,
            ``"rows, 2 pads"``, ``"rows, 4 pads"``, ``"wired, 16 pads"`` or ``"wired, 64 pads"`` a
            pixel (films by the law of their junctions, no simulation); or a function (pictures,
            generator, dead) that returns one from probes to answers.
        P: pictures stored, or several numbers of them.
        flips: probability of a flip.
        dead: share of the elements that do not work, drawn for each set: cells of a weight matrix or of
            the pictures kept are zero, junctions of films by law never learn, pixels of a bank are open.
        sets: of pictures.
        draws: probes of each picture.
        seed: of everything that is drawn.

    Raises:
        HopfilmError: if there is no such rule, a bank has other pixels or too few pictures, or a number
            is out of range.
    """
    several = list(P) if isinstance(P, (Sequence, np.ndarray)) and not isinstance(P, str) else [P]
    if not several or not all(_is_whole(n, 1) for n in (*several, sets, draws)):
        raise HopfilmError("P, sets and draws are whole numbers from 1")
    if not _is_whole(seed, 0):
        raise HopfilmError(f"seed is {seed!r}; give a whole number from 0")
    if not all(isinstance(share, Real) for share in (flips, dead)) or not (
        0 <= flips <= 0.5 and 0 <= dead < 1
    ):
        raise HopfilmError(f"flips is {flips}, dead {dead}; give 0 to 0.5, and 0 to below 1")
    if isinstance(memory, Bank):
        p, n = memory.pictures.shape
        if n != N or max(several) > p:
            raise HopfilmError(f"the bank has {p} pictures of {n} pixels; it needs {max(several)} of {N}")
    elif not callable(memory) and memory not in RULES:
        raise HopfilmError(f"memory is {memory!r}; give a Bank, a function or {', '.join(RULES)}")
    return [_score(memory, int(p), flips, dead, sets, draws, seed) for p in several]


def _is_whole(n: Any, least: int) -> bool:
    return isinstance(n, Integral) and not isinstance(n, bool) and n >= least


def _score(
    memory: Any, p: int, flips: float, dead: float, sets: int, draws: int, seed: int
) -> Score:
    cosines, exact = [], 0
    for number in range(sets):
        rng = np.random.default_rng([seed, number, p])
        if isinstance(memory, Bank):
            chosen = rng.choice(len(memory), p, replace=False)
            pictures, recall = memory.pictures[chosen].astype(float), _subset(memory, chosen, rng, dead)
        else:
            pictures = rng.choice([-1.0, 1.0], (p, N))
            rule = memory if callable(memory) else RULES[memory]
            recall = rule(pictures, rng, dead)
        truth = np.tile(pictures, (draws, 1))
        answers = np.asarray(recall(truth * np.where(rng.random(truth.shape) < flips, -1, 1)))
        if answers.shape != truth.shape:
            raise HopfilmError(f"memory gives answers of {answers.shape} to probes of {truth.shape}")
        norm = np.linalg.norm(answers, axis=1) * math.sqrt(N)
        cosine = np.divide((truth * answers).sum(1), norm, out=np.zeros(len(truth)), where=norm > 0)
        cosines.append(cosine.mean())
        exact += int((truth == answers).all(axis=1).sum())
    n = p * draws * sets
    low, high = _wilson(exact, n)
    return Score(p, float(np.mean(cosines)), float(np.std(cosines)), exact / n, low, high, n, sets, seed)


def _wilson(k: int, n: int, z: float = 1.959964) -> tuple[float, float]:
    share, more = k / n, z * z / n
    half = z * math.sqrt(share * (1 - share) / n + more / (4 * n))
    return (share + more / 2 - half) / (1 + more), (share + more / 2 + half) / (1 + more)


# networks of all pairs


def _alive(shape: tuple[int, ...], rng: np.random.Generator, dead: float) -> np.ndarray:
    return rng.random(shape) >= dead


def _network(weights: np.ndarray, rng: np.random.Generator, dead: float) -> Recall:
    w = weights * _alive(weights.shape, rng, dead)
    np.fill_diagonal(w, 0)

    def recall(probes: np.ndarray) -> np.ndarray:
        s = probes
        for _ in range(_UPDATES):
            new = np.sign(np.round(s @ w.T, 9))
            if (new == s).all():
                break
            s = new
        return s

    return recall


def hebb(x: np.ndarray, rng: np.random.Generator, dead: float) -> Recall:
    """sum of x x^T: J. J. Hopfield, PNAS 79, 2554 (1982). A sign without a field becomes 0."""
    return _network(x.T @ x / N, rng, dead)


def storkey(x: np.ndarray, rng: np.random.Generator, dead: float) -> Recall:
    """Hebb's rule less the local fields of what is stored: A. Storkey, ICANN 1997."""
    w = np.zeros((N, N))
    for one in x:
        fields = (w @ one)[:, None] - np.diag(w)[:, None] * one[:, None] - w * one[None, :]
        w = w + (np.outer(one, one) - one[:, None] * fields.T - fields * one[None, :]) / N
    return _network(w, rng, dead)


def pseudo_inverse(x: np.ndarray, rng: np.random.Generator, dead: float) -> Recall:
    """Projection onto the pictures: L. Personnaz et al., J. Phys. Lett. 46, L359 (1985)."""
    return _network(x.T @ np.linalg.pinv(x.T), rng, dead)


# memories that keep each picture


def _nearest(x: np.ndarray, rng: np.random.Generator, dead: float) -> Recall:
    kept = x * _alive(x.shape, rng, dead)

    def recall(probes: np.ndarray) -> np.ndarray:
        overlap = probes @ kept.T
        row = np.abs(overlap).argmax(axis=1)
        return np.sign(overlap[np.arange(len(probes)), row])[:, None] * kept[row]

    return recall


def modern(x: np.ndarray, rng: np.random.Generator, dead: float) -> Recall:
    """sign of X softmax(X^T s / sqrt(N)): H. Ramsauer et al., arXiv:2008.02217."""
    kept = x * _alive(x.shape, rng, dead)

    def recall(probes: np.ndarray) -> np.ndarray:
        s = probes
        for _ in range(_UPDATES):
            a = s @ kept.T / math.sqrt(N)
            a = np.exp(a - a.max(axis=1, keepdims=True))
            new = np.sign(a @ kept)
            if (new == s).all():
                break
            s = new
        return s

    return recall


def _rows(choosing: np.ndarray, weights: np.ndarray) -> Recall:
    largest = np.abs(choosing).sum(axis=1)
    largest[largest == 0] = 1

    def recall(probes: np.ndarray) -> np.ndarray:
        s = probes
        for _ in range(2):
            share = s @ choosing.T / largest
            row = np.abs(share).argmax(axis=1)
            new = np.sign(share[np.arange(len(s)), row])[:, None] * np.sign(weights[row])
            s = np.where(new == 0, s, new)
        return s

    return recall


def _subset(bank: Bank, chosen: np.ndarray, rng: np.random.Generator, dead: float) -> Recall:
    alive = _alive((len(chosen), N), rng, dead)
    return _rows(bank.choosing[chosen] * alive, bank.weights[chosen] * alive)


def rows_by_law(x: np.ndarray, rng: np.random.Generator, dead: float, pads: int = 1) -> Recall:
    """Films with rows by the law of their junctions, each with a maze of its own: gains of a junction
    0.30 +- 0.09 S unlike the row and -0.03 +- 0.05 S like it, of 3.9 S."""
    board = np.array(
        [
            (i > 0) + (i < 7) + (j > 0) + (j < 15)
            for i in range(8)
            for j in range(16)
            if (i + j) % 2
        ]
    )
    junctions = pads * np.stack([rng.permutation(board) for _ in x])
    live = rng.binomial(junctions, 1 - dead)
    mean = np.where(x < 0, _UNLIKE, _LIKE)
    spread = np.where(x < 0, _SCATTER_UNLIKE, _SCATTER_LIKE)
    gains = live * mean + np.sqrt(live) * spread * rng.standard_normal(x.shape)
    untrained = _UNTRAINED * junctions
    factors = np.array([_fitted(*film) for film in zip(x, gains, untrained)])
    middle, border = ((factors[:, [k]] - 1) * untrained - gains for k in (0, 1))
    return _rows(middle, border)


def wired_by_law(x: np.ndarray, rng: np.random.Generator, dead: float, pads: int = 16) -> Recall:
    """One film with wired electrodes by the law of its junctions: docs/explanation/several-memories.md.

    A square of 64 ``pads`` pads, half of those of an electrode behind an inverter. All pairs of
    electrodes have as many junctions, half of them between pads of opposite signs."""
    side = math.isqrt(N * pads)
    first, second = np.triu_indices(N, 1)
    pairs = len(first)
    each, more = divmod(2 * side * (side - 1), pairs)
    junctions = each + (rng.permutation(pairs) < more)
    odd = rng.integers(0, 2, pairs)
    opposite = (junctions + odd) // 2
    o, e = rng.binomial(opposite, 1 - dead), rng.binomial(junctions - opposite, 1 - dead)
    alike = (x[:, first] == x[:, second]).mean(axis=0)
    w = np.zeros((N, N))
    w[first, second] = (
        o * _gain(alike)
        - e * _gain(1 - alike)
        + _WIRED_SCATTER * np.sqrt(o + e) * rng.standard_normal(pairs)
    )
    return _network(w + w.T, rng, 0)


def _gain(share: np.ndarray) -> np.ndarray:
    """Of a junction that a share of the pictures drives [S]."""
    return _UNDRIVEN + (_DRIVEN - _UNDRIVEN) * share**0.6


def _with_pads(rule: Callable[..., Recall], pads: int) -> Rule:
    return lambda x, rng, dead: rule(x, rng, dead, pads)


RULES: dict[str, Rule] = {
    "hebb": hebb,
    "storkey": storkey,
    "pseudo-inverse": pseudo_inverse,
    "nearest": _nearest,
    "modern": modern,
    "rows": rows_by_law,
    "rows, 2 pads": _with_pads(rows_by_law, 2),
    "rows, 4 pads": _with_pads(rows_by_law, 4),
    "wired, 16 pads": _with_pads(wired_by_law, 16),
    "wired, 64 pads": _with_pads(wired_by_law, 64),
}
