"""A film that is driven step by step, over the HTTP of ``hopfilm serve``."""

from __future__ import annotations

import atexit
import http.client
import json
import os
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterable, Mapping, Sequence

import numpy as np

from . import _ovf
from ._arrays import labelled, real
from ._errors import HopfilmError, warn
from ._launcher import launcher
from ._results import Run, Samples, open as open_folder, path_of
from ._si import document, plain, quantity

_LOOK_EVERY = 0.02
_START_WITHIN = 600.0
_LONGEST = 3_900_000  # characters of a drive: the program reads 4 MB of text

# no proxy: the server is on this computer, or where the user says
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Server:
    """``hopfilm serve`` for the films of this process, or one that runs already.

    Args:
        address: as the server printed it, with its token; None starts a server of its own.
        runs: folder of what films save; only for a server that is started here.
    """

    def __init__(self, address: str | None = None, runs: str | os.PathLike = "runs"):
        self.runs = Path(runs)
        self._process = None
        if address is None:
            address = self._start()
        base, _, token = address.partition("/?token=")
        self.base = base.rstrip("/")
        self._headers = {"Content-Type": "application/json"}
        if token:
            self._headers["Authorization"] = "Bearer " + token.strip()

    def _start(self) -> str:
        self._log = tempfile.TemporaryFile(mode="w+", encoding="utf-8")
        runs = os.path.abspath(self.runs)  # which never looks like an option
        self._process = subprocess.Popen(
            # its input ends however this process does, and with it the server
            [launcher(), "serve", "--until-eof", "--port=0", f"--runs={runs}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            encoding="utf-8",
        )
        atexit.register(self.close)
        address = self._process.stdout.readline().strip()
        if not address.startswith("http"):
            self._process.wait()
            self._log.seek(0)
            said = self._log.read().strip().splitlines() or ["the server did not start"]
            self.close()
            raise HopfilmError(said[-1].removeprefix("hopfilm: "))
        return address

    def call(self, method: str, path: str, body: Any = None) -> bytes:
        """A request below ``/api``; the body is sent as JSON.

        Raises:
            HopfilmError: with the message of the server, and its HTTP status.
        """
        try:
            data = None if body is None else json.dumps(body, default=_sent).encode()
        except (TypeError, ValueError) as error:
            raise HopfilmError(f"the command cannot be sent: {error}") from None
        request = urllib.request.Request(self.base + path, data, self._headers, method=method)
        try:
            with _DIRECT.open(request, timeout=_START_WITHIN) as answer:
                return answer.read()
        except urllib.error.HTTPError as e:
            raise HopfilmError(_message(e.read(), e.reason), e.code) from None
        except (OSError, http.client.HTTPException) as e:  # of a server that ends meanwhile, too
            reason = getattr(e, "reason", e)
            raise HopfilmError(f"the server at {self.base} does not answer: {reason}") from None

    def close(self) -> None:
        """Ends a server that was started here; films that were trained are kept by it."""
        if self._process is None:
            return
        self._process.stdin.close()
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._log.close()
        atexit.unregister(self.close)
        self._process = None

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _sent(value: Any) -> Any:
    given = plain(value)
    if given is value:
        raise TypeError(f"{value!r} is no number, text, list or dictionary")
    return given


def _message(body: bytes, reason: str) -> str:
    try:
        return json.loads(body)["error"]["message"]
    except (ValueError, KeyError, TypeError):
        return body.decode("utf-8", "replace").strip() or reason


class Film:
    """A film that waits for what is done with it.

    >>> with hopfilm.Film("examples/four-node.yaml") as film:
    ...     film.train("5 ns", pattern="+-+-")
    ...     film.rest("1 ns")
    ...     film.G, film.energies, film.m

    What was done is an experiment that ``hopfilm run`` repeats to the same bits (``experiment``), and
    ``save`` writes the folder that this run would have written.

    Args:
        experiment: a file, or the experiment as nested dictionaries; its film relaxes at once and
            its protocol is left aside. Of a sweep it is the first run.
        server: where the film lives; None starts a server, which ends with the film.
        runs: folder of what is saved, for a server that is started.
    """

    def __init__(
        self,
        experiment: str | os.PathLike | Mapping[str, Any],
        server: Server | None = None,
        runs: str | os.PathLike = "runs",
    ):
        if isinstance(experiment, Mapping):
            text = document(experiment)
        else:
            file = path_of(experiment, "experiment", "a file or a dictionary")
            try:
                text = file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                reason = getattr(error, "strerror", None) or "it is no text"
                raise HopfilmError(f"{file} cannot be read: {reason}") from None
        self._own = server is None
        self._server = server or Server(runs=runs)
        try:
            self.id = self._json("POST", "/api/films", {"experiment": text})["id"]
            self.wait()
        except BaseException:
            if self._own:
                self._server.close()
            raise

    def _json(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        text = self._server.call(method, path, body)
        return json.loads(text) if text else {}

    def command(self, command: str, **fields: Any) -> dict[str, Any]:
        """Any command of docs/reference/http.md, by its name; fields that are None are left out. Numbers
        without unit are in SI units."""
        body = {"command": command, **{k: v for k, v in fields.items() if v is not None}}
        return self._json("POST", f"/api/films/{self.id}/commands", body)

    def wait(self) -> None:
        """Until the film waits for a command.

        Raises:
            HopfilmError: if it failed.
        """
        while True:
            state = self.state
            if state["status"] == "failed":
                raise HopfilmError(state.get("message") or "the film failed", 1)
            if state["status"] not in ("running", "opening"):
                return
            time.sleep(_LOOK_EVERY)

    def _do(self, command: str, **fields: Any) -> None:
        self.command(command, **fields)
        self.wait()

    @property
    def state(self) -> dict[str, Any]:
        """Time, electrodes, pattern, warnings ...: ``state`` of docs/reference/http.md."""
        return self._json("GET", f"/api/films/{self.id}")["state"]

    @property
    def time(self) -> float:
        """Simulated time [s]."""
        return self.state["time"]

    def train(
        self,
        time: str | float,
        pattern: str | None = None,
        voltage: str | float | None = None,
        **more: Any,
    ) -> None:
        """Voltages on for a time: of a pattern, or ``voltages=[0.05, 0]``; returns at its end.
        Numbers are in SI units."""
        self._do("train", time=quantity(time, "s", "time"), pattern=pattern, voltage=voltage, **more)

    def drive(
        self,
        u: Any,
        dt: str | float,
        contacts: Sequence[str],
        scale: str | float | None = None,
        between: str = "hold",
        **more: Any,
    ) -> Samples:
        """Voltages that follow samples, in one request; returns what the contacts showed meanwhile.

        The experiment needs ``output.samples``. ``states(len(u), dt)`` of the samples has all of
        each input in one row. Samples are taken at multiples of ``every`` of the film's time, so that
        a film whose time is none shows no end of an input, of which it warns, as it does of all that
        `check` says of the step, such as heat. A run with the same
        samples in a file, a step ``drive``, ends with the same bits.

        Args:
            u: numbers, of shape (time, contact), or (time,) for one contact.
            dt: time from one to the next.
            contacts: which contacts the columns drive; all others are at 0 V.
            scale: voltage of a 1; 1 where ``u`` is in volts.
            between: ``"hold"``, or ``"linear"`` for lines between the samples, the last of which
                is held for one ``dt``.
            more: ``others="float"``, ``time``, ``field``, ``until`` of the step ``drive``.

        Raises:
            HopfilmError: if the shape does not fit, a number is not finite, or the film takes no
                samples.
        """
        values = real(u, "u", " of shape (time, contact)")
        values = values[:, None] if values.ndim == 1 else values
        listed = isinstance(contacts, Iterable) and not isinstance(contacts, str)
        names = list(contacts) if listed else [contacts]
        if not all(isinstance(name, str) for name in names):
            raise HopfilmError(f'contacts is {contacts!r}; give names of contacts, ["n1"]')
        for name in names:
            if names.count(name) > 1:
                raise HopfilmError(f"contacts has {name} twice; give each contact one column of u")
        if values.ndim != 2 or values.shape[1] != len(names) or len(values) == 0:
            raise HopfilmError(
                f"u has the shape {np.shape(u)}; it must be (time, {len(names)}) for {len(names)}"
                f" contact{'s' if len(names) != 1 else ''}"
            )
        if not np.isfinite(values).all():
            raise HopfilmError(f"u[{int(np.argmin(np.isfinite(values).all(axis=1)))}] is not finite")
        if scale is None and values.any():
            raise HopfilmError('u has no unit; give the voltage of a 1, scale="20 mV" (1 for volts)')
        before = self.state
        begun = before["time"]
        self.samples_after(begun)  # before the film moves: it must take some
        signals = {
            name: {
                "samples": values[:, k].tolist(),
                "every": quantity(dt, "s", "dt"),
                "scale": quantity(1.0 if scale is None else scale, "V", "scale"),
                "between": between,
            }
            for k, name in enumerate(names)
        }
        if len(json.dumps(signals)) > _LONGEST:
            raise HopfilmError(
                f"u has {values.size} numbers, more than a live film takes in one drive (about"
                " 200 000 of full length); round them, give fewer, or run a file of samples"
            )
        self._do("drive", voltages=signals, **more)
        for warning in self.state["warnings"]:
            if warning not in before["warnings"]:  # such as heat
                warn(warning)
        samples = self.samples_after(begun)
        if "time" not in more and "until" not in more:
            try:
                samples.doubt(samples._under(len(values), dt), dt)
            except HopfilmError as error:
                warn(str(error))
        return samples

    def samples_after(self, time: float = -1.0) -> Samples:
        """The samples so far, or those after a time [s].

        Raises:
            HopfilmError: if the experiment has no ``output.samples``.
        """
        text = self._server.call("GET", f"/api/films/{self.id}/samples.csv?after={time!r}")
        return replace(Samples.read(text), start=max(0.0, time))

    def rest(self, time: str | float) -> None:
        """No current for a time."""
        self._do("rest", time=quantity(time, "s", "time"))

    def relax(self, time: str | float, alpha: float | None = None) -> None:
        """No current and strong damping for a time."""
        self._do("relax", time=quantity(time, "s", "time"), alpha=alpha)

    def measure(self, label: str | None = None) -> Any:
        """Reads the conductances into the results of the film, for ``save``; returns G [S] with the
        accuracy of a row of the table."""
        self._do("measure", label=label)
        return self.G

    def undo(self) -> None:
        """Back to before the last command that changed the film."""
        self._do("undo")

    def reset(self, seed: int | None = None) -> None:
        """Back to the relaxed film; with a seed that of another maze."""
        self._do("reset", seed=seed)

    def retrieve(self, start: str, **options: Any) -> dict[str, Any]:
        """Lets the network run from an input; the film is not touched."""
        return self.command("retrieve", start=start, **options)["retrieval"]

    def retain(self) -> dict[str, Any]:
        """What is left of the weights at 0 K, for ever: ``weights`` (a share), ``margin``, ``recalled``."""
        return self.command("retain")["rest_limit"]

    @property
    def network(self) -> dict[str, Any]:
        """``network`` of docs/reference/http.md: G, its change, energies, what is lowest.

        At a temperature it is read with the thermal noise of the moment; a saved run reads cold.
        """
        return self._json("GET", f"/api/films/{self.id}")["network"]

    @property
    def G(self) -> Any:
        """Conductance matrix now [S], of shape (to, from), with the accuracy of a row of the table."""
        return self._matrix("G")

    @property
    def weights(self) -> Any:
        """G' = G - Gref now [S], of shape (to, from)."""
        return self._matrix("Gprime")

    def _matrix(self, key: str) -> Any:
        network = self.network
        names = network["electrodes"]
        return labelled(
            np.array(network[key], dtype=float),
            ("to", "from"),
            network["unit"] if key == "Gprime" else "S",
            key,
            {"to": names, "from": names},
        )

    @property
    def energies(self) -> dict[str, float]:
        """E' of each pattern now [W]; empty before the first training."""
        return {e["pattern"]: e["energy"] for e in self.network.get("energies") or []}

    @property
    def m(self) -> Any:
        """The magnetisation now, unit vectors of shape (z, y, x, component)."""
        with tempfile.TemporaryDirectory(prefix="hopfilm-") as folder:
            file = Path(folder) / "m.ovf"
            file.write_bytes(self._server.call("GET", f"/api/films/{self.id}/m.ovf"))
            values, head = _ovf.read(file)
        grid = _ovf.grid(head)
        return labelled(
            values,
            ("z", "y", "x", "component"),
            "1",
            "m",
            {
                "z": grid.centres(0),
                "y": grid.centres(1),
                "x": grid.centres(2),
                "component": ["x", "y", "z"],
            },
        )

    @property
    def experiment(self) -> str:
        """What was done, as an experiment file.

        After ``move`` or ``electrodes`` a trained film begins with a texture of its own, whose file
        ends with the film. ``save`` writes a folder that lasts.
        """
        return self._server.call("GET", f"/api/films/{self.id}/experiment").decode()

    def save(self, name: str) -> Run:
        """Writes the folder that ``run`` would have written, and opens it."""
        return open_folder(self._server.runs / self.command("save", name=name)["folder"])

    def close(self) -> None:
        """Closes the film; its server too, if it was started for it."""
        try:
            self._server.call("DELETE", f"/api/films/{self.id}")
        except HopfilmError:
            pass
        if self._own:
            self._server.close()

    def __enter__(self) -> Film:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Film({self.id!r}, {self._server.base!r})"
