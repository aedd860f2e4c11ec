"""What a run and a sweep left in their folders."""

from __future__ import annotations

import base64
import csv
import html
import io
import json
import numbers
import os
import re
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Iterator, Mapping, Sequence

import numpy as np

from . import _ovf, _resistance
from ._arrays import columns, labelled
from ._crc import crc32c
from ._errors import HopfilmError, warn
from ._fields import COLUMNS, FIELDS
from ._si import quantity

_PREFIXES = {"": 1, "f": 1e-15, "p": 1e-12, "n": 1e-9, "u": 1e-6, "\u00b5": 1e-6, "m": 1e-3}
_PREFIXES |= {"k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12}
_SAME = 1e-6  # times closer than this part of a step are one
_BASES = "V/sqrt\\(Hz\\)|Ohm m|J/m\\^3|J/m\\^2|A/m|A m|Ohm|deg|Hz|nm|V|A|m|s|T|K|J|S|W"


def open(folder: str | os.PathLike) -> Run | Sweep | Any:
    """Opens the folder of a run or of a sweep, or what ``convert --to zarr`` made of a run: an
    xarray Dataset, whose arrays are read when they are asked for.

    Warns:
        HopfilmWarning: if it is not done, so that it holds what was written so far.

    Raises:
        HopfilmError: if it is none of these.
    """
    path = path_of(folder, "folder", "that of a run or of a sweep")
    if path.name.endswith((".zarr", ".zarr.zip")):
        return _dataset(path)
    if (path / "runs.csv").is_file():
        return _as_it_is(Sweep(path))
    if (path / "experiment.yaml").is_file() and (path / "table.txt").is_file():
        return _as_it_is(Run(path))
    if (path / "experiment.yaml").is_file() or (path / "retain.json").is_file():
        said = "holds no table of a run or sweep; hopfilm status tells what it is and how far"
        raise HopfilmError(f"{path} {said}")
    raise HopfilmError(f"{path} is no folder of a run or of a sweep")


def _as_it_is(found: Run | Sweep) -> Run | Sweep:
    if found.status not in ("done", "unknown"):
        warn(f"{found.folder} is not done, but {found.status}")
    return found


def path_of(value: Any, name: str, wanted: str) -> Path:
    """A path, or one line that says what is wanted."""
    try:
        return Path(value)
    except TypeError:
        raise HopfilmError(f"{name} is {value!r}; give {wanted}") from None


def _dataset(path: Path) -> Any:
    if not path.exists():
        raise HopfilmError(f"{path} is not there")
    try:
        import xarray
        import zarr
    except ImportError as error:
        raise HopfilmError(f"{path} needs the packages xarray and zarr: {error}") from error
    store = zarr.storage.ZipStore(path, mode="r") if path.suffix == ".zip" else path
    return xarray.open_zarr(store)


@contextmanager
def _reading(path: str | os.PathLike) -> Iterator[None]:
    """Says of a file that was cut off or changed what is wrong with it."""
    try:
        yield
    except (ValueError, LookupError, TypeError) as error:  # a text that is none, a line too short
        raise HopfilmError(f"{path} is damaged: {error}") from None


class _Folder:
    def __init__(self, folder: str | os.PathLike):
        self.folder = Path(folder)

    def _json(self, name: str) -> dict[str, Any]:
        try:
            with _reading(self.folder / name):
                return json.loads(self._bytes(name))
        except FileNotFoundError:
            if name in self._listed:
                raise HopfilmError(f"{self.folder / name} is missing; restore it, or run it again") from None
            return {}

    @cached_property
    def _listed(self) -> dict[str, Any]:
        """The files of a finished run with their lengths and checksums."""
        path = self.folder / "files.json"
        if not path.is_file():
            return {}
        with _reading(path):
            return json.loads(path.read_bytes())["files"]

    def _bytes(self, name: str) -> bytes:
        """A file of the folder, as it was written."""
        try:
            data = (self.folder / name).read_bytes()
        except FileNotFoundError:
            raise
        except OSError as error:  # a folder of that name, or not to be read
            raise HopfilmError(f"{self.folder / name}: {error.strerror}") from None
        listed = self._listed.get(name)
        if listed is not None and (
            len(data) != listed["bytes"] or crc32c(data) != int(listed["crc32c"], 16)
        ):
            raise HopfilmError(f"{self.folder / name} is not as the run wrote it; restore it, or run it again")
        return data

    @cached_property
    def summary(self) -> dict[str, Any]:
        """``summary.json``; empty while a run goes on. See docs/reference/summary.md."""
        return self._json("summary.json")

    @property
    def status(self) -> str:
        """``running``, ``done``, ``stopped`` or ``failed``."""
        return self._json("status.json").get("status", "unknown")

    @property
    def experiment(self) -> str:
        """The experiment, every value filled in, as YAML."""
        return self._bytes("experiment.yaml").decode("utf-8")

    @property
    def report(self) -> Path:
        """The page to look at."""
        return self.folder / "index.html"

    def retain(
        self,
        temperatures: Sequence[float | str] | None = None,
        time: float | str | None = None,
        seeds: int | None = None,
        out: str | os.PathLike | None = None,
        workers: int | None = None,
        events: bool = False,
    ) -> dict[str, Any]:
        """Bakes the trained films of the folder, as ``hopfilm retain --json`` does.

        Args:
            temperatures: of the bakes [K]; by default 300, 600 and 900 K.
            time: of each bake [s]; by default 20 ns.
            seeds: bakes of a film at each temperature, with other noise; by default 3.
            out: folder of the results; by default a new one in ``runs``.
            workers: bakes at a time.
            events: search the barriers to other rest states that bakes end in.

        Returns:
            ``rest``, ``bakes`` (the control first) and ``crossed`` in SI units; of a sweep with
            several kinds of films a list ``kinds`` of these. With ``events`` a list of them, too.

        Raises:
            HopfilmError: if no film was trained and read, or an option is wrong.
        """
        from ._launcher import retain

        return retain(self.folder, temperatures, time, seeds, events, out, workers)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.folder)!r}, {self.status})"


class Run(_Folder):
    """A run. Arrays are read when they are asked for, and kept."""

    @property
    def name(self) -> str:
        return self.summary.get("name", self.folder.name)

    @property
    def electrodes(self) -> list[str]:
        return self.summary.get("electrodes", [])

    @property
    def warnings(self) -> list[str]:
        return self.summary.get("warnings", [])

    @property
    def patterns(self) -> list[str]:
        return self.summary.get("patterns", [])

    @property
    def learned(self) -> bool | None:
        """Whether every trained pattern has the lowest energy; of several never, see ``stored``."""
        for key in ("learned", "learned_sampled"):
            if key in self.summary:
                value = self.summary[key]
                return all(value) if isinstance(value, list) else value
        return None

    @property
    def outcome(self) -> str | None:
        return self.summary.get("outcome")

    @property
    def stored(self) -> int | None:
        return self.summary.get("stored")

    def _matrices(self, matrices: Mapping[str, Any], name: str, units: str) -> dict[str, Any]:
        names = self.electrodes
        return {
            label: labelled(
                np.array(rows, dtype=float),
                ("to", "from"),
                units,
                name,
                {"to": names, "from": names},
            )
            for label, rows in matrices.items()
        }

    @cached_property
    def G(self) -> dict[str, Any]:
        """Conductance matrix of each measure [S], of shape (to, from): current into the film at
        one electrode for 1 V at the other."""
        return self._matrices(self.summary.get("conductance", {}), "conductance", "S")

    @cached_property
    def R(self) -> dict[str, Any]:
        """Resistance matrix of each measure [Ohm], of shape (to, from): V = R I for currents into
        the film that add up to zero. Between parts that nothing connects it is 0; see
        ``resistance``."""
        if "resistance" in self.summary:
            return self._matrices(self.summary["resistance"], "resistance", "Ohm")
        made = {label: _resistance.matrix(np.asarray(g)) for label, g in self.G.items()}
        return self._matrices(made, "resistance", "Ohm")

    def resistance(self, a: str, b: str, label: str | None = None) -> float:
        """Resistance between two electrodes [Ohm], without current at the others.

        It is R_aa + R_bb - R_ab - R_ba, contact resistances of both included; inf where the film
        does not connect them.

        Args:
            a: name of an electrode.
            b: name of another one.
            label: of the measure; by default the last.

        Raises:
            HopfilmError: if there is no such electrode or measure.
        """
        if label is None:
            label = next(reversed(self.G), "")
        g = np.asarray(_entry(self.G, label, "measure", self.folder))
        numbers = {name: k for k, name in enumerate(self.electrodes)}
        i, j = (_entry(numbers, name, "electrode", self.folder) for name in (a, b))
        return _resistance.between(np.asarray(self.R[label]), _resistance.parts(g), i, j)

    def readout(self, **options: Any) -> dict[str, Any]:
        """The trained film in ohm and volt, as ``hopfilm readout --json`` has it.

        Args:
            options: ``current`` [A], ``noise`` [V/sqrt(Hz)], ``time`` [s], ``contact`` (share of
                itself), ``tcr`` [1/K], ``drift`` [K], ``warming`` [K]; a number in SI units, or text
                with its unit, ``current="10 uA"``.

        Raises:
            HopfilmError: if the run trained nothing or was not read before and after, or an option
                is wrong.
        """
        from ._launcher import readout

        return readout(self.folder, options)

    @cached_property
    def weights(self) -> dict[str, Any]:
        """Weights of each measure, of shape (to, from): G' = G - Gref [S], or R' [Ohm]."""
        units = "Ohm" if self.summary.get("weights") == "resistance" else "S"
        return self._matrices(self.summary.get("weight_matrix", {}), "weight_matrix", units)

    @property
    def memories(self) -> list[dict[str, Any]]:
        return self.summary.get("memories") or []

    @cached_property
    def pulses(self) -> Any:
        """What each pulse left, ``pulses.csv``: a Dataset along ``pulse`` or a dictionary of
        arrays, in SI units; pulse 0 is the film before the first. None without pulses."""
        return _csv(self, "pulses.csv", "pulse")

    @property
    def relaxed(self) -> list[dict[str, Any]]:
        return self.summary.get("relaxed") or []

    @property
    def energies(self) -> dict[str, dict[str, float]]:
        return self.summary.get("energies", {})

    @cached_property
    def table(self) -> Any:
        """``table.txt``: a Dataset along ``t``, or a dictionary of arrays; units are SI."""
        text = self._bytes("table.txt").decode("utf-8", "replace")
        with _reading(self.folder / "table.txt"), io.StringIO(text) as file:
            heads = file.readline().lstrip("#").strip().split("\t")
            lines = file.readlines()  # none yet in a run that has just begun
            rows = np.loadtxt(lines, ndmin=2) if lines else np.empty((0, len(heads)))
            if rows.size and rows.shape[1] != len(heads):
                raise ValueError(f"{rows.shape[1]} numbers in a row for {len(heads)} columns")
        names, units = [], {}
        for head in heads:
            name, _, unit = head.strip().partition(" (")
            names.append(name)
            units[name] = unit.rstrip(")")
        if rows.size == 0:
            rows = np.empty((0, len(names)))
        meanings = {name: _meaning_of(name) for name in names}
        return columns(dict(zip(names, rows.T)), units, "t", meanings)

    @cached_property
    def samples(self) -> Samples | None:
        """``samples.csv``, what ``output.samples`` asked for: volts and amperes of each contact,
        conductances and blocks of mz at equal distances in time. None without samples."""
        path = self.folder / "samples.csv"
        return Samples.read(self._bytes(path.name), path) if path.is_file() else None

    @cached_property
    def G_t(self) -> Any:
        """Conductance matrix in time [S], of shape (time, to, from): of the samples where these
        have it, else of each row of ``table.txt``.

        Raises:
            HopfilmError: if neither has all of it.
        """
        if self.samples is not None and self.samples.G is not None:
            return self.samples.G
        if re.search(r"hall_angle: (?!0 ?(rad|deg)?$)", self.experiment, re.MULTILINE):
            raise HopfilmError(
                f"{self.folder}: with a Hall effect table.txt has half of G; sample it with"
                " output.samples.of: [G]"
            )
        values = {name: np.asarray(self.table[name]) for name in self.table}
        t = np.asarray(self.table["t"])
        names = _contacts(list(values))
        g = np.empty((len(t), len(names), len(names)))
        for i, a in enumerate(names):
            for j, b in enumerate(names):
                g[:, i, j] = values[f"G_{a}_{b}" if i <= j else f"G_{b}_{a}"]
        return _in_time(g, t, ("to", "from"), names, "G", "S")

    @cached_property
    def snapshots(self) -> list[Path]:
        """Files of the magnetisation, in the order of time."""
        return sorted(p for p in self.folder.glob("m*.ovf") if p.stem[1:].isdigit())

    @cached_property
    def m(self) -> Any:
        """The magnetisation at all snapshots, unit vectors, of shape (t, z, y, x, component);
        zero where there is no film."""
        lost = [n for n in self._listed if re.fullmatch(r"m\d+\.ovf", n) and not (self.folder / n).exists()]
        if lost:
            raise HopfilmError(f"{self.folder / lost[0]} is missing; restore it, or run it again")
        if not self.snapshots:
            raise HopfilmError(f"{self.folder} has no snapshots: output.formats without ovf")
        heads = [_ovf.head(path) for path in self.snapshots]
        grid = _ovf.grid(heads[0])
        values = np.empty((len(heads), *grid.cells, 3))
        for k, path in enumerate(self.snapshots):
            self._bytes(path.name)
            values[k] = _ovf.read(path)[0]
        return labelled(
            values,
            ("t", "z", "y", "x", "component"),
            "1",
            "m",
            {
                "t": [_ovf.time(h) for h in heads],
                "z": grid.centres(0),
                "y": grid.centres(1),
                "x": grid.centres(2),
                "component": ["x", "y", "z"],
            },
        )

    def _repr_html_(self) -> str:
        picture = self.folder / "film-strip.png"
        image = ""
        if picture.is_file():
            data = base64.b64encode(picture.read_bytes()).decode()
            image = f'<img src="data:image/png;base64,{data}" style="max-width:100%" alt="">'
        facts = [self.status, self.outcome or {True: "learned", False: "not-learned"}.get(self.learned)]
        if self.stored is not None:
            facts.append(f"{self.stored} of {len(self.patterns)} stored")
        if self.patterns:
            facts.append("trained " + ", ".join(self.patterns))
        if isinstance(self.summary.get("margin"), float):
            facts.append(f"margin {self.summary['margin']:.3f}")
        words = ", ".join(html.escape(f) for f in facts if f)
        return f"<div><b>{html.escape(self.name)}</b>: {words}<br>{image}</div>"


for _name, (_unit, _meaning) in FIELDS.items():
    _attribute = getattr(Run, _name, None)
    if isinstance(_attribute, property) and _attribute.__doc__ is None:
        _attribute.__doc__ = f"``{_name}`` of summary.json: {_meaning}" + (
            f" [{_unit}]." if _unit else "."
        )


@dataclass(frozen=True, repr=False)
class Samples:
    """What was sampled; None for what was not.

    Attributes:
        names: of the contacts, in their order.
        t: times [s].
        V: voltages of the contacts [V], of shape (time, contact).
        I: currents into the film [A], of shape (time, contact).
        G: conductance matrix [S], of shape (time, to, from).
        m: mean mz of the blocks of cells, of shape (time, y, x).
        start: when the drive began that they are of [s]; None where they are of a whole run.
    """

    names: list[str]
    t: np.ndarray
    V: Any = None
    I: Any = None  # noqa: E741
    G: Any = None
    m: Any = None
    start: float | None = None

    def __repr__(self) -> str:
        to = f" to {_shown(self.t[-1])}" if len(self.t) else ""
        times, contacts = len(self.t), len(self.names)
        return (
            f"Samples({times} time{'s' * (times != 1)}{to}, {contacts} contact"
            f"{'s' * (contacts != 1)}: {', '.join(self._kinds())})"
        )

    def _kinds(self) -> list[str]:
        return [k for k in ("V", "I", "G", "m") if getattr(self, k) is not None]

    def states(
        self,
        inputs: int,
        dt: str | float,
        of: str | Sequence[str] | None = None,
        start: str | float | None = None,
    ) -> np.ndarray:
        """All samples that fall under each input, in one row: states for ``hopfilm.reservoir``.

        Args:
            inputs: how many there were, ``len(u)``.
            dt: how long each was on.
            of: ``"V"``, ``"I"``, ``"G"``, ``"m"`` or several; may be left out where one was sampled.
            start: when the first began; samples before it and after the last input are left out.
                Those of a ``drive`` know it, and those of a run without relaxation begin at 0.

        Returns:
            an array of shape (input, state).

        Raises:
            HopfilmError: if not every input has as many samples, or some belong to none.
        """
        rows = self._under(inputs, dt, start)
        kinds = self._kinds() if of is None else [of] if isinstance(of, str) else list(of)
        if not kinds or any(k not in self._kinds() for k in kinds) or (of is None and kinds[1:]):
            held = ", ".join(self._kinds())
            raise HopfilmError(f"of is {of!r}; the samples hold {held}: name what states are made of")
        if self.start is None or start is not None:  # a drive has said it
            self.doubt(rows, dt, start)
        return np.hstack([np.asarray(getattr(self, k))[rows].reshape(inputs, -1) for k in kinds])

    def _begin(self, start: str | float | None) -> float:
        return _seconds(start, "start") if start is not None else self.start or 0.0

    def _under(self, inputs: int, dt: str | float, start: str | float | None = None) -> np.ndarray:
        """Which samples fall under each input, those at its end included: (input, sample)."""
        every, begin = _seconds(dt, "dt"), self._begin(start)
        if not isinstance(inputs, numbers.Integral) or inputs < 1 or not every > 0:
            raise HopfilmError(f"inputs is {inputs!r}, dt {dt!r}; give len(u) and the time of one")
        number = np.ceil((self.t - begin) / every - _SAME).astype(int) - 1
        own = np.flatnonzero((number >= 0) & (number < inputs))
        each = len(own) // inputs
        said = f"{len(own)} samples in {inputs} inputs of {_shown(every)} from {_shown(begin)} on"
        if start is None and (number >= inputs).any():
            late, latest = int((number >= inputs).sum()), self.t[-1] - inputs * every
            hint = f"start={_shown(latest)!r}" if latest > 0 else "start"
            raise HopfilmError(
                f"{said}, and {late} after them; say with {hint} when the inputs began, or another dt"
            )
        if each == 0 or not np.array_equal(number[own], np.repeat(np.arange(inputs), each)):
            raise HopfilmError(
                f"{said}, not as many in each; dt must be output.samples.every or a multiple of it"
            )
        return own.reshape(inputs, each)

    def doubt(self, rows: np.ndarray, dt: str | float, start: str | float | None = None) -> None:
        """Warns where no sample is taken at the end of an input."""
        every, begin = _seconds(dt, "dt"), self._begin(start)
        early = begin + every - self.t[rows[0, -1]]
        if early > 1e3 * _SAME * every:
            warn(
                f"the last sample of each input is {_shown(early)} before its end: the inputs begin"
                f" at {_shown(begin)}, no multiple of output.samples.every"
            )

    @staticmethod
    def read(text: bytes, path: str | os.PathLike = "samples.csv") -> Samples:
        """What a file holds; a last line without its end is still being written.

        Raises:
            HopfilmError: if its heads or one of its other lines is damaged.
        """
        with _reading(path):
            lines = text[: text.rfind(b"\n") + 1].decode().splitlines()
            heads = [head.partition("[")[0] for head in lines[0].split(",")] if lines else []
            if heads[:1] != ["Time"]:
                raise ValueError("its first line does not begin with Time[s]")
            rows = np.loadtxt(lines[1:], delimiter=",", ndmin=2) if len(lines) > 1 else np.empty(0)
            return Samples.of(heads, rows.reshape(len(lines) - 1, len(heads)))

    @staticmethod
    def of(heads: list[str], rows: np.ndarray) -> Samples:
        t = rows[:, 0]
        places = {head: k for k, head in enumerate(heads)}
        names = [h[:-2] for h in heads if h.endswith("_V")] or [
            h[:-2] for h in heads if h.endswith("_I")
        ]
        given = {}
        for key, unit in (("V", "V"), ("I", "A")):
            own = [places[f"{n}_{key}"] for n in names if f"{n}_{key}" in places]
            if own:
                given[key] = _in_time(rows[:, own], t, ("contact",), names, key, unit)
        matrix = [k for k, h in enumerate(heads) if h.startswith("G_")]
        if matrix:
            n = round(len(matrix) ** 0.5)
            names = names or _contacts(heads)
            g = rows[:, matrix].reshape(len(t), n, n)
            given["G"] = _in_time(g, t, ("to", "from"), names, "G", "S")
        blocks = [k for k, h in enumerate(heads) if h.startswith("mz_")]
        if blocks:
            across = int(heads[blocks[-1]].split("_")[1])
            m = rows[:, blocks].reshape(len(t), len(blocks) // across, across)
            given["m"] = labelled(m, ("t", "y", "x"), "1", "mz", {"t": t})
        return Samples(names, t, **given)


def _contacts(columns: list[str]) -> list[str]:
    """Names of the contacts, by the diagonal of G among the columns of a table."""
    halves = ((c, c[2 : 2 + (len(c) - 3) // 2]) for c in columns)
    return [name for c, name in halves if c == f"G_{name}_{name}"]


def _in_time(
    values: np.ndarray, t: np.ndarray, dims: tuple[str, ...], names: list[str], name: str, unit: str
) -> Any:
    coords = {"t": t, **{d: names for d in dims}}
    return labelled(values, ("t", *dims), unit, name, coords)


def _seconds(value: str | float, name: str) -> float:
    text = re.sub(r"(?<=[\d.]) ?(?=[a-z\u00b5]+$)", " ", quantity(value, "s", name))
    seconds = _number(text) if text.endswith("s") else None
    if seconds is None or not np.isfinite(seconds):
        raise HopfilmError(f"{name} is {value!r}; write a time such as '100 ps'")
    return seconds


def _shown(seconds: float) -> str:
    """A time to read; an element of times is one."""
    units = (("fs", 1e-15), ("ps", 1e-12), ("ns", 1e-9), ("us", 1e-6))
    unit, scale = next((u for u in units if seconds < 0.999999 * 1e3 * u[1]), units[-1])
    return f"{round(float(seconds) / scale, 6):.10g} {unit}" if seconds else "0 s"


class Sweep(_Folder):
    """A sweep: its table of all runs, and each of them."""

    @cached_property
    def _rows(self) -> list[dict[str, str]]:
        text = self._bytes("runs.csv").decode("utf-8", "replace")
        with _reading(self.folder / "runs.csv"), io.StringIO(text, newline="") as file:
            rows = list(csv.DictReader(file))
            if any(None in row or None in row.values() for row in rows):
                raise ValueError("a row has more or fewer cells than the first line")
            return rows

    @cached_property
    def table(self) -> Any:
        """``runs.csv``: a Dataset along ``run``, or a dictionary of arrays. Swept values with a
        unit are numbers in SI units; ``learned`` and the like are True, False or None; what is
        no number stays text."""
        values, units = {}, {}
        for head in self._rows[0] if self._rows else []:
            key, _, unit = head.partition(" (")
            values[key] = _column([r[head] for r in self._rows])
            units[key] = unit.rstrip(")")
        return columns(values, units, "run")

    @cached_property
    def pulses(self) -> Any:
        """Mean and deviation over films of what each pulse left: a Dataset along ``row`` or a
        dictionary of arrays, in SI units. None without pulses."""
        return _csv(self, "pulses.csv", "row")

    @cached_property
    def runs(self) -> list[Run]:
        """The runs that have a folder, in their order."""
        found = ((re.match(r"(\d{3,})(_|$)", p.name), p) for p in self.folder.iterdir())
        numbered = sorted((int(name[1]), p) for name, p in found if name)  # 1000 comes after 999
        return [Run(p) for _, p in numbered if (p / "table.txt").is_file()]

    def __len__(self) -> int:
        return len(self.runs)

    def __getitem__(self, number: int) -> Run:
        try:
            return self.runs[number]
        except TypeError:
            raise HopfilmError(f"sweep[{number!r}]: give the number of a run; columns: table") from None

    def __iter__(self) -> Iterator[Run]:
        return iter(self.runs)

    def _repr_html_(self) -> str:
        keys = [k for k in (self._rows[0] if self._rows else {}) if k not in ("seed",)]
        shown = keys[: min(len(keys), 12)]
        head = "".join(f"<th>{html.escape(k)}</th>" for k in shown)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(r[k])}</td>" for k in shown) + "</tr>"
            for r in self._rows[:50]
        )
        more = f"<p>{len(self._rows) - 50} more</p>" if len(self._rows) > 50 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _entry(known: Mapping[str, Any], name: str, kind: str, folder: Path) -> Any:
    if name not in known:
        shown = ", ".join(known) or "none"
        raise HopfilmError(f"{folder} has no {kind} {name!r}; it has {shown}")
    return known[name]


def _csv(folder: _Folder, name: str, along: str) -> Any:
    """A file of comma-separated values whose heads are ``name (unit)``; None if there is none."""
    path = folder.folder / name
    if not path.is_file():
        return None
    values, units = {}, {}
    text = folder._bytes(name).decode("utf-8", "replace")
    with _reading(path), io.StringIO(text, newline="") as file:
        heads, *rows = csv.reader(file)
        for k, head in enumerate(heads):
            name, _, unit = head.partition(" (")
            values[name] = _column([row[k] for row in rows])
            units[name] = unit.rstrip(")")
    return columns(values, units, along)


def _meaning_of(column: str) -> str:
    """Columns of contacts and pairs stand in the list as ``V_a`` and ``G_a_b``."""
    kind = column.partition("_")[0]
    for name in (column, kind + "_a", kind + "_a_b"):
        if name in COLUMNS:
            return COLUMNS[name][1]
    return ""


def _column(texts: list[str]) -> np.ndarray:
    words = {"true": True, "false": False, "yes": True, "no": False}
    if any(t in words for t in texts) and all(t in words or t == "" for t in texts):
        return np.array([words.get(t) for t in texts], dtype=object)
    numbers = [_number(t) for t in texts]
    quantities = [_quantity(t) for t in texts]
    units = {q.group(4) or "" for q in quantities if q}  # D may be an energy or a period
    if all(n is not None for n in numbers) and len(units) < 2:
        return np.array(numbers)
    return np.array(texts, dtype=object)


def _quantity(text: str) -> re.Match[str] | None:
    """Number, percent sign, prefix and unit."""
    match = re.fullmatch(r"([-+0-9.eE]+) (?:(%%)|([fpnu\u00b5mkMGT]?)(%s))" % _BASES, text)
    return match or re.fullmatch(r"([-+0-9.eE]+) ?(%)()()", text)


def _number(text: str) -> float | None:
    """A number in SI units; None where the text is none."""
    if text == "":
        return float("nan")
    try:
        return float(text)
    except ValueError:
        pass
    match = _quantity(text)
    if match is None:
        return None
    try:
        value = float(match.group(1))
    except ValueError:
        return None
    if match.group(2):
        return value / 100
    scale = _PREFIXES[match.group(3)]
    if match.group(4) == "deg":
        scale = np.pi / 180
    if match.group(4) == "nm":
        scale = 1e-9
    return value * scale
