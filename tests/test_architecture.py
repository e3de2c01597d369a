"""The architecture page, the import contract and the folders tell the same story."""

from __future__ import annotations

import tomllib
from pathlib import Path

import regex

import newsparse

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "newsparse"


def contract() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = settings["contracts"][0]["layers"]
    return [name.strip().removeprefix("newsparse.") for layer in layers for name in regex.split("[|:]", layer)]


def page() -> list[str]:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    return regex.findall(r"^- `(\w+)` — ", text.split("## The house")[1], regex.MULTILINE)


def folders() -> set[str]:
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    return modules | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def test_page_contract_and_folders_agree() -> None:
    assert page() == contract()
    assert set(contract()) == folders()


def test_the_page_names_the_parser_s_stages_in_order() -> None:
    code = (PACKAGE / "parser.py").read_text("utf-8")
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    stages = regex.findall(r"^\| `([\w.]+)` \|", text, regex.MULTILINE)[:9]
    for stage in stages:
        assert f"{stage}(" in code, stage


def test_the_reference_shows_every_public_name_once() -> None:
    text = (ROOT / "docs" / "reference.md").read_text("utf-8")
    shown = regex.findall(r"^::: newsparse\.(\w+)$", text, regex.MULTILINE)
    aliases = {"Node", "hookimpl", "API_VERSION"}  # a union, a marker and a number: told on the pages that use them
    assert sorted(shown) == sorted(set(newsparse.__all__) - aliases)


def test_the_site_shows_every_page() -> None:
    listed = set(regex.findall(r"\b([\w-]+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), regex.MULTILINE))
    assert listed == {path.name for path in (ROOT / "docs").glob("*.md")}
