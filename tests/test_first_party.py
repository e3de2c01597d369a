"""The plugins of this repository together: each gives the same, whatever else is installed, and none touches the core."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from pathlib import Path

import pytest

import newsparse

PLUGINS = Path(__file__).parent.parent / "plugins"
NAMES = ("newsparse_conflict", "newsparse_diplomacy", "newsparse_markets")
TEXTS = (
    (
        "Envoys return\n\nKenyan Foreign Minister Grace Oduya met her Ugandan counterpart in Geneva on Monday.\n\n"
        "At least 12 people were killed when a drone hit a market in Gao, police said.\n\n"
        "Shares in Norsk Kobber fell 3.5 percent to $12. “We will meet again,” Oduya said.\n"
    ),
    "- a\n- b\n\n\nQ: Why?\nA: “Because talks failed, U.S.and Russia met.He left",
    "",
)


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    for name in NAMES:
        monkeypatch.syspath_prepend(str(PLUGINS / name.replace("_", "-") / "src"))
    loaded = {name: importlib.import_module(name) for name in NAMES}
    assert all(name in sys.modules for name in NAMES)
    return loaded


@pytest.mark.parametrize("text", TEXTS)
def test_all_subsets_give_the_same(plugins: dict[str, object], text: str) -> None:
    bare = newsparse.Parser(plugins=(), strict=True).parse(text).to_dict()
    alone = {
        name: newsparse.Parser(plugins=[plugin], strict=True).parse(text).to_dict().get("fields", {})
        for name, plugin in plugins.items()
    }
    subsets = [
        some for size in range(len(NAMES) + 1) for chosen in itertools.combinations(NAMES, size)
        for some in itertools.permutations(chosen)
    ]  # fmt: skip
    assert len({frozenset(some) for some in subsets}) == 8
    for some in subsets:
        found = newsparse.Parser(plugins=[plugins[name] for name in some], strict=True).parse(text).to_dict()
        own = found.pop("fields", {})
        found.pop("plugins", None)
        assert json.dumps(found) == json.dumps(
            {key: value for key, value in bare.items() if key not in ("fields", "plugins")}
        )
        expected = {key: value for name in some for key, value in alone[name].items()}
        assert {key: json.dumps(value) for key, value in own.items()} == {
            key: json.dumps(value) for key, value in expected.items()
        }
