"""A bank of films with rows: an associative memory of pictures, arrays in and arrays out."""

from __future__ import annotations

import copy
import hashlib
import json
import math
import os
import sys
import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from numbers import Integral
from pathlib import Path
from typing import Any, Mapping, Sequence

import numpy as np

from ._errors import HopfilmError, HopfilmWarning
from ._launcher import launcher, run, said
from ._results import Run, Sweep, _number, path_of
from ._si import document, quantity

_BOLTZMANN = 1.380649e-23
_BANK = "bank.json"
_MOST_PIXELS = 512


def signs(pictures: Any, name: str = "pictures") -> np.ndarray:
    """Pictures as an array of -1 and 1, of shape (picture, pixel).

    Args:
        pictures: of shape (P, N) or (P, rows, columns), or one of shape (N,): numbers -1 and 1,
            booleans (True is +), or texts of signs such as ``"+--+"``.

    Raises:
        HopfilmError: if they are anything else.
    """
    if isinstance(pictures, str):
        pictures = [pictures]
    if isinstance(pictures, (list, tuple)) and pictures and isinstance(pictures[0], str):
        pictures = [_of_text(p, f"{name}[{k}]") for k, p in enumerate(pictures)]
    if isinstance(pictures, (list, tuple)) and len({np.shape(p) for p in _shaped(pictures, name)}) > 1:
        sizes = ", ".join(str(np.size(p)) for p in pictures[:6])
        raise HopfilmError(f"{name} have unequal sizes ({sizes}, ...); give all as many pixels")
    if np.ma.is_masked(pictures) or np.iscomplexobj(pictures):
        raise HopfilmError(f"{name} are masked or complex; give -1 and 1, booleans or signs")
    try:
        values = np.asarray(pictures)
        if values.dtype == bool:
            values = np.where(values, 1, -1)
        values = values.astype(float)
    except (TypeError, ValueError):
        raise HopfilmError(f"{name} hold no numbers; give -1 and 1, booleans or signs") from None
    if values.ndim == 0 or values.size == 0:
        raise HopfilmError(f"{name} are empty; give an array of shape (picture, pixel)")
    if values.ndim > 3:
        raise HopfilmError(f"{name} have the shape {values.shape}; give (P, pixels) or (P, rows, columns)")
    values = values.reshape(1 if values.ndim == 1 else len(values), -1)
    if np.isnan(values).any():
        k = int(np.isnan(values).any(axis=1).argmax())
        raise HopfilmError(f"{name} have NaN in picture {k}; a pixel is -1 or 1, or a boolean")
    other = ~np.isin(values, (-1, 1))
    if other.any():
        k = int(other.any(axis=1).argmax())
        raise HopfilmError(
            f"{name}: picture {k} has the value {values[k][other[k]][0]:g}; a pixel is -1 or 1, or a"
            " boolean: of grey values x give x > x.mean()"
        )
    return values.astype(np.int8)


def _shaped(pictures: Sequence[Any], name: str) -> Sequence[Any]:
    try:
        for p in pictures:
            np.shape(p)
    except ValueError:
        raise HopfilmError(f"{name} have rows of unequal lengths") from None
    return pictures


def _of_text(text: Any, name: str) -> list[int]:
    bare = "".join(str(text).split())
    if not bare or bare.strip("+-"):
        raise HopfilmError(f"{name} is {text!r}; a text has signs + and - alone")
    return [1 if c == "+" else -1 for c in bare]


@dataclass(frozen=True)
class Recalled:
    """What a bank answers to probes.

    Attributes:
        pictures: what comes back, -1 and 1, of shape (probe, pixel).
        row: number of the picture whose row answers, of shape (probe,).
        overlap: current of each row over the largest that it could have, of shape (probe, picture).
        currents: of the rows for the probes as they were given, by volt [S].
    """

    pictures: np.ndarray
    row: np.ndarray
    overlap: np.ndarray
    currents: np.ndarray = field(repr=False)

    def exact(self, truth: Any) -> float:
        """Share of the probes that come back without a wrong pixel.

        Args:
            truth: the pictures that they were made of, one for each probe.
        """
        wanted = signs(truth, "truth")
        if wanted.shape != self.pictures.shape:
            raise HopfilmError(f"truth has the shape {wanted.shape}, the probes {self.pictures.shape}")
        return float((wanted == self.pictures).all(axis=1).mean())


@dataclass(frozen=True)
class Energy:
    """Joule heat of writing: of the whole bank, and by pixel stored [J]."""

    written: float
    per_bit: float


@dataclass(frozen=True)
class Reading:
    """What one step of recall takes. A step reads each row once.

    Attributes:
        time: averaging time of a row, all rows at once [s].
        energy_row: Joule heat of the film of a row [J]; that of the amplifier comes on top.
        energy: of all rows [J].
        johnson_row: the least that an amplifier without noise would ask for [J], 2kT/(x rho)^2.
        power_row: while a row is read [W].
        conductance: of a row with all its pixels [S].
        signal: rho, the largest current of the weights over the whole current of a row.
        reference: to which share of themselves the untrained conductances must be known.
    """

    time: float
    energy_row: float
    energy: float
    johnson_row: float
    power_row: float
    conductance: float
    signal: float
    reference: float


@dataclass(frozen=True)
class Capacity:
    """How much a bank holds: a film a picture, whatever the number of pictures.

    Attributes:
        pictures, pixels: P and N.
        films: in all; ``films // pictures`` a picture.
        junctions: between pads of pixels and of the row.
        bits_per_junction: P N / junctions.
        hopfield: 0.138 N, what Hebb's rule holds in one network of N neurons; for comparison.
    """

    pictures: int
    pixels: int
    films: int
    junctions: int
    bits_per_junction: float
    hopfield: float


class Bank:
    """Films with a row each. The row whose current is nearest to its largest answers.

    The weight of pixel p in row r is w_rp = (c - 1) G_rp - dG_rp: minus its gain over a multiple of
    its untrained conductance. A probe of voltages V_p gives I_r = sum_p w_rp V_p; the row with the
    largest ``|I_r| / sum_p |w_rp|`` answers, and each pixel takes the sign of ``w_rp I_r``; twice.

    Attributes:
        pictures: what was written, -1 and 1, of shape (picture, pixel).
        gains: what each conductance between row and pixel gained [S].
        untrained: these conductances before writing [S].
        places: junctions of each pixel with the row.
        runs: folder of each film.
        tiles: films of one picture, whose currents add.
    """

    def __init__(self, runs: Sequence[Path], summaries: Sequence[Mapping[str, Any]], tiles: int = 1):
        if not isinstance(tiles, Integral) or tiles < 1 or len(runs) % tiles:
            raise HopfilmError(f"{len(runs)} films are no pictures of {tiles} tiles each")
        self.runs, self.tiles = list(runs), tiles
        rows = [_row(s, folder) for s, folder in zip(summaries, runs)]
        self._film = signs([r["picture"] for r in rows], "pictures of the films")
        self._gains, self._untrained, self._places = (
            np.array([r[key] for r in rows], dtype=float) for key in ("gains", "untrained", "places")
        )
        for k, folder in enumerate(runs):
            parts = self._gains[k], self._untrained[k], self._places[k]
            if not all(np.isfinite(p).all() for p in parts):
                raise HopfilmError(f"{folder}: a conductance of its row is no number")
        self._joule = np.array([s.get("energy_joule") or math.nan for s in summaries], dtype=float)
        self._reference: float | str = "fitted"

    @staticmethod
    def film(pixels: int) -> dict[str, Any]:
        """The experiment of a film for pictures of so many pixels, as ``write`` runs it by default.

        One pad a pixel, 379 nm apart, 1 um thick, written with 96 mV for 2 ns.

        Raises:
            HopfilmError: if it is no number of pixels, or more than 512.
        """
        if not isinstance(pixels, Integral) or not 2 <= pixels <= _MOST_PIXELS:
            raise HopfilmError(
                f"a film of {pixels} pixels: 2 to {_MOST_PIXELS} are possible; cut larger pictures"
                " into tiles"
            )
        rows = max(r for r in range(2, math.isqrt(2 * pixels) + 1) if 2 * pixels % r == 0)
        columns = 2 * pixels // rows
        return {
            "name": f"a row of {pixels} pixels",
            "film": {"thickness": "1 um"},
            "material": {"Ku": "172 kJ/m^3", "D": "6.5 mA", "rho_perp": "0.24 uOhm m"},
            "electrodes": {
                "rows": {"grid": f"{rows}x{columns}", "spacing": "379.2 nm", "pixels": pixels},
                "radius": "102 nm",
            },
            "initial": {"texture": "maze", "relax": {"time": "4 ns", "alpha": 0.5}},
            "protocol": [
                {"measure": "untrained"},
                {"write": {"picture": "", "voltage": "96 mV", "time": "2 ns"}},
                {"measure": "remembered"},
            ],
            "output": {"table": "1 ns", "snapshots": "10 ns", "formats": ["ovf"], "report": "off"},
        }

    @classmethod
    def write(
        cls,
        pictures: Any,
        out: str | os.PathLike,
        *,
        film: str | os.PathLike | Mapping[str, Any] | None = None,
        seed: int = 1,
        workers: int | None = None,
        progress: bool = True,
    ) -> Bank:
        """Writes each picture into a film of its own, with a maze of its own.

        Args:
            pictures: see ``signs``; P of them take P films, all cores work at once.
            out: folder of the bank, new or empty; it gets a run of each film. The same call goes on
                with a folder that it left unfinished, by a crash too.
            film: an experiment with electrodes ``rows`` and a step ``write``, as a file or nested
                dictionaries; by default ``Bank.film(N)``.
            seed: of the first maze; the next films take the next ones.
            workers: films at a time; by default as many as there are cores.
            progress: prints a line for each film to stderr.

        Raises:
            HopfilmError: if pictures are no signs or of one sign, the folder has something else, or a
                film fails.
        """
        x = signs(pictures)
        one = np.flatnonzero(np.abs(x.sum(axis=1)) == x.shape[1])
        if one.size:
            raise HopfilmError(
                f"picture {one[0]} has one sign alone; a row needs both, as - pixels are what it writes"
            )
        folder = path_of(out, "out", "a folder")
        experiment = cls.film(x.shape[1]) if film is None else film
        inputs = json.dumps({"films": len(x), "pixels": x.shape[1], "of": _inputs(x, experiment, seed)}) + "\n"
        bank = folder / _BANK
        goes_on = bank.is_file() and bank.read_bytes() == inputs.encode()
        if folder.exists() and not goes_on and (not folder.is_dir() or any(folder.iterdir())):
            raise HopfilmError(
                f"{folder} is not an empty folder, nor of these pictures, film and seed; give another one as out"
            )
        folder.mkdir(parents=True, exist_ok=True)
        bank.write_text(inputs)
        names = [f"{k + 1:0{max(3, len(str(len(x))))}d}" for k in range(len(x))]
        with warnings.catch_warnings(), ThreadPoolExecutor(workers or os.cpu_count() or 1) as pool:
            warnings.simplefilter("once", HopfilmWarning)  # all films have the same
            films = {
                pool.submit(_write, experiment, x[k], seed + k, folder / names[k]): k
                for k in range(len(x))
            }
            try:
                for done, future in enumerate(as_completed(films), 1):
                    line = f"film {names[films[future]]}, {done} of {len(x)}: {_line(future.result())}"
                    if progress:
                        print(line, file=sys.stderr, flush=True)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                if list(folder.iterdir()) == [bank]:
                    bank.unlink()
                raise
        return cls.open(folder)

    @classmethod
    def open(cls, *folders: str | os.PathLike | Run | Sweep, tiles: int = 1) -> Bank:
        """Opens what ``write``, a sweep or single runs left, in their order.

        Args:
            folders: of banks, sweeps or runs.
            tiles: films in a row that hold one picture.

        Raises:
            HopfilmError: if a film is lost, damaged, not done or without a row, or has other pixels.
        """
        runs = [r for f in folders for r in _runs(f.folder if isinstance(f, (Run, Sweep)) else f)]
        if not runs:
            raise HopfilmError("there is no film to open")
        return cls(runs, [_summary(r) for r in runs], tiles)

    def __len__(self) -> int:
        return len(self.runs) // self.tiles

    def __repr__(self) -> str:
        c = self.capacity
        return (
            f"Bank({c.pictures} pictures of {c.pixels} pixels in {c.films} films,"
            f" {int(self.wrong.sum())} pixels wrong)"
        )

    def _whole(self, of_films: np.ndarray) -> np.ndarray:
        return of_films.reshape(len(self), -1)

    pictures = property(lambda self: self._whole(self._film))
    gains = property(lambda self: self._whole(self._gains))
    untrained = property(lambda self: self._whole(self._untrained))
    places = property(lambda self: self._whole(self._places))

    # weights

    @property
    def reference(self) -> float | str:
        """``"fitted"``: each film fits two multiples of its untrained conductances to its picture, the
        middle of the kinds to choose the row, and for the signs of pixels the border with the fewest
        wrong. Or a number, one multiple for both."""
        return self._reference

    @reference.setter
    def reference(self, value: float | str) -> None:
        if value != "fitted":
            try:
                value = math.nan if isinstance(value, bool) else float(value)
            except (TypeError, ValueError):
                value = math.nan
            if not 0.5 <= value <= 2:
                raise HopfilmError("reference is 'fitted', or a number from 0.5 to 2")
        self._reference = value

    def _factors(self) -> tuple[np.ndarray, np.ndarray]:
        if self._reference != "fitted":
            both = np.full((len(self.runs), 1), self._reference)
            return both, both
        fitted = np.array(
            [_fitted(*film) for film in zip(self._film, self._gains, self._untrained)]
        )
        return fitted[:, :1], fitted[:, 1:]

    def _over(self, factors: np.ndarray) -> np.ndarray:
        return self._whole((factors - 1) * self._untrained - self._gains)

    @property
    def weights(self) -> np.ndarray:
        """Weights whose signs the pixels take [S], of shape (picture, pixel)."""
        return self._over(self._factors()[1])

    @property
    def choosing(self) -> np.ndarray:
        """Weights by which the row is chosen [S]; of a number as reference, the same."""
        return self._over(self._factors()[0])

    @property
    def wrong(self) -> np.ndarray:
        """Pixels of each picture that recall takes wrongly."""
        return (np.sign(self.weights) != self.pictures).sum(axis=1)

    @property
    def sigma(self) -> np.ndarray:
        """Of each film, distance of the kinds + and - by junction, in deviations within a kind."""
        by_place = self._gains / self._places
        minus = self._film < 0
        mean = [np.mean(by_place, axis=1, where=w, keepdims=True) for w in (minus, ~minus)]
        within = (by_place - np.where(minus, *mean)) ** 2
        spread = np.sqrt(within.sum(axis=1) / (by_place.shape[1] - 2))
        return (mean[0] - mean[1])[:, 0] / spread

    @property
    def unconnected(self) -> int:
        """Pixels without any conductance to their row; they recall as they are given."""
        return int((self._untrained == 0).sum())

    # recall

    def recall(
        self, probes: Any, *, noise: float = 0.0, seed: int = 1, steps: int = 2
    ) -> Recalled:
        """Gives probes to all rows.

        Args:
            probes: of shape (K, N) or as pictures are; see ``signs``.
            noise: standard deviation of each ``overlap``, of a read-out (``read``); drawn by ``seed``.
            steps: how often the answer of a row is given to all rows again; 1 or more, 2 by default.

        Raises:
            HopfilmError: if they are no signs, or of another number of pixels.
        """
        s = signs(probes, "probes").astype(float)
        if s.shape[1] != self.pictures.shape[1]:
            one = "; one picture is probes[None]" if s.size == self.pictures.shape[1] else ""
            raise HopfilmError(
                f"probes have {s.shape[1]} pixels, the bank {self.pictures.shape[1]}{one}"
            )
        if not noise >= 0 or not isinstance(steps, Integral) or steps < 1:
            raise HopfilmError(f"noise is {noise}, steps {steps}; give 0 or more, and a whole number from 1")
        draws = np.random.default_rng(seed)
        choosing, weights = self.choosing, self.weights
        largest = np.abs(choosing).sum(axis=1)
        inverse = np.divide(1, largest, out=np.zeros_like(largest), where=largest > 0)
        first = None
        for _ in range(steps):
            currents = s @ choosing.T
            overlap = currents * inverse
            if noise:
                overlap = overlap + noise * draws.standard_normal(overlap.shape)
            first = (currents, overlap) if first is None else first
            row = np.abs(overlap).argmax(axis=1)
            current = np.sign(overlap[np.arange(len(s)), row])[:, None] * np.sign(weights[row])
            s = np.where(current == 0, s, current)
        return Recalled(s.astype(np.int8), row, first[1], first[0])

    # cost

    @property
    def energy(self) -> Energy:
        """Joule heat of writing."""
        return Energy(float(self._joule.sum()), float(self._joule.sum() / self._film.size))

    @property
    def capacity(self) -> Capacity:
        p, n = self.pictures.shape
        junctions = int(self._places.sum())
        return Capacity(p, n, len(self.runs), junctions, p * n / junctions, 0.138 * n)

    def at(self, amr: float | str, *, workers: int | None = None) -> Bank:
        """The same films with another AMR: the current is solved again in the textures before and
        after writing, which stay as they are. Takes some seconds of a core for each film.

        Args:
            amr: 2 (rho_par - rho_perp) / (rho_par + rho_perp), as ``"2.5 %"`` or 0.025.
            workers: films at a time; by default as many as there are cores.

        Raises:
            HopfilmError: if a film did not keep its textures, or the value is refused.
        """
        with ThreadPoolExecutor(workers or os.cpu_count() or 1) as pool:
            matrices = list(pool.map(lambda run: _evaluated(run, quantity(amr, "", "amr")), self.runs))
        other = copy.copy(self)
        other._untrained = np.array([-before[0, 1:] for before, _ in matrices])
        other._gains = np.array([(before - after)[0, 1:] for before, after in matrices])
        return other

    def read(
        self,
        *,
        amr: float | str | None = None,
        voltage: float | str = "1 mV",
        overlap: float = 0.1,
        amplifier: float | str = "4 nV/sqrt(Hz)",
        thickness: float | str | None = None,
        temperature: float | str = "300 K",
    ) -> Reading:
        """What one step of recall takes with real noise, that of an amplifier and of Johnson.

        A row is a conductance G of all its pixels under the voltage V; of its current I the share
        rho = sum |w| / sum G is made by the weights. To know I / sum |w| to x takes
        t = (e^2 + 4kT/G) / (2 (x V rho)^2) and the energy V^2 G t, which does not depend on V.

        Args:
            amr: of films that are like these, with another one, see ``at``; by default these.
            voltage: V of a pixel [V].
            overlap: x, the deviation of ``Recalled.overlap``.
            amplifier: e, its noise [V/sqrt(Hz)].
            thickness: of films that are like these, but thinner [m]; by default these.
            temperature: T [K].

        Raises:
            HopfilmError: if an option is no such quantity, or not above 0.
        """
        if amr is not None:
            return self.at(amr).read(
                voltage=voltage,
                overlap=overlap,
                amplifier=amplifier,
                thickness=thickness,
                temperature=temperature,
            )
        v = _si(voltage, "V", "voltage")
        e = _si(amplifier, "V/sqrt(Hz)", "amplifier", least=0)
        kelvin = _si(temperature, "K", "temperature", least=0)
        if not 0 < overlap < 1:
            raise HopfilmError(f"overlap is {overlap}; give a deviation between 0 and 1")
        thin = 1.0
        if thickness is not None:
            thin = _si(thickness, "m", "thickness") / self._thickness()
            if not 0 < thin <= 10:
                raise HopfilmError(f"thickness is {thickness!r}: {thin:.3g} times that of the films")
        g = float(self._untrained.sum(axis=1).mean()) * thin
        rho = float(np.abs(self.choosing).sum() / self._untrained.sum())
        if not rho > 0:
            raise HopfilmError("the rows have no weights to read; give an amr above 0")
        density = e**2 + 4 * _BOLTZMANN * kelvin / g
        time = density / (2 * (overlap * v * rho) ** 2)
        row = v**2 * g * time
        return Reading(
            time=time,
            energy_row=row,
            energy=row * len(self.runs),
            johnson_row=2 * _BOLTZMANN * kelvin / (overlap * rho) ** 2,
            power_row=v**2 * g,
            conductance=g,
            signal=rho,
            reference=overlap * rho,
        )

    def _thickness(self) -> float:
        text = Run(self.runs[0]).experiment
        for line in text.splitlines():
            key, _, value = line.strip().partition(": ")
            if key == "thickness":
                return _si(value, "m", "thickness")
        raise HopfilmError(f"{self.runs[0]}/experiment.yaml has no thickness")


def _fitted(picture: np.ndarray, gains: np.ndarray, untrained: np.ndarray) -> tuple[float, float]:
    """Middle and border of a film, as ``RowReference`` of the program has them."""
    with np.errstate(divide="ignore", invalid="ignore"):
        z = gains / untrained
    known = np.isfinite(z)
    z, minus = z[known], picture[known] < 0
    if minus.all() or not minus.any():
        return 1.0, 1.0
    order = np.argsort(z, kind="stable")
    z, minus = z[order], minus[order]
    # wrong above the gap behind each: + pixels; below: - pixels
    wrong = np.cumsum(np.where(minus, 1, -1))[:-1]
    gaps = np.diff(z)
    best = np.flatnonzero(wrong == wrong.min())
    k = best[np.argmax(gaps[best])]
    return 1 + (z[minus].mean() + z[~minus].mean()) / 2, 1 + (z[k] + z[k + 1]) / 2


def _si(value: float | str, unit: str, name: str, least: float | None = None) -> float:
    """A number in SI units, of a number or a text with its unit."""
    text = quantity(value, unit, name).strip()
    number = _number(text) if text.endswith(unit) else None
    if number is None or not math.isfinite(number) or not (
        number > 0 if least is None else number >= least
    ):
        raise HopfilmError(f"{name} is {value!r}; give a positive number in {unit} or with its unit")
    return number


def _evaluated(folder: Path, amr: str) -> tuple[np.ndarray, np.ndarray]:
    """Conductances before and after writing, by another AMR."""
    labels = list(_summary(folder).get("conductance", {}))
    states = [folder / "measures" / f"{label}.ovf" for label in labels[:1] + labels[-1:]]
    if len(labels) < 2 or not all(state.is_file() for state in states):
        raise HopfilmError(f"{folder} kept no textures from before and after writing (measure steps)")
    found = []
    for state in states:
        Run(folder)._bytes(f"measures/{state.name}")  # is as it was written
        with tempfile.TemporaryDirectory(prefix="hopfilm-") as scratch:
            out = Path(scratch) / "fields"
            command = [launcher(), "evaluate", str(folder.resolve() / "experiment.yaml")]
            command += ["--state", str(state.resolve()), f"--set=material.amr={amr}", "--out", str(out)]
            said(command, folder)
            matrix = json.loads((out / "evaluate.json").read_text(encoding="utf-8"))["conductance"]
            found.append(np.array(matrix, dtype=float))
    return found[0], found[1]


def _inputs(pictures: np.ndarray, experiment: Any, seed: int) -> str:
    """A hash of all that decides the films of a bank."""
    if isinstance(experiment, Mapping):
        film = document(experiment)
    else:
        path = path_of(experiment, "film", "a file or a dictionary")
        film = path.read_text(encoding="utf-8") if path.is_file() else str(path)
    return hashlib.sha256(json.dumps([pictures.tolist(), film, seed]).encode()).hexdigest()


def _write(experiment: Any, picture: np.ndarray, seed: int, out: Path) -> Path:
    """Writes a film, goes on with it, or leaves it as it is where it is done."""
    if (out / "status.json").is_file():
        if Run(out).status != "done":
            said([launcher(), "run", f"--resume={out.resolve()}", "--threads=1"], out)
        return out
    text = "".join("+" if s > 0 else "-" for s in picture)
    run(experiment, out, set={"write.picture": text, "initial.seed": seed}, threads=1)
    return out


def _line(folder: Path) -> str:
    summary = _summary(folder)
    row = _row(summary, folder)
    sigma = row.get("sigma")
    return (
        f"{row['wrong']} of {len(row['picture'])} pixels wrong"
        + (f", {sigma:.1f} sigma" if sigma else "")
        + f", {summary.get('seconds', math.nan):.0f} s"
    )


def _runs(folder: str | os.PathLike) -> list[Path]:
    path = path_of(folder, "folder", "that of a bank, a sweep or a run")
    if (path / _BANK).is_file():
        try:
            wanted = json.loads((path / _BANK).read_text(encoding="utf-8"))["films"]
        except (ValueError, KeyError, TypeError):
            raise HopfilmError(
                f"{path / _BANK} is damaged; delete it and give the folders of the films"
            ) from None
    elif (path / "runs.csv").is_file():
        wanted = Sweep(path).summary.get("runs", 0)
    elif (path / "summary.json").is_file():
        return [path]
    else:
        raise HopfilmError(f"{path} is no folder of a bank, of a sweep or of a run")
    runs = sorted(p for p in path.iterdir() if (p / "summary.json").is_file())
    if len(runs) != wanted:
        raise HopfilmError(
            f"{path}: {len(runs)} of {wanted} films are there"
            f"{''.join(', ' + r.name for r in runs[:20])}; bring the others back, or go on with the same"
            " Bank.write"
        )
    return runs


def _summary(folder: Path) -> dict[str, Any]:
    summary = Run(folder).summary
    if summary.get("status") != "done":
        raise HopfilmError(f"{folder}: the film is not done, but {summary.get('status')}")
    return summary


def _row(summary: Mapping[str, Any], folder: Path) -> Mapping[str, Any]:
    row = summary.get("row")
    if not row:
        raise HopfilmError(f"{folder} has no row with a picture: give it a step write")
    if not row.get("untrained"):  # of an older program
        matrix = summary.get("reference_matrix")
        if matrix is None:
            raise HopfilmError(f"{folder} has no conductances from before writing")
        row = {**row, "untrained": [-g for g in matrix[0][1:]]}
    numbers = [row.get(key) for key in ("gains", "untrained", "places")]
    try:
        n = len(signs(row.get("picture"), "picture")[0])
        whole = all(len(v) == n and np.isfinite(np.array(v, dtype=float)).all() for v in numbers)
    except (HopfilmError, TypeError, ValueError):
        whole = False
    if not whole:
        raise HopfilmError(f"{folder} is damaged: its row has other numbers than its picture")
    return row
