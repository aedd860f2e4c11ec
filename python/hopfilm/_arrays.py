"""Arrays with labels where xarray is installed, plain ones where it is not."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

import numpy as np

from ._errors import HopfilmError

try:
    import xarray
except ImportError:  # it is optional
    xarray = None


def real(values: Any, name: str, shape: str) -> np.ndarray:
    """Numbers as an array of floats; a copy only where they are none yet.

    Raises:
        HopfilmError: if they are complex, masked or no numbers: NumPy drops the imaginary part, and
            takes what is masked.
    """
    parts = values if isinstance(values, (list, tuple)) else [values]
    if any(np.ma.is_masked(part) for part in parts):
        raise HopfilmError(f"{name} has masked values; fill them, or leave their samples out")
    try:
        if np.iscomplexobj(values):
            raise HopfilmError(f"{name} is complex; give its real part, imaginary part or magnitude")
        return np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise HopfilmError(f"{name} holds no numbers; give an array{shape}") from None


def labelled(
    values: np.ndarray,
    dims: Sequence[str],
    units: str,
    name: str,
    coords: Mapping[str, Any] | None = None,
) -> Any:
    """An ``xarray.DataArray`` with units, or the array itself.

    A coordinate is a sequence of labels, or numbers in metres or seconds.
    """
    if xarray is None:
        return values
    return xarray.DataArray(
        values,
        dims=tuple(dims),
        coords={key: _coordinate(key, value) for key, value in (coords or {}).items()},
        name=name,
        attrs={"units": units},
    )


def _coordinate(name: str, values: Any) -> Any:
    units = {"x": "m", "y": "m", "z": "m", "t": "s"}.get(name)
    return (name, values, {"units": units}) if units else (name, list(values))


def _attributes(key: str, units: Mapping[str, str], meanings: Mapping[str, str]) -> dict[str, str]:
    name = {"long_name": meanings[key]} if meanings.get(key) else {}
    return {"units": units.get(key, ""), **name}


def columns(
    values: Mapping[str, np.ndarray],
    units: Mapping[str, str],
    along: str,
    meanings: Mapping[str, str] | None = None,
) -> Any:
    """An ``xarray.Dataset`` along one axis, or a dictionary of arrays.

    Args:
        along: name of the axis; its coordinate is the column of that name, if there is one.
        meanings: of the columns, as ``long_name``
    """
    if xarray is None:
        return dict(values)
    return xarray.Dataset(
        {
            key: (along, column, _attributes(key, units, meanings or {}))
            for key, column in values.items()
            if key != along
        },
        coords={along: (along, values[along], {"units": units.get(along, "")})}
        if along in values
        else None,
    )
