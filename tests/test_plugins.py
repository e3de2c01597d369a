"""Plugins: typed fields, order, isolation."""

from __future__ import annotations

import itertools
import json
import pickle
import subprocess
import sys
import textwrap
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import attrs
import pytest

import newsparse
from newsparse import Article, Field, Parser, PluginError, Sentence, Span
from newsparse.cli.scaffolding import UnusableNameError, new_plugin
from newsparse.export import exporters
from newsparse.registry import installed
from newsparse.testing import check_plugin

TEXT = "Envoys meet\n\nThe envoys met in Geneva. It rained.\n"


@attrs.frozen(kw_only=True)
class Length(Field):
    name: ClassVar[str] = "length"
    characters: int


@attrs.frozen(kw_only=True)
class Twice(Field):
    name: ClassVar[str] = "twice"
    characters: int
    first: Sentence | None = None


@newsparse.extractor(Length)
def length(article: Article) -> Length | None:
    return Length(characters=len(article.text)) if article.text else None


@newsparse.extractor(Twice, requires=(Length,))
def twice(article: Article) -> Twice | None:
    known = article.field(Length)
    first = article.sentences[0] if article.sentences else None
    return known and Twice(characters=2 * known.characters, first=first)


@newsparse.extractor(Length)
def other_length(article: Article) -> Length | None:
    return Length(characters=len(article.text) + 1)


def hooks(name: str, **found) -> SimpleNamespace:
    return SimpleNamespace(__name__=name, **{hook: newsparse.hookimpl(function) for hook, function in found.items()})


def test_fields_are_typed_and_ordered_by_what_they_require() -> None:
    for plugins in itertools.permutations([length, twice]):
        article = Parser(plugins=plugins).parse(TEXT)
        assert article.field(Length) == Length(characters=len(TEXT))
        assert article.field(Twice).characters == 2 * len(TEXT)
        assert [field.name for field in article.fields] == ["length", "twice"]
        assert [plugin.name for plugin in article.plugins] == ["length", "twice"]


def test_fields_survive_json_with_and_without_their_plugin() -> None:
    article = Parser(plugins=[length, twice]).parse(TEXT)
    again = Article.from_dict(json.loads(article.to_json()))
    assert again == article
    assert again.to_dict() == article.to_dict()
    assert again.field(Twice) == article.field(Twice)
    assert pickle.loads(pickle.dumps(article)) == article


def test_a_parser_is_picklable_with_its_plugins() -> None:
    parser = pickle.loads(pickle.dumps(Parser(plugins=[length, twice], language="en")))
    assert parser == Parser(plugins=[length, twice], language="en")
    assert parser.parse(TEXT).field(Twice) is not None


def test_without_a_field_field_is_none() -> None:
    assert newsparse.Parser(plugins=()).parse(TEXT).field(Length) is None
    assert Parser(plugins=[length]).parse("").field(Length) is None


def test_two_writers_of_a_field_are_both_named() -> None:
    one = hooks("one", newsparse_extractors=lambda: [length])
    two = hooks("two", newsparse_extractors=lambda: [other_length])
    with pytest.raises(PluginError, match=r"one and two both write the field 'length'"):
        Parser(plugins=[one, two])


def test_a_circle_names_its_members() -> None:
    kinds = [attrs.make_class(f"Kind{at}", [], bases=(Field,), frozen=True, kw_only=True) for at in range(3)]
    for at, kind in enumerate(kinds):
        kind.name = f"kind{at}"
    circle = [
        newsparse.Extractor(field=kind, function=lambda _: None, requires=(kinds[(at + 1) % 3],))
        for at, kind in enumerate(kinds)
    ]
    with pytest.raises(PluginError, match=r"kind0 and kind1 and kind2.*circle"):
        Parser(plugins=circle)


def test_a_requirement_that_nobody_writes_is_named() -> None:
    with pytest.raises(PluginError, match=r"'twice' requires 'length', which no plugin here writes"):
        Parser(plugins=[twice])


@pytest.mark.parametrize(
    ("plugin", "message"),
    [
        (hooks("misspelt", newsparse_extractor=lambda: [length]), "misspelt implements a hook that does not exist"),
        (hooks("junk", newsparse_extractors=lambda: [42]), "junk: newsparse_extractors gave 42"),
        (hooks("wild", newsparse_readers=lambda: 1 / 0), "wild cannot be loaded: ZeroDivisionError"),
        (SimpleNamespace(__name__="future", newsparse_api=99), "future is for version 99 of the plugin interface"),
        ("no_such_module_anywhere", "no_such_module_anywhere cannot be loaded: ModuleNotFoundError"),
    ],
)
def test_what_is_wrong_with_a_plugin_is_one_sentence(plugin, message: str) -> None:
    with pytest.raises(PluginError, match=message):
        Parser(plugins=[plugin])


def test_an_extractor_that_fails_costs_only_its_own_field() -> None:
    @newsparse.extractor(Twice, requires=(Length,))
    def broken(_: Article) -> Twice | None:
        raise RuntimeError("no luck")

    article = Parser(plugins=[length, broken]).parse(TEXT)
    assert article.field(Length) is not None
    assert article.field(Twice) is None
    (diagnostic,) = (one for one in article.diagnostics if one.plugin)
    assert diagnostic.plugin == "twice"
    assert "no luck" in diagnostic.message
    with pytest.raises(PluginError, match="no luck"):
        Parser(plugins=[length, broken], strict=True).parse(TEXT)


@pytest.mark.parametrize("junk", [42, "text", Length(characters=float("nan")), Length(characters=object())])
def test_junk_is_a_diagnostic(junk) -> None:
    article = Parser(plugins=[newsparse.Extractor(field=Length, function=lambda _: junk)]).parse(TEXT)
    assert article.field(Length) is None
    assert [one.code for one in article.diagnostics if one.plugin] == ["plugin.raised"]
    article.to_json()


def test_an_extractor_sees_only_the_fields_it_requires() -> None:
    seen = []

    @newsparse.extractor(Twice)
    def curious(article: Article) -> Twice | None:
        seen.append(article.fields)

    Parser(plugins=[length, curious]).parse(TEXT)
    assert seen == [()]


BROKEN = {
    "import": "raise ImportError('no such thing')",
    "exit": "raise SystemExit(3)",
    "syntax": "def (",
    "hook": "import newsparse\n@newsparse.hookimpl\ndef newsparse_nothing(): return []",
    "junk": "import newsparse\n@newsparse.hookimpl\ndef newsparse_extractors(): return [object()]",
    "raises": "import newsparse\n@newsparse.hookimpl\ndef newsparse_extractors(): raise ValueError('no')",
    "api": "newsparse_api = 99",
    "writer": """
        import attrs, newsparse
        from typing import ClassVar
        @attrs.frozen(kw_only=True)
        class Same(newsparse.Field):
            name: ClassVar[str] = "same"
        @newsparse.extractor(Same)
        def same(article): return Same()
        @newsparse.hookimpl
        def newsparse_extractors(): return [same]
    """,
    "cycle": """
        import attrs, newsparse
        from typing import ClassVar
        @attrs.frozen(kw_only=True)
        class One(newsparse.Field):
            name: ClassVar[str] = "one_" + __name__
        @attrs.frozen(kw_only=True)
        class Two(newsparse.Field):
            name: ClassVar[str] = "two_" + __name__
        one = newsparse.Extractor(field=One, function=lambda article: One(), requires=(Two,))
        two = newsparse.Extractor(field=Two, function=lambda article: Two(), requires=(One,))
        @newsparse.hookimpl
        def newsparse_extractors(): return [one, two]
    """,
    "fails": """
        import attrs, newsparse
        from typing import ClassVar
        @attrs.frozen(kw_only=True)
        class Fails(newsparse.Field):
            name: ClassVar[str] = "fails_" + __name__
        @newsparse.extractor(Fails)
        def fails(article): raise RuntimeError('in ' + __name__)
        @newsparse.hookimpl
        def newsparse_extractors(): return [fails]
    """,
}


@pytest.fixture
def hundred_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A hundred broken plugins, installed as distributions are."""
    names = [f"broken_{kind}_{at}" for kind in BROKEN for at in range(100 // len(BROKEN))]
    for name in names:
        source = textwrap.dedent(BROKEN[name.split("_")[1]])
        (tmp_path / f"{name}.py").write_text(source, "utf-8")
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[newsparse]\n{name} = {name}\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delenv("NEWSPARSE_PLUGINS", raising=False)
    yield names
    for name in names:
        sys.modules.pop(name, None)


def test_a_hundred_broken_plugins_break_nothing(hundred_broken: list[str]) -> None:
    article = Parser().parse(TEXT)
    bare = Parser(plugins=()).parse(TEXT)
    core = {"fields", "plugins", "diagnostics"}
    with_them, without = (
        json.dumps({key: value for key, value in one.to_dict().items() if key not in core}) for one in (article, bare)
    )
    assert with_them == without  # byte for byte
    blamed = {one.plugin for one in article.diagnostics if one.plugin}
    assert blamed >= set(hundred_broken)
    assert [one for one in article.diagnostics if not one.plugin] == list(bare.diagnostics)


def test_the_environment_allows_and_denies(hundred_broken: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def asked() -> set[str]:
        registry = installed()
        return {one.plugin.name for one in registry.contributions} | {fault.plugin for fault in registry.faults}

    monkeypatch.setenv("NEWSPARSE_PLUGINS", "broken_import_0,broken_writer_1")
    assert asked() == {"broken_import_0", "broken_writer_1"}
    monkeypatch.setenv("NEWSPARSE_PLUGINS", ",".join(f"-{name}" for name in hundred_broken[1:]))
    assert set(hundred_broken) & asked() == {hundred_broken[0]}
    monkeypatch.setenv("NEWSPARSE_PLUGINS", "none")
    assert asked() == set()
    monkeypatch.setenv("NEWSPARSE_PLUGINS", "nobody")
    assert asked() == {"nobody"}


def test_check_plugin_finds_nothing_wrong_with_a_sound_one() -> None:
    assert (
        check_plugin(
            SimpleNamespace(__name__="sound", newsparse_extractors=newsparse.hookimpl(lambda: [length, twice]))
        )
        == ()
    )


COUNT = itertools.count()


@attrs.frozen(kw_only=True)
class Claim(Field):
    name: ClassVar[str] = "claim"
    span: Span
    text: str


@pytest.mark.parametrize(
    ("function", "check"),
    [
        (lambda article: Claim(span=Span(0, len(article.text) + 9), text=article.text), "spans hold"),
        (lambda article: Claim(span=Span(0, len(article.text)), text="else"), "spans hold"),
        (lambda article: 1 // len(article.text) and None, "raises nothing"),
        (lambda article: Length(characters=id(article)), "raises nothing"),
        (lambda article: Claim(span=Span(0, next(COUNT) % 2 * len(article.text)), text=""), "same again"),
    ],
)
def test_check_plugin_finds_what_is_wrong(function, check: str) -> None:
    problems = check_plugin(newsparse.Extractor(field=Claim, function=function))
    assert check in {problem.check for problem in problems}


def test_new_plugin_writes_a_package_that_passes_its_tests(tmp_path: Path) -> None:
    home = new_plugin("port-calls", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=home,
        env={**__import__("os").environ, "PYTHONPATH": f"{home / 'src'}:{':'.join(sys.path)}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["", "1st", "Ärger", "class", "../up"])
def test_new_plugin_says_why_a_name_will_not_do(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableNameError, match="cannot name a plugin"):
        new_plugin(name, tmp_path)


def test_new_plugin_overwrites_nothing(tmp_path: Path) -> None:
    new_plugin("once", tmp_path)
    with pytest.raises(UnusableNameError, match="is there already"):
        new_plugin("once", tmp_path)


def test_a_reader_and_a_language_and_an_exporter_from_a_plugin() -> None:
    def read(content, *, url):  # noqa: ARG001
        text = content.removeprefix("%SHOUT ").upper()
        return newsparse.Source(text=text, media_type="text/shout", lines=(newsparse.Line(start=0, end=len(text)),))

    plugin = hooks(
        "extras",
        newsparse_readers=lambda: [
            newsparse.Reader(
                name="shout", media_types=("text/shout",), recognise=lambda content: content[:6] == "%SHOUT", read=read
            )
        ],
        newsparse_languages=lambda: [
            newsparse.Language.from_toml("xx", '[language]\nname = "Ixish"\nsmall_words = ["zu", "ba", "ri"]')
        ],
        newsparse_exporters=lambda: [
            newsparse.Exporter(name="count", media_type="text/plain", export=lambda article: str(len(article.text)))
        ],
    )
    parser = Parser(plugins=[plugin])
    assert parser.parse("%SHOUT stop press").text == "STOP PRESS"
    assert parser.parse("ba ri zu ba ri zu").language == "xx"
    assert exporters(parser.registry)["count"].export(parser.parse("four")) == "4"
    assert newsparse.parse("%SHOUT stop press").text == "%SHOUT stop press"
