"""A film, or anything else that is driven, as a reservoir: read-outs, measures, tasks.

States are an array of shape (sample, state), one row for each value of the input, in any unit: each
state is standardised with the mean and deviation of the samples that are learned from. Samples are
split in time: the first are learned from, the last quarter is what results are of.

R^2 is 1 - (sum of squared errors) / (sum of squares of the target around its mean) on the samples
of the test, and a negative one counts as 0. So states that know nothing have R^2 of about 0, not of
(number of states) / (number of samples), as they would have on the samples they were fitted to.

States are read with noise: to each is added a Gaussian random number, ``noise`` of its value. The
default is that of one reading of 50 ps at 1 mV, by the amplifier of ``hopfilm readout``
(``reading_noise``). A film holds nothing in it; ``noise=0`` takes all digits of a simulation.

Measures: H. Jaeger, GMD report 152 (2001), for the memory capacity; J. Love et al., Phys. Rev.
Applied 20, 044057 (2023), arXiv:2108.01512, for both measures of single states. What benchmarks
need to mean something, a linear baseline above all: C. Wringe et al., arXiv:2405.06561.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ._arrays import real
from ._errors import HopfilmError

if TYPE_CHECKING:
    from ._film import Film

TEST = 0.25
DELAYS = 10
REGULARISATION = 1e-6
_BOLTZMANN = 1.380649e-23


def reading_noise(
    voltage: float = 1e-3,
    time: float = 50e-12,
    resistance: float = 0.2,
    amplifier: float = 4e-9,
    temperature: float = 300.0,
) -> float:
    """Standard deviation of one reading of a resistance, relative to it.

    sqrt((4 k T R + e^2) / (2 t)) / V: Johnson noise of R and an amplifier of e in the bandwidth of
    a mean over t, at the voltage V. The mean of n readings has 1/sqrt(n) of it.

    Args:
        voltage: V across the resistance [V].
        time: t of a reading [s].
        resistance: R [Ohm]; the default is that of a film of 256 nm between two corners.
        amplifier: e [V/sqrt(Hz)]; the default is that of ``hopfilm readout``, 0 an ideal one.
        temperature: T [K].
    """
    given = (voltage, time, resistance, amplifier, temperature)
    numbers = all(isinstance(v, (int, float, np.number)) for v in given)
    if not (numbers and voltage > 0 and time > 0 and min(given) >= 0 and all(map(math.isfinite, given))):
        raise HopfilmError("give numbers in SI units: voltage and time above 0, the others 0 or more")
    density = 4 * _BOLTZMANN * temperature * resistance + amplifier**2
    return math.sqrt(density / (2 * time)) / voltage


NOISE = reading_noise()


class Readout(NamedTuple):
    """A linear read-out and how well it does on samples that it has not learned from.

    ``predict(states)`` is ``bias + states @ weights``. ``r2`` (0 to 1) and ``nrmse``, the root of
    the mean squared error over the deviation of the target, are of the test. ``target`` and
    ``prediction`` are its samples. r2 is 1 - nrmse^2, but 0 where nrmse is above 1: the mean of
    the target would have been the better answer.
    """

    weights: np.ndarray
    bias: float
    r2: float
    nrmse: float
    target: np.ndarray
    prediction: np.ndarray

    def predict(self, states: Any) -> np.ndarray:
        """The target of other states, of shape (sample,), in the unit of the target."""
        x = _matrix(states)
        if x.shape[1] != len(self.weights):
            raise HopfilmError(f"{x.shape[1]} states; this read-out has learned {len(self.weights)}")
        return self.bias + x @ self.weights

    def __repr__(self) -> str:
        n = len(self.weights)
        of = f"{n} state{'s' * (n != 1)}, test of {len(self.target)} samples"
        return f"Readout({of}: nrmse {self.nrmse:.3g}, r2 {self.r2:.3g})"


class Task(NamedTuple):
    """An input and what a read-out is to make of it, both of shape (sample,)."""

    input: np.ndarray
    target: np.ndarray

    def baseline(self, taps: int, **options: Any) -> Readout:
        """The linear read-out of the last ``taps`` inputs, which has memory but no nonlinearity.

        A reservoir of as many states is worth its name where it does better. The inputs are
        numbers, without noise. Options: of ``ridge``.
        """
        return ridge(taps_of(self.input, taps), self.target[taps - 1 :], **{"noise": 0, **options})


def ridge(
    states: Any,
    target: Any,
    regularisation: float = REGULARISATION,
    test: float = TEST,
    washout: int = 0,
    noise: float = NOISE,
    seed: int = 1,
) -> Readout:
    """Fits a linear read-out with a bias to the first samples and tests it on the last.

    It has the least mean squared error + ``regularisation`` |w|^2, with w the weights of the
    standardised states. With 0 it is least squares. The bias is not held back.

    Args:
        states: of shape (sample, state), any unit; a state that does not change is left out.
        target: of shape (sample,), any unit.
        regularisation: in units of the variance of a state, 0 or more.
        test: share of the samples, the last ones, that the read-out is tested on.
        washout: how many of the first samples are not used; ``test`` is a share of the others.
        noise: standard deviation of each reading, relative to it; ``reading_noise`` has that of an
            instrument. 0 for states that are no readings, such as inputs.
        seed: of the noise.
    """
    x, y = read(states, noise, seed), _numbers(target, "target")
    if y.shape != x.shape[:1]:
        said = f"target of shape {y.shape} for {len(x)} samples; give one value for each"
        raise HopfilmError(said)
    if not 0 < test < 1 or not 0 <= regularisation < math.inf:
        raise HopfilmError("test is a share between 0 and 1, regularisation 0 or more")
    if not isinstance(washout, (int, np.integer)) or not 0 <= washout < len(y):
        raise HopfilmError(f"washout is {washout!r}; give a number of samples below {len(y)}")
    x, y = x[washout:], y[washout:]
    if not np.isfinite(y).all():
        raise HopfilmError("target holds nan or inf; give finite numbers, or leave them to washout")
    train = len(y) - round(test * len(y))
    if not 2 <= train <= len(y) - 2:  # one value has no deviation, which errors are shares of
        said = f"{len(y)} samples are too few: test={test} of them and the rest must be two or more"
        raise HopfilmError(said)
    mean, deviation = x[:train].mean(axis=0), x[:train].std(axis=0)
    still = deviation <= 1e-12 * np.abs(x[:train]).max(axis=0)
    scale = np.where(still, 0, 1 / np.where(still, 1, deviation))
    z, centre = (x[:train] - mean) * scale, y[:train].mean()
    # the rows below the samples are the penalty, so that least squares keeps all its digits
    penalty = np.sqrt(regularisation * train) * np.eye(x.shape[1])
    wanted = np.concatenate([y[:train] - centre, np.zeros(x.shape[1])])
    weights = scale * np.linalg.lstsq(np.vstack([z, penalty]), wanted, rcond=None)[0]
    bias = float(centre - mean @ weights)
    prediction, y = bias + x[train:] @ weights, y[train:]
    around = np.sum((y - y.mean()) ** 2)
    error = float(np.sum((y - prediction) ** 2) / around) if around > 0 else np.nan
    return Readout(weights, bias, max(0.0, 1 - error), float(np.sqrt(error)), y, prediction)


def read(states: Any, noise: float = NOISE, seed: int = 1) -> np.ndarray:
    """States as an instrument reads them, of shape (sample, state)."""
    x = _matrix(states)
    _count(seed, "seed", 0)
    if not isinstance(noise, (int, float, np.number)) or not 0 <= noise < np.inf:
        raise HopfilmError(f"noise is {noise!r}; give a share of each reading, 0 or more")
    return x * (1 + noise * np.random.default_rng(seed).standard_normal(x.shape)) if noise else x


def taps_of(u: Any, taps: int) -> np.ndarray:
    """The last inputs at each sample, newest first: of shape (sample - taps + 1, taps).

    Row s is of the sample s + taps - 1.
    """
    u = _numbers(u, "u")
    _count(taps, "taps")
    if u.ndim != 1 or not 1 <= taps < len(u):
        said = f"{taps} taps of an input of shape {u.shape}; give one input, longer than its taps"
        raise HopfilmError(said)
    return np.lib.stride_tricks.sliding_window_view(u, taps)[:, ::-1].copy()


def memory_function(states: Any, u: Any, delays: int = DELAYS, **options: Any) -> np.ndarray:
    """R^2 with which a read-out tells the input of 1, 2, ... ``delays`` samples ago.

    The first ``delays`` samples are not used. Options: of ``ridge``.
    """
    _count(delays, "delays")
    x, past = _with_past(states, u, delays + 1)
    return np.array([ridge(x, past[:, d], **options).r2 for d in range(1, delays + 1)])


def memory_capacity(
    states: Any, u: Any, delays: int = DELAYS, radius: int | None = None, **options: Any
) -> Any:
    """The sum of R^2 over the delays 1 to ``delays``: how many earlier inputs the states hold.

    In the default ``noise`` a film has 0. Give that of your instrument, or 0 for the states as they
    are. The input must be random and independent from sample to sample, or those of before are known
    from later ones. A delay line of ``delays`` taps has ``delays``. States that follow the present
    input alone, or know nothing, have 0, but for what chance adds: some ``delays`` / (samples of
    the test) at most, as negative R^2 count as 0.

    Args:
        states: of shape (sample, state), or of (sample, y, x) with a radius.
        u: the input, of shape (sample,).
        delays: the longest delay [samples]; the default is that of Love et al.
        radius: for a map, MC_n of Love et al.: of the cells of a square around each cell that
            reaches so many cells to each side. None takes all states together.
        options: of ``ridge``.

    Returns:
        a number, or a map of shape (y, x).
    """
    if radius is None:
        return float(memory_function(states, u, delays, **options).sum())
    cells = _numbers(states, "states")
    if cells.ndim != 3:
        raise HopfilmError(f"states of shape {cells.shape} with a radius; give (sample, y, x)")

    def around(*centre: int) -> float:
        rows, columns = (slice(max(0, c - radius), c + radius + 1) for c in centre)
        near = cells[:, rows, columns].reshape(len(cells), -1)
        return memory_function(near, u, delays, **options).sum()

    return np.array([[around(y, x) for x in range(cells.shape[2])] for y in range(cells.shape[1])])


def nonlinearity(states: Any, u: Any, taps: int = DELAYS, **options: Any) -> np.ndarray:
    """NL_n of Love et al.: 1 - R^2 of the linear estimate of state n from the last inputs.

    0 for a state that is a linear filter of the last ``taps`` inputs, the present one included;
    1 for one that is not told by them: it is nonlinear, remembers for longer, or is noise. So it is
    of the states as they are, without noise.

    Args:
        states: of shape (sample, state) or (sample, y, x).
        u: the input, of shape (sample,).
        taps: how many inputs; the default is that of Love et al.
        options: of ``ridge``.

    Returns:
        a number for each state: of shape (state,) or (y, x). NaN for one that does not change.
    """
    cells = _numbers(states, "states")
    cells = cells[:, None] if cells.ndim == 1 else cells
    x, past = _with_past(cells.reshape(len(cells), -1), u, taps)
    fits = [ridge(past, state, **{"noise": 0, **options}) for state in x.T]
    values = [1 - f.r2 if np.isfinite(f.nrmse) else np.nan for f in fits]
    return np.array(values).reshape(cells.shape[1:])


def narma(samples: int, order: int = 10, seed: int = 1) -> Task:
    """NARMA: A. F. Atiya and A. G. Parlos, IEEE Trans. Neural Netw. 11, 697 (2000).

    Order 2: y(t+1) = 0.4 y(t) + 0.4 y(t) y(t-1) + 0.6 u(t)^3 + 0.1. Order 10:
    y(t+1) = 0.3 y(t) + 0.05 y(t) sum_(i < 10) y(t-i) + 1.5 u(t-9) u(t) + 0.1. Orders 3 to 9 are the
    latter with fewer terms, which no benchmark has. u is uniform in [0, 0.5], the same for a seed
    in all orders. The target at u(t) is y(t+1). Some inputs make y of order 10 grow without end
    (arXiv:1906.04608): such a draw is thrown away for all orders and the next one taken.
    """
    _count(samples, "samples")
    if not 2 <= order <= 10:
        raise HopfilmError(f"narma of order {order}; give 2 to 10: above them it runs away")
    random, before = np.random.default_rng(seed), 200
    while True:
        u = random.uniform(0, 0.5, before + samples)
        y = _narma(u, 10)
        if y is not None and order < 10:
            y = _narma(u, order)
        if y is not None:
            return Task(u[before:], y[before + 1 :])


def _narma(u: np.ndarray, order: int) -> np.ndarray | None:
    """y of an order for an input; None where it grows without end."""
    y = np.zeros(len(u) + 1)
    for t in range(order - 1, len(u)):
        if order == 2:
            y[t + 1] = 0.4 * y[t] + 0.4 * y[t] * y[t - 1] + 0.6 * u[t] ** 3 + 0.1
            continue
        past = y[t - order + 1 : t + 1].sum()
        y[t + 1] = 0.3 * y[t] + 0.05 * y[t] * past + 1.5 * u[t - order + 1] * u[t] + 0.1
        if y[t + 1] > 2:  # above the unstable fixed point nothing comes back
            return None
    return y


def mackey_glass(
    samples: int, ahead: int = 1, every: float = 1.0, tau: float = 17.0, seed: int = 1
) -> Task:
    """The series of M. C. Mackey and L. Glass, Science 197, 287 (1977), and its value later on.

    dx/dt = 0.2 x(t-tau) / (1 + x(t-tau)^10) - 0.1 x(t), which is chaotic at tau = 17. Integrated by
    RK4 at a tenth of a unit of time, from a constant past of 1.2 and a little more by the seed; the
    first 1000 units are left out.

    Args:
        samples: of input and target.
        ahead: the target at x(s) is x(s + ahead) [samples].
        every: time between samples [units of the equation], a multiple of 0.1.
        tau: the delay [units of the equation], a multiple of 0.1.
        seed: of the past.
    """
    _count(samples, "samples")
    _count(ahead, "ahead", 0)
    steps = round(10 * every)
    lag = round(10 * tau)
    if min(steps, lag) < 1 or abs(10 * every - steps) > 1e-9 or abs(10 * tau - lag) > 1e-9:
        raise HopfilmError("every and tau are multiples of 0.1, and above 0")
    past = 1.2 + 0.1 * np.random.default_rng(seed).random()
    x = _mackey_glass(past, 10_000 + (samples + ahead) * steps, 0.1, tau)[10_000::steps]
    return Task(x[:samples], x[ahead : samples + ahead])


def sine_square(periods: int, points: int = 8, seed: int = 1) -> Task:
    """Periods of a sine or of a square wave at random; the target is 0 in a sine, 1 in a square.

    Both have amplitude 1. Points where they are the same value can be told by memory alone:
    J. Torrejon et al., Nature 547, 428 (2017), with 8 points a period.
    """
    _count(periods, "periods")
    if points < 2 or points % 2:
        raise HopfilmError(f"{points} points a period; give an even number")
    phase = 2 * np.pi * np.arange(points) / points
    waves = np.array([np.sin(phase), np.where(np.arange(points) < points // 2, 1.0, -1.0)])
    kinds = np.random.default_rng(seed).integers(0, 2, periods)
    return Task(waves[kinds].reshape(-1), np.repeat(kinds, points).astype(float))


def node(
    film: Film,
    dt: str | float,
    contacts: Sequence[str],
    scale: str | float,
    of: str | Sequence[str] | None = None,
    noise: float = NOISE,
    seed: int = 1,
    name: str | None = None,
) -> Any:
    """A film as a ``Node`` of ReservoirPy 0.4: ``node(...) >> Ridge()``.

    N. Trouvain et al., ICANN 2020, doi:10.1007/978-3-030-61616-8_40. An input is a voltage of each
    contact, held for ``dt``; the output has all samples of it, in SI units, with the noise of an
    instrument. Before its first input the node drives the film with 0 V for one ``dt``, to see how many
    there are. The film itself keeps the state: each run continues where the last one ended, series are
    run one after the other, and ``reset()`` returns to the relaxed, untrained film. ``workers`` of a run
    stays 1.

    Args:
        film: a live film with ``output.samples``.
        dt: how long an input is on.
        contacts: which contacts the inputs drive; all others are at 0 V.
        scale: voltage of a 1.
        of: what the states are made of, as in ``Samples.states``.
        noise: of each reading, relative to it; ``reading_noise`` has that of an instrument.
        seed: of the noise; each run takes the next one.
        name: of the node.

    Raises:
        HopfilmError: if ReservoirPy is not installed.
    """
    try:
        from reservoirpy.node import Node
    except ImportError:
        raise HopfilmError("reservoirpy is not installed: pip install reservoirpy") from None
    names = [contacts] if isinstance(contacts, str) else list(contacts)

    class FilmNode(Node):
        def __init__(self) -> None:
            self.film, self.name, self.input_dim = film, name, len(names)
            self.initialized, self.runs = False, 0

        def initialize(self, x: Any, y: Any = None) -> None:
            self._set_input_dim(x)
            self._rest()
            self.initialized = True

        def _rest(self) -> None:
            rest = self._states(np.zeros((1, len(names))))[0]
            self.output_dim, self.state = len(rest), {"out": rest}

        def _states(self, x: np.ndarray) -> np.ndarray:
            states = film.drive(x, dt, names, scale).states(len(x), dt, of)
            self.runs += 1
            return read(states, noise, seed + self.runs - 1)

        def _step(self, state: Any, x: np.ndarray) -> dict[str, np.ndarray]:
            return {"out": self._states(x[None])[0]}

        def _run(self, state: Any, x: np.ndarray) -> tuple[dict[str, np.ndarray], np.ndarray]:
            states = self._states(x)
            return {"out": states[-1]}, states

        def reset(self) -> Any:
            before, self.runs = self.state, 0
            film.reset()
            self._rest()
            return before

    return FilmNode()


def _count(value: Any, name: str, least: int = 1) -> None:
    if not isinstance(value, (int, np.integer)) or value < least:
        raise HopfilmError(f"{name} is {value!r}; give a whole number from {least} on")


def _mackey_glass(past: float, steps: int, step: float, tau: float) -> np.ndarray:
    """x at steps 0, 1, ... after a constant past; x(t - tau) halfway by a cubic."""
    lag = round(tau / step)
    x = [past] * (lag + 2)  # one point older than the delay, for the cubic

    def gain(v: float) -> float:
        return 0.2 * v / (1 + v**10)

    for i in range(lag + 1, lag + 1 + steps):
        a, b = x[i - lag], x[i - lag + 1]
        halfway = (9 * (a + b) - x[i - lag - 1] - x[i - lag + 2]) / 16 if lag > 1 else (a + b) / 2
        g0, g1, g2, v = gain(a), gain(halfway), gain(b), x[i]
        k1 = g0 - 0.1 * v
        k2 = g1 - 0.1 * (v + step / 2 * k1)
        k3 = g1 - 0.1 * (v + step / 2 * k2)
        k4 = g2 - 0.1 * (v + step * k3)
        x.append(v + step / 6 * (k1 + 2 * k2 + 2 * k3 + k4))
    return np.array(x[lag + 1 :])


def _matrix(states: Any) -> np.ndarray:
    x = _numbers(states, "states")
    x = x[:, None] if x.ndim == 1 else x
    if x.ndim != 2 or not x.size:
        hint = ": states.reshape(len(states), -1)" if x.ndim > 2 else ""
        raise HopfilmError(f"states of shape {x.shape}; give (sample, state){hint}")
    if not np.isfinite(x).all():
        raise HopfilmError(f"states of shape {x.shape} hold nan or inf; give finite numbers")
    return x


def _numbers(values: Any, name: str) -> np.ndarray:
    return real(values, name, " of them")


def _with_past(states: Any, u: Any, taps: int) -> tuple[np.ndarray, np.ndarray]:
    """States and the last inputs of the samples that have so many."""
    x, past = _matrix(states), taps_of(u, taps)
    if len(x) != len(u):
        raise HopfilmError(f"{len(x)} samples of states for {len(u)} inputs; give one for each")
    return x[taps - 1 :], past
