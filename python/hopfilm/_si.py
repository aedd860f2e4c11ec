"""Numbers without a unit are in SI units: the program gets them with one."""

from __future__ import annotations

import json
import numbers
import os
import re
from typing import Any, Mapping

from ._errors import HopfilmError
from ._units import UNITS

_POSITIONS = ("points", "contours", "centres")  # lists of positions in the film
# of a drive step: what each contact is given, by its name, as a value or a signal
_SOURCES = {"protocol.drive.voltages": "V", "protocol.drive.currents": "A"}
_AMPLITUDES = ("value", "sine", "pulses", "offset", "scale")
_FILES = ("file", "svg", "samples", "picture")  # keys that name a file


def plain(value: Any) -> Any:
    """NumPy values as those of Python; paths from the root, as the program starts elsewhere."""
    if hasattr(value, "tolist"):
        return value.tolist()
    return os.path.abspath(value) if isinstance(value, os.PathLike) else value


def with_units(value: Any, key: str = "") -> Any:
    """The value of a key, or of the whole experiment, with the SI unit after each bare number.

    Args:
        key: as in a file, ``film.cell``, or in a sweep, ``train[2].voltage``; empty for all.
    """
    return _given(plain(value), _place(key))


def document(experiment: Mapping[str, Any]) -> str:
    """A dictionary as the text of an experiment file: every JSON text is YAML.

    Raises:
        HopfilmError: if a value is nothing that a file can hold.
    """
    try:
        return json.dumps(with_paths(with_units(experiment)), ensure_ascii=False)
    except (TypeError, ValueError) as error:
        raise HopfilmError(f"the experiment cannot be written as a file: {error}") from None


def with_paths(value: Any, key: str = "") -> Any:
    """The same with files from the root, as nobody sees the folder of a file made of it: names
    count from the working directory. A picture may also be signs, which no file is called."""
    if isinstance(value, Mapping):
        return {k: with_paths(v, str(k)) for k, v in value.items()}
    if isinstance(value, list):
        return [with_paths(v, key) for v in value]
    name = key.rpartition(".")[2]
    is_file = isinstance(value, str) and name in _FILES
    is_file = is_file and (name != "picture" or os.path.isfile(value))
    return os.path.abspath(value) if is_file else value


def quantity(value: str | float, unit: str, name: str) -> str:
    """Text with a unit; a bare number is in SI units.

    Raises:
        HopfilmError: if it is neither text nor a number.
    """
    value = plain(value)
    if isinstance(value, str):
        return value
    if not isinstance(value, numbers.Real) or isinstance(value, bool):
        raise HopfilmError(f"{name} is {value!r}; give text with a unit, or a number in {unit}")
    return f"{float(value)!r} {unit}"


def _place(key: str) -> str:
    """Where the manual of the keys has it."""
    path = re.sub(r"\[\d+\]", "", key)
    for known in (path, "protocol." + path, _in_list(path)):
        if known in UNITS:
            return known
    return path


def _in_list(path: str) -> str:
    section, _, name = path.rpartition(".")
    return f"{section}[].{name}"


def _given(value: Any, path: str) -> Any:
    value = plain(value)
    if path in _SOURCES and isinstance(value, Mapping):
        return {k: _source(v, _SOURCES[path]) for k, v in value.items()}
    if isinstance(value, Mapping):
        # keys of a sweep and of a search stand as on the command line
        top = path in ("sweep", "zip", "optimise.parameters", "fit.parameters")
        return {k: _given(v, _place(k) if top else _below(path, k)) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        steps = path in ("protocol", "protocol.repeat.steps")
        own = "protocol" if steps else path if path in UNITS else path + "[]"
        return [_given(v, own if isinstance(v, Mapping) else path) for v in value]
    last = path.rpartition(".")[2]
    return _number(value, "m" if last in _POSITIONS else UNITS.get(path))


def _source(value: Any, unit: str) -> Any:
    value = plain(value)
    if not isinstance(value, Mapping):
        return _number(value, unit)
    return {
        k: plain(v)  # numbers times a scale
        if k == "samples"
        else _number(plain(v), unit if k in _AMPLITUDES else UNITS.get(f"signals[].{k}"))
        for k, v in value.items()
    }


def _number(value: Any, unit: str | None) -> Any:
    is_number = isinstance(value, numbers.Real) and not isinstance(value, bool)
    return f"{value!r} {unit}" if is_number and unit is not None else value


def _below(path: str, key: str) -> str:
    path = f"{path}.{key}" if path else key
    parts = path.rfind(".parts[]")  # parts of a shape, however deep
    return path if parts < 0 else path[parts + 1 :]
