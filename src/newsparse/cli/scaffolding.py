"""Writes a new plugin package: complete, typed, and passing its own tests."""

from __future__ import annotations

import keyword
from importlib.resources import files
from pathlib import Path
from string import Template

import regex

import newsparse

_NAME = regex.compile(r"[a-z][a-z0-9_]*")


class UnusableNameError(Exception):
    """No package can have that name, or it is there already; the message says so in one sentence."""


def new_plugin(name: str, folder: Path) -> Path:
    """Write the package `newsparse-NAME` into `folder` and return where it is. Raises UnusableNameError."""
    name = name.removeprefix("newsparse-").replace("-", "_")
    if not _NAME.fullmatch(name) or keyword.iskeyword(name):
        raise UnusableNameError(f"{name!r} cannot name a plugin; use lower-case letters, digits and hyphens")
    home = folder / f"newsparse-{name.replace('_', '-')}"
    if home.exists():
        raise UnusableNameError(f"{home} is there already; choose another name or remove it")
    values = {"name": name, "Field": name.title().replace("_", ""), "version": newsparse.__version__}
    package = home / "src" / f"newsparse_{name}"
    for path, template in (
        (home / "pyproject.toml", "pyproject.toml"),
        (home / "README.md", "README.md"),
        (package / "__init__.py", "plugin.py"),
        (home / "tests" / f"test_{name}.py", "test.py"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        source = (files("newsparse.cli") / "template" / f"{template}.tmpl").read_text("utf-8")
        path.write_text(Template(source).substitute(values), "utf-8")
    (package / "py.typed").touch()
    return home
