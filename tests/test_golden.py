"""Golden cases: one phenomenon a file under `golden/`, input and what is expected of it side by side.

    # why this case is here
    --- input            (or `--- input escaped`, where \\u00a0, \\r and the like stand for what they name)
    …
    --- tree             (any of the views below; only those given are compared)
    …

`pytest tests/test_golden.py --update-golden` writes the views anew; read the difference before committing it.
"""

from __future__ import annotations

import codecs
from datetime import datetime
from pathlib import Path

import attrs
import pytest
import regex

import newsparse
from newsparse import Article

FOLDER = Path(__file__).parent / "golden"
CASES = sorted(FOLDER.rglob("*.txt"))


def tree(article: Article) -> str:
    lines: list[str] = []

    def show(node, depth):
        extra = "".join(
            f" {name}={getattr(value, 'name', value)}"
            for name in ("kind", "depth", "ordered", "role", "repeated", "speaker")
            if (value := getattr(node, name, None)) not in (None, False)
        )
        text = f" | {one_line(node.text)}" if hasattr(node, "content") else ""
        if node.type == "contents_entry":
            text += f" -> {node.target and one_line(node.target.of(article.text))}"
        lines.append(f"{'  ' * depth}{node.type}{extra} [{node.rule}]{text}")
        for child in getattr(node, "children", ()):
            show(child, depth + 1)

    for child in article.children:
        show(child, 0)
    return "\n".join(lines)


def quotes(article: Article) -> str:
    """Those between marks; `indirect` has the others, so that neither view changes with the other's recogniser."""
    return "\n".join(
        f"{_words_of(article, quote)} | speaker={quote.speaker and quote.speaker.name}"
        for quote in article.quotes
        if quote.kind != "indirect"
    )


def indirect(article: Article) -> str:
    """Those without marks; who the source is, is for `entities` to tell."""
    return "\n".join(_words_of(article, quote) for quote in article.quotes if quote.kind == "indirect")


def _words_of(article: Article, quote: newsparse.Quotation) -> str:
    return (
        f"{quote.kind} {quote.function} | {one_line(quote.text)} | cue={words(article, quote.cue)}"
        f" | source={words(article, quote.source)}"
    )


def dates(article: Article) -> str:
    return "\n".join(
        f"{one.type} {one.value}{f' mod={one.mod}' if one.mod else ''} | {one_line(one.text)}"
        + (f" | {one.start:%Y-%m-%dT%H:%M} .. {one.end:%Y-%m-%dT%H:%M}" if one.start and one.end else "")
        for one in article.dates
    )


def entities(article: Article) -> str:
    return "\n".join(
        f"{one.kind} {one.name}{f' ({one.description})' if one.description else ''}"
        + (f" honorifics={' '.join(one.honorifics)}" if one.honorifics else "")
        + f" | {'; '.join(one_line(mention.of(article.text)) for mention in one.mentions)}"
        for one in article.entities
    )


def sentences(article: Article) -> str:
    return "\n".join(one_line(sentence.text) for sentence in article.sentences)


def diagnostics(article: Article) -> str:
    return "\n".join(f"{one.severity} {one.code} | {words(article, one.span)}" for one in article.diagnostics)


def metadata(article: Article) -> str:
    return "\n".join(
        f"{field.name} = {value.value} ({value.source})"
        for field in attrs.fields(newsparse.Metadata)
        if (value := getattr(article.metadata, field.name)) is not None
    )


def interviews(article: Article) -> str:
    lines: list[str] = []
    for interview in article.interviews:
        lines.append(f"interview [{interview.rule}] headline={interview.headline and interview.headline.text}")
        lines += [f"  introduction | {one_line(node.span.of(article.text))}" for node in interview.introduction]
        for node in interview.children:
            if node.type == "turn":
                speaker = (
                    node.speaker and f"{' '.join((*node.speaker.honorifics, node.speaker.name))} ({node.speaker.kind})"
                )
                lines.append(
                    f"  {node.role} [{node.rule}] {speaker} | {words(article, node.label)} | {one_line(node.text)}"
                )
            elif node not in interview.introduction + interview.closing and node is not interview.headline:
                lines.append(f"  between | {one_line(node.span.of(article.text))}")
        lines += [f"  closing | {one_line(node.span.of(article.text))}" for node in interview.closing]
        people = {turn.speaker.name: turn.speaker for turn in interview.turns if turn.speaker}
        lines += [f"  {person.name} is {person.description}" for person in people.values() if person.description]
    return "\n".join(lines) or "none"


VIEWS = {
    view.__name__: view
    for view in (tree, interviews, quotes, indirect, dates, entities, sentences, diagnostics, metadata)
}


def one_line(text: str) -> str:
    return regex.sub(r"\s+", " ", text).strip()


def words(article: Article, span) -> str:
    return "-" if span is None else one_line(span.of(article.text))


def read_case(path: Path) -> tuple[str, str, dict[str, str]]:
    """The comment with the input's header, the input, and the expected views."""
    head, *parts = regex.split(r"^--- ", path.read_text("utf-8"), flags=regex.MULTILINE)
    name, _, content = parts[0].partition("\n")
    content = content.removesuffix("\n")
    if "escaped" in name:
        content = codecs.decode(content.encode("latin-1", "backslashreplace"), "unicode_escape")
    expected = {}
    for part in parts[1:]:
        title, _, body = part.partition("\n")
        expected[title.strip()] = body.strip("\n")
    return f"{head}--- {parts[0]}", content, expected


def options_of(head: str) -> dict[str, object]:
    """`# published: 2025-03-01`, `# url: …`, `# language: …` in the comment are arguments of `parse`."""
    found = dict(regex.findall(r"^# (published|url|language|media_type): (\S+)", head, regex.MULTILINE))
    if "published" in found:
        found["published"] = datetime.fromisoformat(found["published"])
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: str(path.relative_to(FOLDER).with_suffix("")))
def test_golden(path: Path, request: pytest.FixtureRequest) -> None:
    head, content, expected = read_case(path)
    assert expected, f"{path} expects nothing"
    article = newsparse.parse(content, **options_of(head))
    found = {name: VIEWS[name](article) for name in expected}
    if request.config.getoption("--update-golden"):
        views = "".join(f"--- {name}\n{body}\n" for name, body in found.items())
        path.write_text(f"{head.rstrip(chr(10))}\n{views}", "utf-8")
        return
    assert found == expected
