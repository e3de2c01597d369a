"""The `newsparse` command. Its framework is an extra; without it, the command says what to install."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command with the process's arguments."""
    try:
        from newsparse.cli.commands import app  # noqa: PLC0415 - typer and rich are extras
    except ModuleNotFoundError as error:
        if error.name not in ("typer", "rich", "click"):
            raise
        print(
            f"newsparse: the command needs {error.name}; install it with: pip install 'newsparse[cli]'", file=sys.stderr
        )
        raise SystemExit(2) from None
    app(prog_name="newsparse")
