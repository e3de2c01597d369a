"""Set up, show, and test newsparse on a fresh machine: needs Python 3.11 or newer and nothing else.

python3 dev.py demo    makes .venv, installs newsparse, and shows a parsed article
python3 dev.py test    makes .venv, installs everything, and passes every check and test
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
FOLDER = ROOT / ".venv"
BIN = FOLDER / ("Scripts" if sys.platform == "win32" else "bin")


def run(*command: str, folder: Path = ROOT, programs: Path = BIN) -> None:
    print("$", *command, flush=True)
    if code := subprocess.run([str(programs / command[0]), *command[1:]], cwd=folder, check=False).returncode:
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
    install("test,docs", *(part for path in plugins for part in ("-e", str(path))))
    for tool in (
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy"],
        ["pyright", "--pythonpath", str(BIN / "python")],
        ["lint-imports"],
        ["mkdocs", "build", "--quiet", "--strict"],
    ):
        run(*tool)
    run("python", "-m", "pytest", "-n", "auto", "--cov", "--cov-report=term:skip-covered", "--cov-fail-under=90")
    for path in plugins:
        run("mypy", "--strict", "src", folder=path)
        run("python", "-m", "pytest", "-q", "tests", folder=path)
    stranger()


def stranger() -> None:
    """What the author of a first plugin does, with the wheel alone, in an environment of their own."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pip = ("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ".")
        wheel = next(home.glob("newsparse-*.whl"))
        venv.create(home / "env", with_pip=True)
        own = home / "env" / BIN.name
        run(*pip, f"{wheel}[cli,testing]", programs=own)
        run("newsparse", "new-plugin", "meetings", "--into", folder, programs=own)
        plugin = home / "newsparse-meetings"
        run(*pip, "-e", ".", folder=plugin, programs=own)
        run("python", "-m", "pytest", "-q", folder=plugin, programs=own)
        article = home / "article.txt"
        article.write_text("Envoys return\n\nThe envoys met in Geneva on Monday.\n", "utf-8")
        shown = subprocess.run(
            [str(own / "newsparse"), "parse", str(article), "--to", "tree"], capture_output=True, text=True, check=False
        )
        if "meetings:" not in shown.stdout:
            raise SystemExit(f"the new plugin's field does not show in newsparse parse:\n{shown.stdout}{shown.stderr}")


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ("demo", "test"):
        raise SystemExit(__doc__)
    {"demo": demo, "test": test}[sys.argv[1]]()
