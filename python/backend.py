"""Makes the wheel of this package with the standard library alone (PEP 517).

An installation then needs neither a network nor another package: ``pip install ./python``.
"""

import base64
import hashlib
import re
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def _version() -> str:
    text = (HERE / "pyproject.toml").read_text(encoding="utf-8")
    return re.search(r'^version = "(.+)"$', text, re.MULTILINE).group(1)


def _metadata() -> str:
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    return (
        "Metadata-Version: 2.1\nName: hopfilm\n"
        f"Version: {_version()}\n"
        "Summary: Hopfield networks in magnetic films: runs, sweeps and their results as arrays\n"
        "License: Apache-2.0\nRequires-Python: >=3.9\n"
        "Requires-Dist: numpy\n"
        'Requires-Dist: xarray; extra == "labels"\n'
        'Requires-Dist: matplotlib; extra == "figures"\n'
        "Provides-Extra: labels\nProvides-Extra: figures\n"
        "Description-Content-Type: text/markdown\n\n" + readme
    )


def _write(directory: str, files: dict) -> str:
    info = f"hopfilm-{_version()}.dist-info"
    files[f"{info}/METADATA"] = _metadata().encode()
    files[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: hopfilm\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    record = []
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
        record.append(f"{name},sha256={digest.decode()},{len(content)}\n")
    record.append(f"{info}/RECORD,,\n")
    files[f"{info}/RECORD"] = "".join(record).encode()
    wheel = f"hopfilm-{_version()}-py3-none-any.whl"
    with zipfile.ZipFile(Path(directory) / wheel, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            # one time for all, so that the same sources in the same folder make the same bytes
            out.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return wheel


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """The package."""
    files = {
        f"hopfilm/{path.name}": path.read_bytes()
        for path in sorted((HERE / "hopfilm").iterdir())
        if path.suffix == ".py" or path.name == "py.typed"
    }
    root = HERE.parent
    if any((root / program).is_file() for program in ("hopfilm", "hopfilm.bat")):
        files["hopfilm/installed-from"] = str(root).encode()  # where launcher() looks for the program
    return _write(wheel_directory, files)


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    """The sources in their place."""
    return _write(wheel_directory, {"hopfilm.pth": f"{HERE}\n".encode()})


def get_requires_for_build_wheel(config_settings=None):
    return []


def get_requires_for_build_editable(config_settings=None):
    return []
