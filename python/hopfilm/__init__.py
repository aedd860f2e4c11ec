"""Hopfilm from Python: carry out experiments, open what they left, drive a film.

>>> import hopfilm
>>> run = hopfilm.run("examples/four-node.yaml", set={"train.pattern": "+-+-"})
>>> run.G["trained"]          # conductances [S], electrode by electrode
>>> run.m[-1, 0, :, :, 2]     # mz at the end, (y, x)

Numbers are in SI units. With xarray arrays carry the names of their axes, coordinates and units
(``attrs["units"]``); without it they are plain NumPy arrays of the same shape.
"""

from . import reservoir
from ._bank import Bank, Recalled
from ._curves import pulse_response, pulse_steps
from ._errors import HopfilmError, HopfilmWarning
from ._fields import COLUMNS
from ._film import Film, Server
from ._launcher import barrier, fit, recall, run
from ._protocol64 import protocol64
from ._results import Run, Sweep, open

__all__ = [
    "Bank",
    "COLUMNS",
    "Film",
    "HopfilmError",
    "HopfilmWarning",
    "Recalled",
    "Run",
    "Server",
    "Sweep",
    "barrier",
    "fit",
    "open",
    "protocol64",
    "pulse_response",
    "pulse_steps",
    "recall",
    "reservoir",
    "run",
]
__version__ = "0.4.0"
