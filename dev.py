"""Set up, show, and test newsparse on a fresh machine: needs Python 3.11 or newer and nothing else.

python3 dev.py demo    makes .venv, installs newsparse, and shows a parsed article
python3 dev.py test    makes .venv, installs everything, and passes every check and test
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
FOLDER = ROOT / ".venv"
BIN = FOLDER / ("Scripts" if sys.platform == "win32" else "bin")


def run(*command: str, folder: Path = ROOT) -> None:
    print("$", *command, flush=True)
    if code := subprocess.run([str(BIN / command[0]), *command[1:]], cwd=folder, check=False).returncode:
        raise SystemExit(code)


def install(extra: str, *more: str) -> None:
    if not BIN.exists():
        venv.create(FOLDER, with_pip=True)
    run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", f".[{extra}]", *more)


def demo() -> None:
    install("cli")
    run("newsparse", "parse", "examples/harbour-talks.txt", "--to", "tree")


def test() -> None:
    plugins = sorted(path.parent for path in (ROOT / "plugins").glob("*/pyproject.toml"))
    install("test", *(part for path in plugins for part in ("-e", str(path))))
    for tool in (
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy"],
        ["pyright", "--pythonpath", str(BIN / "python")],
        ["lint-imports"],
    ):
        run(*tool)
    run("python", "-m", "pytest", "-n", "auto", "--cov", "--cov-report=term:skip-covered", "--cov-fail-under=90")
    for path in plugins:
        run("mypy", "--strict", "src", folder=path)
        run("python", "-m", "pytest", "-q", "tests", folder=path)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ("demo", "test"):
        raise SystemExit(__doc__)
    {"demo": demo, "test": test}[sys.argv[1]]()
