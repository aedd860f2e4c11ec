"""Device curves for programs that train networks of devices."""

from __future__ import annotations

from typing import Iterable

import numpy as np

from ._errors import HopfilmError
from ._results import Run


def pulse_response(runs: Run | Iterable[Run], pair: tuple[str, str]) -> np.ndarray:
    """The conductance between two electrodes before the first pulse and after each.

    Args:
        runs: a run, a sweep, or any runs; those that end sooner are padded with NaN.
        pair: names of two electrodes.

    Returns:
        positive conductances [S] of shape (film, pulse).

    Raises:
        HopfilmError: if a run has no pulses, or no such pair.
    """
    curves = []
    for run in [runs] if isinstance(runs, Run) else runs:
        pulses = run.pulses
        if pulses is None:
            raise HopfilmError(f"{run.folder} has no pulses.csv: train in pulses with pauses")
        names = [f"G_{a}_{b}" for a, b in (pair, pair[::-1])]
        name = next((n for n in names if n in pulses), None)
        if name is None:
            raise HopfilmError(f"{run.folder} has no pair of electrodes {pair[0]}, {pair[1]}")
        curves.append(-np.asarray(pulses[name], dtype=float))
    response = np.full((len(curves), max((len(c) for c in curves), default=0)), np.nan)
    for film, curve in zip(response, curves):
        film[: len(curve)] = curve
    return response


def pulse_steps(response: np.ndarray) -> dict[str, np.ndarray]:
    """What a pulse changes, and how much that differs.

    Args:
        response: conductances [S] of shape (film, pulse), as of ``pulse_response``.

    Returns:
        ``conductance`` before each pulse and ``step`` it made [S], both of shape (film, pulse);
        ``mean`` and ``film_to_film``, the deviation of a film's mean step, and
        ``pulse_to_pulse``, that of the steps of one film around its mean [S], which are numbers.
    """
    step = np.diff(response, axis=1)
    own = np.nanmean(step, axis=1)
    within = np.sqrt(np.nanmean(np.nanvar(step, axis=1, ddof=1))) if step.shape[1] > 1 else np.nan
    return {
        "conductance": response[:, :-1],
        "step": step,
        "mean": np.array(np.mean(own)),
        "film_to_film": np.array(np.std(own, ddof=1) if len(own) > 1 else np.nan),
        "pulse_to_pulse": np.array(within),
    }
