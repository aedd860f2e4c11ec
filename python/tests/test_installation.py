"""Installs the package from these sources, without a network, and looks for the program."""

import importlib.util
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOOK = "from hopfilm import _launcher; print(_launcher.__file__); print(_launcher.launcher())"


@unittest.skipUnless(
    importlib.util.find_spec("pip") or os.environ.get("CI") == "true", "needs pip"
)
class Installed(unittest.TestCase):
    def test_it_finds_the_program_that_it_was_installed_from(self):
        with tempfile.TemporaryDirectory() as folder:
            # numpy is there; with --target pip would fetch it again
            pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
            pip += ["--no-build-isolation", "--target", folder, str(ROOT / "python")]
            subprocess.run(pip, check=True)
            variables = {k: v for k, v in os.environ.items() if k not in ("HOPFILM", "PYTHONPATH")}
            variables.update(PYTHONPATH=folder, PATH=os.defpath)
            told = subprocess.run(
                [sys.executable, "-c", LOOK], cwd=folder, env=variables, check=True,
                capture_output=True, text=True,
            )
            module, program = told.stdout.splitlines()
            self.assertEqual(Path(module).parent, Path(folder) / "hopfilm")
            self.assertEqual(Path(program).parent, ROOT)


if __name__ == "__main__":
    unittest.main()
