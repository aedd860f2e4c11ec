"""Finds the program and carries out experiments with it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Mapping, Sequence

from ._errors import HopfilmError, warn
from ._results import Run, Sweep, open as open_folder, path_of
from ._si import document, plain, quantity, with_paths, with_units

# what the program says of a run that goes on, or that failed in the end
_NO_REASON = re.compile(
    r"report in|results in|\d+ samples in|to go on|writing |going on in|what was written"
)
_FAILED = re.compile(r"FAILED: |run \d+ \(.*\): failed: |warning: run \d+ failed: ")


def launcher() -> str:
    """The command ``hopfilm``: of the variable HOPFILM (itself or its folder), among the sources, in
    the folder that this package was installed from, or on the PATH.

    Raises:
        HopfilmError: if there is none.
    """
    named = os.environ.get("HOPFILM")
    name = "hopfilm.bat" if os.name == "nt" else "hopfilm"
    if named:
        program = os.path.join(named, name) if os.path.isdir(named) else named
        if not os.path.isfile(program) or not os.access(program, os.X_OK):
            raise HopfilmError(
                f"HOPFILM is {named}, which is no program that can be started, nor a folder with one"
            )
        return program
    folders = list(Path(__file__).resolve().parents)
    origin = Path(__file__).with_name("installed-from")  # written by backend.py
    if origin.is_file():
        folders.append(Path(origin.read_text(encoding="utf-8")))
    for folder in folders:
        if (folder / name).is_file() and os.access(folder / name, os.X_OK):
            return str(folder / name)
    found = shutil.which("hopfilm")
    if found:
        return found
    raise HopfilmError(
        "the program hopfilm was not found: put its folder on the PATH, or its path into HOPFILM"
    )


def run(
    experiment: str | os.PathLike | Mapping[str, Any],
    out: str | os.PathLike | None = None,
    *,
    set: Mapping[str, Any] | None = None,
    only: str | None = None,
    workers: int | None = None,
    threads: int | None = None,
    verbose: bool = False,
) -> Run | Sweep:
    """Carries out an experiment, to its end.

    Args:
        experiment: path of an experiment file, or the experiment itself as nested dictionaries
            with values as in a file, ``{"film": {"size": ["192 nm", "192 nm"]}, ...}``. A number
            without unit is in SI units, ``192e-9``; NumPy numbers and arrays will do. Files that a
            dictionary names count from the working directory.
        out: folder of the results; by default a new one in ``runs``.
        set: keys with other values, ``{"train.voltage": "40 mV"}`` or ``0.04``; a list sweeps over its values.
        only: a share of a sweep, ``"1/4"``.
        workers: runs of a sweep at a time.
        threads: processor threads of a run.
        verbose: shows the messages of the program as they come.

    Returns:
        the run, or the sweep where the experiment has one.

    Raises:
        HopfilmError: with what the program says: each error of a wrong input, or why a run failed.
    """
    with tempfile.TemporaryDirectory(prefix="hopfilm-") as scratch:
        if isinstance(experiment, Mapping):
            file = Path(scratch) / "experiment.yaml"
            file.write_text(document(experiment), encoding="utf-8")
        else:
            file = path_of(experiment, "experiment", "a file or a dictionary")
        # a path from the root never looks like an option
        command = [launcher(), "run", os.path.abspath(file), "--json"]
        if not isinstance(set or {}, Mapping):
            raise HopfilmError(f'set is {set!r}; give keys with values, {{"train.voltage": 0.04}}')
        for key, value in (set or {}).items():
            value = with_units(value, key)
            if isinstance(experiment, Mapping):
                value = with_paths(value, key)
            command.append(f"--set={key}={_text(value)}")
        if out is not None:
            out = path_of(out, "out", "a folder")
            command.append(f"--out={os.path.abspath(out)}")
        if only is not None:
            command.append(f"--only={only}")
        if workers is not None:
            command.append(f"--workers={workers}")
        if threads is not None:
            command.append(f"--threads={threads}")
        try:
            return open_folder(_carry_out(command, out, verbose))
        except HopfilmError as error:
            if not isinstance(experiment, Mapping):
                raise
            # a file that nobody wrote names no place
            text = re.sub(re.escape(os.path.abspath(file)) + r"(:\d+)?: ", "", str(error))
            text = text.replace("the folder of the experiment", "the working directory")
            raise HopfilmError(text, error.status, error.folder) from None


_READOUT_UNITS = {
    "current": "A",
    "noise": "V/sqrt(Hz)",
    "time": "s",
    "contact": "",
    "tcr": "/K",
    "drift": "K",
    "warming": "K",
}


def recall(
    runs: Any,
    picture: Any = None,
    *,
    tiles: int | None = None,
    flips: float | None = None,
    copies: int | None = None,
    seed: int | None = None,
    gain: float | None = None,
    basins: bool = False,
    probes: str | os.PathLike | None = None,
    reference: float | str | None = None,
) -> dict[str, Any]:
    """Recalls a picture from films with rows, as ``hopfilm recall --json`` does.

    Args:
        runs: one folder, run or sweep, or several.
        picture: a sign for each pixel, a file, or an array of -1 and 1 or booleans; without it copies
            of all pictures are tried.
        tiles: runs that are one memory, one after the other, whose currents add.
        flips: share of wrong pixels in each copy.
        copies: copies of each picture.
        seed: of the copies.
        gain: with which all rows compete (graded recall); without it the strongest row answers.
        basins: try all inputs of up to 16 pixels.
        probes: a file of many inputs: a line of signs each, or a NumPy array of -1 and 1.
        reference: a multiple of the untrained film, or ``"fitted"`` to the written pictures; by
            default that of each run.

    Returns:
        ``answer``, ``picture``, its ``energy`` and ``currents`` by volt [S]; of copies ``exact``,
        ``of``, ``low``, ``high``, ``nearest`` and the control ``dealt``; of the written pictures
        ``energies`` and ``basins``; of ``probes`` a list. What was not asked for is None.

    Raises:
        HopfilmError: if a folder has no row, or an option is wrong.
    """
    several = [runs] if isinstance(runs, (str, os.PathLike, Run, Sweep)) else list(runs)
    folders = [r.folder if isinstance(r, (Run, Sweep)) else r for r in several]
    command = [launcher(), "recall", *map(os.path.abspath, folders), "--json"]
    if picture is not None and not isinstance(picture, (str, os.PathLike)):
        from ._bank import signs  # it imports this module

        picture = "".join("+" if v > 0 else "-" for v in signs(picture, "picture").ravel())
    options = {"picture": picture, "tiles": tiles, "flips": flips, "copies": copies, "seed": seed}
    options |= {"gain": gain, "reference": reference, "probes": probes}
    command += [f"--{name}={value}" for name, value in options.items() if value is not None]
    command += ["--basins"] * basins
    return _json(command, None)


def barrier(
    a: str | os.PathLike,
    b: str | os.PathLike,
    film: str | os.PathLike | None = None,
    *,
    out: str | os.PathLike | None = None,
    through: Sequence[str | os.PathLike] = (),
    relax: bool = False,
    temperature: float | str = 300,
    images: int = 14,
    lifetime: float | str | None = None,
) -> dict[str, Any]:
    """Finds the energy barrier between two rest states, as ``hopfilm barrier --json`` does.

    Args:
        a: first state, an OVF file.
        b: second state.
        film: experiment file of the film; by default that of the run folder of ``a``.
        out: folder of the path and the saddle; by default a new one in ``runs``.
        through: states on the way.
        relax: begins from the rest states of ``a`` and ``b``.
        temperature: of kT [K].
        images: of the path.
        lifetime: temperature at which to compute the lifetime of ``a`` [K].

    Returns:
        ``verdict`` (``found`` or ``not-found``) and ``why``, ``barrier_kT``, ``back_kT``,
        ``barrier_J``, ``angle`` in degrees, ``saddle``, ``images`` along the path,
        and ``lifetime`` with ``seconds``, ``low``, ``high`` and ``attempts_Hz``, or ``why`` there is none.

    Raises:
        HopfilmError: if a state does not fit the film, is not at rest, or both are one.
    """
    command = [launcher(), "barrier", os.path.abspath(a), os.path.abspath(b), "--json"]
    options = {"file": film, "out": out}
    command += [f"--{k}={os.path.abspath(v)}" for k, v in options.items() if v is not None]
    command += [f"--through={os.path.abspath(m)}" for m in through]
    command += ["--relax"] * relax
    command += [f"--temperature={quantity(temperature, 'K', 'temperature')}", f"--images={images}"]
    if lifetime is not None:
        command.append(f"--lifetime={quantity(lifetime, 'K', 'lifetime')}")
    return _json(command, None)


def fit(
    experiment: str | os.PathLike | Mapping[str, Any],
    out: str | os.PathLike | None = None,
    *,
    plan: bool = False,
    workers: int | None = None,
) -> dict[str, Any]:
    """Finds numbers of a film from what was measured, as ``hopfilm fit --json`` does.

    Args:
        experiment: with a section ``fit``: path of a file, or nested dictionaries as for
            :func:`run`.
        out: folder of the report; by default a new one in ``runs``.
        plan: plans the measurement instead; the data need no files.
        workers: runs at a time.

    Returns:
        ``explained`` and ``chi2``; ``parameters``, each with ``value``, ``low`` and ``high`` of its
        95 % interval in SI units, and ``identifiable``; ``combinations`` that are known although
        their factors are not; ``next`` of a plan, what to measure next; ``warnings``. A film that
        is not explained has no intervals: ``low`` and ``high`` are None. ``explained`` is None in a
        plan, and where the readings are too few to test the model.

    Raises:
        HopfilmError: with each error of a wrong input, or why a run failed.
    """
    with tempfile.TemporaryDirectory(prefix="hopfilm-") as scratch:
        if isinstance(experiment, Mapping):
            file = Path(scratch) / "experiment.yaml"
            file.write_text(document(experiment), encoding="utf-8")
        else:
            file = path_of(experiment, "experiment", "a file or a dictionary")
        command = [launcher(), "fit", os.path.abspath(file), "--json"] + ["--plan"] * plan
        if out is not None:
            command.append(f"--out={os.path.abspath(path_of(out, 'out', 'a folder'))}")
        if workers is not None:
            command.append(f"--workers={workers}")
        return _json(command, None)


def readout(folder: Path, options: Mapping[str, Any]) -> dict[str, Any]:
    """What ``hopfilm readout`` prints of a run."""
    command = [launcher(), "readout", os.path.abspath(folder), "--json"]
    for name, value in options.items():
        command.append(f"--{name}={quantity(value, _READOUT_UNITS.get(name, ''), name).rstrip()}")
    return _json(command, folder)


def retain(
    folder: Path,
    temperatures: Sequence[float | str] | None,
    time: float | str | None,
    seeds: int | None,
    events: bool,
    out: str | os.PathLike | None,
    workers: int | None,
) -> dict[str, Any]:
    """What ``hopfilm retain`` prints of a run or a sweep."""
    command = [launcher(), "retain", os.path.abspath(folder), "--json"]
    if temperatures is not None:
        several = [temperatures] if isinstance(temperatures, (str, int, float)) else temperatures
        kelvin = [quantity(t, "K", "temperatures") for t in several]
        command.append(f"--temperatures={', '.join(kelvin)}")
    if time is not None:
        command.append(f"--time={quantity(time, 's', 'time')}")
    if events:
        command.append("--events")
    if out is not None:
        command.append(f"--out={os.path.abspath(path_of(out, 'out', 'a folder'))}")
    options = {"seeds": seeds, "workers": workers}
    command += [f"--{k}={v}" for k, v in options.items() if v is not None]
    return _json(command, folder)


def _json(command: list[str], folder: Path | None) -> dict[str, Any]:
    """What a command prints with ``--json``."""
    return json.loads(said(command, folder))


def said(command: list[str], folder: Path | None) -> str:
    """What a command prints.

    Raises:
        HopfilmError: if it fails.
    """
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        own = [x[len("hopfilm: ") :] for x in done.stderr.splitlines() if x.startswith("hopfilm: ")]
        own = [x for x in own if not _NO_REASON.match(x)]
        raise HopfilmError("\n".join(own) or done.stderr.strip(), done.returncode, folder)
    return done.stdout


def _text(value: Any) -> str:
    value = plain(value)
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {_item(v)}" for k, v in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(_item(v) for v in value) + "]"
    if isinstance(value, bool):
        return "on" if value else "off"
    return repr(value)


def _item(value: Any) -> str:
    value = plain(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else _text(value)


def _reason(folder: Path | None) -> list[str]:
    """Why the run of a folder failed, by its status.json; empty where it does not say."""
    try:
        reason = json.loads((folder / "status.json").read_text(encoding="utf-8")).get("reason")
    except (OSError, ValueError, AttributeError, TypeError):
        return []
    return [reason] if reason else []


def _carry_out(command: list[str], out: str | os.PathLike | None, verbose: bool) -> Path:
    """Runs ``hopfilm run --json``; returns the folder of the results."""
    lines = []
    with tempfile.TemporaryFile() as results:
        with subprocess.Popen(
            command, stdout=results, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        ) as process:
            try:
                for line in process.stderr:
                    lines.append(line.rstrip("\n"))
                    if verbose:
                        print(line, end="", file=sys.stderr)
            except KeyboardInterrupt:
                # the program writes a checkpoint and says how to go on; only a terminal tells it, too
                if os.name == "posix":
                    process.send_signal(signal.SIGINT)
                process.wait()
                raise
        results.seek(0)
        said = results.read()
    # nothing where it was refused or stopped
    found = json.loads(said).get("folder") if said.strip() else None
    folder = Path(out) if out is not None else Path(found) if found else None
    # what to do stands in a line of its own
    for line in re.sub(r"\n {9}", "; ", "\n".join(lines)).split("\n"):
        if line.startswith("warning: "):
            warn(line[len("warning: ") :])
    if process.returncode != 0:
        own = [line[len("hopfilm: ") :] for line in lines if line.startswith("hopfilm: ")]
        refused = [line for line in own if not _NO_REASON.match(line)]
        failed = [line for line in lines if _FAILED.match(line)]
        if process.returncode == 2 and refused:  # a wrong input: all that is wrong
            raise HopfilmError("\n".join(refused), 2, folder)
        known = refused or failed or _reason(folder) or own or lines
        message = known[-1] if known else "the program ended without a word"
        raise HopfilmError(message, process.returncode, folder)
    if folder is None:
        raise HopfilmError("this version of the program does not say where its results are")
    return folder
