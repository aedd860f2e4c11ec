"""Read-outs, measures and tasks of a reservoir against answers that are known without a film, and a film
as a node of ReservoirPy."""

import abc
import functools
import math
import sys
import tempfile
import types
import unittest
from pathlib import Path
from unittest import mock

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

import hopfilm  # noqa: E402
from hopfilm import reservoir  # noqa: E402


class Exact:
    """The functions without noise: most states here are numbers that no instrument read."""

    ridge, memory_function, memory_capacity = (
        staticmethod(functools.partial(getattr(reservoir, f), noise=0))
        for f in ("ridge", "memory_function", "memory_capacity")
    )


DRAWS = np.random.default_rng(7)
U = DRAWS.uniform(-1, 1, 2000)


def delay_line(u, taps):
    """u of 1, 2, ... samples ago; before the first sample 0."""
    return np.array([np.r_[np.zeros(d), u[:-d]] for d in range(1, taps + 1)]).T


class ReadOut(unittest.TestCase):
    def test_without_regularisation_it_is_least_squares(self):
        states = DRAWS.standard_normal((400, 5)) * [1e-5, 1, 1e3, 1, 1] + [1, 0, -1e4, 0, 2]
        target = states @ [3e5, -2, 1e-3, 0, 1] + 4 + 0.1 * DRAWS.standard_normal(400)
        fit = Exact.ridge(states, target, regularisation=0)
        known = np.linalg.lstsq(np.c_[states[:300], np.ones(300)], target[:300], rcond=None)[0]
        np.testing.assert_allclose(fit.weights * states.std(axis=0), known[:-1] * states.std(axis=0), atol=1e-9)
        self.assertAlmostEqual(fit.bias / known[-1], 1, places=8)
        prediction = np.c_[states[300:], np.ones(100)] @ known
        np.testing.assert_allclose(fit.prediction, prediction, rtol=1e-8, atol=1e-8)
        np.testing.assert_allclose(fit.predict(states[300:]), prediction, rtol=1e-8, atol=1e-8)
        self.assertAlmostEqual(fit.nrmse, np.std(target[300:] - prediction) / np.std(target[300:]), places=2)
        self.assertAlmostEqual(fit.r2, 1 - fit.nrmse**2, places=12)

    def test_regularisation_is_that_of_standardised_states(self):
        # one state z: w = <z y> / (<z z> + a) with <z z> = 1
        x = DRAWS.standard_normal(300)
        y = 2 * x + 1
        for unit in (1, 1e-6):
            fit = Exact.ridge(x * unit, y, regularisation=0.5, test=1 / 3)
            self.assertAlmostEqual(fit.weights[0] * unit, 2 / 1.5, places=12)
            self.assertAlmostEqual(fit.bias + fit.weights[0] * unit * x[:200].mean(), y[:200].mean(), places=12)

    def test_it_learns_from_the_first_samples_alone(self):
        states = DRAWS.standard_normal((200, 3))
        target = states @ [1.0, 2, 3]
        other = target.copy()
        other[150:] = 0
        other[151] = 1
        for name in ("weights", "bias"):
            np.testing.assert_array_equal(
                getattr(Exact.ridge(states, target), name), getattr(Exact.ridge(states, other), name)
            )

    def test_a_state_that_does_not_change_is_left_out(self):
        x = DRAWS.standard_normal(200)
        fit = Exact.ridge(np.c_[x, np.full(200, 0.1)], x, regularisation=0)
        np.testing.assert_allclose(fit.weights, [1, 0], atol=1e-12)

    def test_a_washout_is_not_used_at_all(self):
        states, target = DRAWS.standard_normal((120, 3)), DRAWS.standard_normal(120)
        short = Exact.ridge(states[20:], target[20:])
        target[:20] = np.nan
        fit = Exact.ridge(states, target, washout=20)
        np.testing.assert_array_equal(fit.weights, short.weights)
        self.assertEqual(len(fit.target), 25)

    def test_a_read_out_is_shown_in_a_line(self):
        fit = Exact.ridge(U[:100], -U[:100])
        self.assertRegex(repr(fit), r"^Readout\(1 state, test of 25 samples: nrmse \S+, r2 1\)$")

    def test_what_cannot_be_fitted_is_said(self):
        for states, target, said in (
            (np.ones((5, 2)), np.ones(4), "target of shape"),
            (np.array([[1.0, np.nan]] * 5), np.ones(5), "finite numbers"),
            (np.ones((5, 2)), np.full(5, np.nan), "target holds nan"),
            (np.ones((5, 2, 4, 4)), np.ones(5), r"states.reshape\(len\(states\), -1\)"),
            (["one", "two"], np.ones(2), "states holds no numbers"),
            (np.ones((2, 2)), ["one", "two"], "target holds no numbers"),
            (np.ones((2, 2)), np.ones(2), "too few"),
            (np.eye(3), np.arange(3.0), "3 samples are too few: test=0.25 of them"),
            (np.eye(5), np.arange(5.0), "5 samples are too few"),
            (np.ones((9, 2)) * 1j, np.ones(9), "states is complex; give its real part"),
            (np.ones((9, 2)), np.ones(9) * 1j, "target is complex"),
            (np.ma.masked_less(np.arange(9.0), 1), np.ones(9), "states has masked values"),
            ([np.ma.masked_less(np.arange(9.0), 1)], np.ones(1), "states has masked values"),
        ):
            with self.assertRaisesRegex(hopfilm.HopfilmError, said):
                Exact.ridge(states, target)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "washout is 5; give a number .* below 5"):
            Exact.ridge(np.ones((5, 2)), np.ones(5), washout=5)
        fit = Exact.ridge(DRAWS.standard_normal((20, 2)), U[:20])
        with self.assertRaisesRegex(hopfilm.HopfilmError, "^3 states; this read-out has learned 2"):
            fit.predict(np.ones((5, 3)))
        with self.assertRaisesRegex(hopfilm.HopfilmError, "12 taps of an input"):
            Exact.memory_capacity(np.ones((5, 2)), np.ones(5), delays=11)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "6 samples of states for 5 inputs"):
            reservoir.nonlinearity(np.ones((6, 2)), np.ones(5), taps=3)


    def test_arrays_with_a_mask_that_hides_nothing_are_taken(self):
        states = DRAWS.standard_normal((40, 2))
        masked = reservoir.ridge(np.ma.array(states, mask=False), U[:40])
        np.testing.assert_array_equal(masked.weights, reservoir.ridge(states, U[:40]).weights)


class Measures(unittest.TestCase):
    def test_a_delay_line_holds_as_many_inputs_as_it_has_taps(self):
        for taps in (3, 10):
            line = delay_line(U, taps)
            self.assertAlmostEqual(Exact.memory_capacity(line, U), taps, delta=0.02 if taps < 10 else 1e-6)
        function = Exact.memory_function(delay_line(U, 3), U, delays=5)
        np.testing.assert_allclose(function, [1, 1, 1, 0, 0], atol=0.01)

    def test_states_that_know_nothing_hold_nothing(self):
        # R^2 of a fit to noise is negative on average, -(states / samples learned from) with a
        # deviation of sqrt(2 / samples of the test) at most; what is above 0 by chance is added up
        noise = DRAWS.standard_normal((len(U), 10))
        self.assertLess(Exact.memory_capacity(noise, U), 10 / 500)
        present = np.c_[U, U**2, U**3]
        self.assertLess(Exact.memory_capacity(present, U), 10 / 500)

    def test_a_fading_memory_is_that_of_theory(self):
        # x(t) = a x(t-1) + u(t) tells u(t-d) with R^2 = (1 - a^2) a^2d
        a, x = 0.7, np.zeros(40_000)
        u = np.random.default_rng(3).uniform(-1, 1, len(x))
        for t in range(1, len(x)):
            x[t] = a * x[t - 1] + u[t]
        function = Exact.memory_function(x, u, delays=4)
        # some deviations of R^2 from 10 000 samples
        np.testing.assert_allclose(function, (1 - a**2) * a ** (2 * np.arange(1, 5)), atol=0.03)
        # of its state the last ten inputs leave a^20
        self.assertAlmostEqual(reservoir.nonlinearity(x, u)[0], a**20, delta=3e-4)

    def test_nonlinearity(self):
        noise = DRAWS.standard_normal(len(U))
        linear = U + 0.5 * np.roll(U, 4)
        values = reservoir.nonlinearity(np.c_[linear, U**2, noise, np.ones(len(U))], U)
        np.testing.assert_allclose(values[:3], [0, 1, 1], atol=0.03)
        self.assertTrue(np.isnan(values[3]))
        # u^3 = 3/5 u + rest for u uniform in [-1, 1]: R^2 = (3/25) / (1/7)
        cube = np.random.default_rng(5).uniform(-1, 1, 20_000)
        self.assertAlmostEqual(reservoir.nonlinearity(cube**3, cube)[0], 1 - 21 / 25, delta=0.01)

    def test_maps_of_cells(self):
        # column x remembers the input of x samples ago and nothing else
        cells = np.stack([np.roll(U, d) for d in range(4)], axis=1)[:, None, :].repeat(3, axis=1)
        own = Exact.memory_capacity(cells, U, radius=0)
        np.testing.assert_allclose(own, np.tile([0, 1, 1, 1], (3, 1)), atol=0.02)
        near = Exact.memory_capacity(cells, U, radius=1)
        np.testing.assert_allclose(near, np.tile([1, 2, 3, 2], (3, 1)), atol=0.02)
        np.testing.assert_allclose(reservoir.nonlinearity(cells, U), np.zeros((3, 4)), atol=1e-9)


    def test_the_program_has_the_same_numbers(self):
        # LinearReadoutTest reads the same film
        file = ROOT / "evidence" / "src" / "test" / "resources" / "hopfilm" / "claims" / "driven-film.csv"
        u, *states = np.loadtxt(file, delimiter=",", skiprows=1).T
        states = np.array(states).T
        self.assertAlmostEqual(Exact.memory_capacity(states, u), 1.26953447938, delta=1e-9)
        self.assertAlmostEqual(reservoir.nonlinearity(states, u).mean(), 0.27052481144, delta=1e-9)


class Noise(unittest.TestCase):
    def test_a_reading_has_the_noise_of_johnson_and_of_the_amplifier(self):
        # 4 nV/sqrt(Hz) in 10 GHz is 0.4 mV; sqrt(4 k 300 K 0.2 Ohm 10 GHz) = 5.76 uV
        self.assertAlmostEqual(reservoir.reading_noise(), 0.400, delta=0.0005)
        self.assertAlmostEqual(reservoir.reading_noise(amplifier=0), 5.76e-3, delta=0.01e-3)
        self.assertAlmostEqual(reservoir.reading_noise(2e-3, 4 * 50e-12), reservoir.NOISE / 4, places=12)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "above 0"):
            reservoir.reading_noise(voltage=0)
        for wrong in (
            lambda: reservoir.reading_noise(voltage="1 mV"),
            lambda: reservoir.reading_noise(amplifier=math.nan),
            lambda: reservoir.ridge(np.eye(9), np.arange(9.0), regularisation=math.nan),
            lambda: reservoir.read(np.ones((5, 2)), noise="1 %"),
            lambda: reservoir.read(np.ones((5, 2)), seed=-1),
            lambda: reservoir.mackey_glass(10, tau=-1),
            lambda: reservoir.memory_capacity(np.ones((50, 2)), np.ones(50), delays=1.5),
        ):
            with self.assertRaises(hopfilm.HopfilmError):
                wrong()

    def test_a_reading_hides_what_is_smaller_than_its_noise(self):
        # a state of 1 with a signal s u has R^2 = s^2 <u^2> / (s^2 <u^2> + noise^2), <u^2> = 1/3
        past = 1 + 0.03 * delay_line(U, 1)
        for noise in (0.01, 0.1):
            expected = 3e-4 / (3e-4 + noise**2)
            # R^2 of 500 samples: some deviations of 2 sqrt(R^2 / 500)
            self.assertAlmostEqual(reservoir.memory_capacity(past, U, delays=1, noise=noise), expected, delta=0.06)
        self.assertGreater(Exact.memory_capacity(past, U, delays=1), 0.999)
        self.assertLess(reservoir.memory_capacity(past, U), 10 / 500)

    def test_it_is_drawn_from_a_seed(self):
        states = 1 + 0.1 * delay_line(U, 3)
        one, same, other = (reservoir.ridge(states, U, noise=0.1, seed=s).nrmse for s in (1, 1, 2))
        self.assertEqual(one, same)
        self.assertNotEqual(one, other)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "noise is -1"):
            reservoir.ridge(states, U, noise=-1)

    def test_inputs_are_no_readings(self):
        task = reservoir.narma(600)
        taps = reservoir.taps_of(task.input, 20)
        self.assertEqual(task.baseline(20).nrmse, Exact.ridge(taps, task.target[19:]).nrmse)


class PublishedNode(abc.ABC):
    """What the guide "Create your own Node" of ReservoirPy 0.4 and its class Node promise."""

    input_dim = output_dim = name = None
    initialized = False

    @abc.abstractmethod
    def initialize(self, x, y=None): ...

    @abc.abstractmethod
    def _step(self, state, x): ...

    def _set_input_dim(self, x):
        if self.input_dim not in (None, x.shape[-1]):
            raise ValueError("other inputs")
        self.input_dim = x.shape[-1]

    def step(self, x):
        if not self.initialized:
            self.initialize(x)
        self.state = self._step(self.state, x)
        return self.state["out"]

    def run(self, x):
        if not self.initialized:
            self.initialize(x)
        self.state, result = self._run(self.state, x)
        return result


class Node(unittest.TestCase):
    """By ReservoirPy where it is installed, else by the interface that it publishes."""

    FILM = {
        "film": {"size": ["96 nm", "96 nm"], "cell": "8 nm"},
        "electrodes": {"layout": "corners", "radius": "28 nm"},
        "initial": {"relax": "0.2 ns"},
        "output": {"samples": {"every": "10 ps", "of": ["G"]}},
    }

    def setUp(self):
        try:
            import reservoirpy.node  # noqa: F401
        except ImportError:
            module = types.ModuleType("reservoirpy.node")
            module.Node = PublishedNode
            stand_in = {"reservoirpy": types.ModuleType("reservoirpy"), "reservoirpy.node": module}
            self.enterContext(mock.patch.dict(sys.modules, stand_in))

    def test_its_outputs_are_the_samples_of_a_drive(self):
        u = np.random.default_rng(3).uniform(0, 1, (6, 2))
        with tempfile.TemporaryDirectory() as runs, hopfilm.Film(self.FILM, runs=runs) as film:
            film.drive(np.zeros((1, 2)), "20 ps", ["n1", "n2"], "5 mV")
            wanted = film.drive(u, "20 ps", ["n1", "n2"], "5 mV").states(6, "20 ps")
            film.reset()
            node = reservoir.node(film, "20 ps", ["n1", "n2"], "5 mV", noise=0)
            out = node.run(u)
            self.assertEqual((node.input_dim, node.output_dim), (2, 2 * 4 * 4))
            np.testing.assert_array_equal(out, wanted)
            np.testing.assert_array_equal(node.state["out"], wanted[-1])
            node.reset()  # the film too
            # a new step of the protocol solves for the potential again: the last digits differ
            parts = np.vstack([node.run(u[:2]), node.run(u[2:])])
            np.testing.assert_allclose(parts, wanted, rtol=1e-9)
            node.reset()
            np.testing.assert_allclose([node.step(v) for v in u], wanted, rtol=1e-9)

    def test_its_outputs_have_the_noise_of_an_instrument(self):
        u = np.zeros((200, 1))
        with tempfile.TemporaryDirectory() as runs, hopfilm.Film(self.FILM, runs=runs) as film:
            node = reservoir.node(film, "10 ps", "n1", "1 mV", noise=0.1)
            one, other = node.run(u), node.run(u)
        for out in (one, other):
            # 200 readings of one conductance: the deviation is known to 5 %, four of them
            self.assertAlmostEqual(out[:, 1].std() / abs(out[:, 1].mean()) / 0.1, 1, delta=0.2)
        self.assertLess(abs(np.corrcoef(one[:, 1], other[:, 1])[0, 1]), 0.3)

    def test_without_the_package_the_error_names_it(self):
        with mock.patch.dict(sys.modules, {"reservoirpy": None, "reservoirpy.node": None}):
            with self.assertRaisesRegex(hopfilm.HopfilmError, "pip install reservoirpy"):
                reservoir.node(None, "1 ps", ["n1"], "1 mV")


class Tasks(unittest.TestCase):
    def test_narma(self):
        task = reservoir.narma(20_000)
        u, y = task.input, np.r_[np.nan, task.target[:-1]]
        for t in (20, 777):
            past = y[t - 9 : t + 1].sum()
            step = 0.3 * y[t] + 0.05 * y[t] * past + 1.5 * u[t - 9] * u[t] + 0.1
            self.assertAlmostEqual(task.target[t], step, places=14)
        # the stationary mean without fluctuations: y = 0.3 y + 0.5 y^2 + 1.5/16 + 0.1; those of the
        # quadratic term, 0.5 var(y) / (0.7 - y), add up to 0.02
        mean = 0.7 - np.sqrt(0.7**2 - 2 * (1.5 / 16 + 0.1))
        self.assertGreater(task.target.mean(), mean)
        self.assertLess(task.target.mean(), mean + 0.02)
        # a linear shift register comes to 0.4: L. Appeltant et al., Nat. Commun. 2, 468 (2011)
        self.assertAlmostEqual(task.baseline(50).nrmse, 0.4, delta=0.03)
        self.assertGreater(task.baseline(5).nrmse, task.baseline(10).nrmse)
        for samples in (0, -3, 2.5, "ten"):
            with self.assertRaisesRegex(hopfilm.HopfilmError, "^samples is .*; give a whole number"):
                reservoir.narma(samples)
            with self.assertRaisesRegex(hopfilm.HopfilmError, "^samples is "):
                reservoir.mackey_glass(samples)
            with self.assertRaisesRegex(hopfilm.HopfilmError, "^periods is "):
                reservoir.sine_square(samples)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "^ahead is -1; .* from 0 on"):
            reservoir.mackey_glass(10, ahead=-1)
        with self.assertRaisesRegex(hopfilm.HopfilmError, "runs away"):
            reservoir.narma(10, order=20)

    def test_narma_of_order_two_is_that_of_the_literature(self):
        task = reservoir.narma(2000, order=2)
        np.testing.assert_array_equal(task.input, reservoir.narma(2000).input)
        # of this seed the first draw lets order 10 run away
        other = reservoir.narma(600, order=2, seed=262)
        np.testing.assert_array_equal(other.input, reservoir.narma(600, seed=262).input)
        u, y = task.input, np.r_[np.nan, task.target[:-1]]
        t = np.arange(2, 2000)
        step = 0.4 * y[t] + 0.4 * y[t] * y[t - 1] + 0.6 * u[t] ** 3 + 0.1
        np.testing.assert_allclose(task.target[t], step, rtol=1e-14)
        # y = 0.4 y + 0.4 y^2 + 0.6 <u^3> + 0.1 with <u^3> = 1/32, but for 0.4 cov(y, y'), some 1e-4
        c = 0.6 / 32 + 0.1
        self.assertAlmostEqual(task.target.mean(), (0.6 - np.sqrt(0.36 - 1.6 * c)) / 0.8, delta=0.003)

    def test_draws_of_narma_that_run_away_are_not_given(self):
        for seed in range(30):
            self.assertLess(reservoir.narma(1000, seed=seed).target.max(), 2)

    def test_mackey_glass(self):
        task = reservoir.mackey_glass(10_000, ahead=5)
        x = task.input
        np.testing.assert_array_equal(task.target[:-5], x[5:])
        # as it is plotted everywhere: 0.4 to 1.3 around 0.9
        self.assertAlmostEqual(x.min(), 0.4, delta=0.05)
        self.assertAlmostEqual(x.max(), 1.3, delta=0.05)
        self.assertAlmostEqual(x.mean(), 0.93, delta=0.01)
        # what is made is what decays, on average over a stationary series
        self.assertAlmostEqual((0.2 * x / (1 + x**10)).mean() / (0.1 * x.mean()), 1, delta=0.005)
        self.assertLess(task.baseline(10).nrmse, reservoir.mackey_glass(10_000, ahead=20).baseline(10).nrmse)

    def test_mackey_glass_against_another_integration(self):
        # Heun's method with a step ten times as small, before chaos tells them apart
        step, tau, last = 0.01, 17, 300
        lag = round(tau / step)
        x = [1.2] * (lag + 1)
        for i in range(lag, lag + round(last / step)):
            g, h = (0.2 * v / (1 + v**10) for v in (x[i - lag], x[i - lag + 1]))
            k = g - 0.1 * x[i]
            x.append(x[i] + step / 2 * (k + h - 0.1 * (x[i] + step * k)))
        own = reservoir._mackey_glass(1.2, 10 * last, 0.1, tau)
        np.testing.assert_allclose(own[::10], x[lag::100], atol=1e-4)

    def test_mackey_glass_is_chaotic_as_is_known(self):
        # chaos sets in at a delay of 16.8; below it neighbours stay neighbours
        for tau, grows in ((12.0, False), (17.0, True)):
            a, b = (reservoir._mackey_glass(past, 30_000, 0.1, tau) for past in (0.9, 0.9 + 1e-9))
            distance = np.abs(a - b)
            self.assertEqual(distance[-1000:].max() > 100 * distance[5000:6000].max(), grows)

    def test_sines_and_squares(self):
        task = reservoir.sine_square(400)
        self.assertEqual(task.input.shape, (3200,))
        self.assertEqual(set(task.target), {0.0, 1.0})
        np.testing.assert_array_equal(np.abs(task.input[task.target == 1]), 1)
        square = task.input.reshape(-1, 8)[task.target[::8] == 0]
        np.testing.assert_allclose(square, np.tile(np.sin(np.pi / 4 * np.arange(8)), (len(square), 1)))
        # the present value is as often up as down in either: a line through it tells nothing
        self.assertAlmostEqual(task.baseline(1).nrmse, 1, delta=0.02)
        magnitude = Exact.ridge(np.abs(task.input), task.target)
        self.assertLess(magnitude.nrmse, 0.9)


if __name__ == "__main__":
    unittest.main()
