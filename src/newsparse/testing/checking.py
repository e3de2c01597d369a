"""Is a plugin sound? Each check is a generator of what is wrong; none of them raises."""

from __future__ import annotations

import json
import math
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import attrs

from newsparse.model import Article, Span
from newsparse.model.serialisation import field_data
from newsparse.parser import Parser
from newsparse.registry import PluginError
from newsparse.testing.samples import repeated, samples

LONG = 100_000
"""Code points from which a sample is long."""
STEEPEST = 1.5
"""Growth exponent above which a plugin counts as not linear; well above 1, since clocks are noisy."""


@attrs.frozen(kw_only=True)
class Problem:
    """What is wrong with a plugin, and on which article it showed."""

    check: str
    article: str
    message: str

    def __str__(self) -> str:
        return f"{self.check}, on an article that is {self.article}: {self.message}"


def check_plugin(plugin: object) -> tuple[Problem, ...]:
    """Return everything that is wrong with `plugin`: a module, an object with hooks, an extractor, or an installed name.

    Checked: it loads; nothing raises; every span lies in the text and every stored text is its slice; the rest of the article
    is untouched; JSON and pickle give it back; results are the same again, in other processes, and beside no other plugin;
    time is linear. Takes a few seconds.
    """
    try:
        parser = Parser(plugins=[plugin], strict=True)
    except PluginError as error:
        return (Problem(check="loads", article="any", message=str(error)),)
    problems: list[Problem] = []
    for name, text in samples().items():
        try:
            article = parser.parse(text)
        except PluginError as error:
            problems.append(Problem(check="raises nothing", article=name, message=str(error)))
            continue
        # Of the long article only the spans are looked at: everything else about it shows on the short ones too.
        checks = CHECKS if len(text) < LONG else {"spans hold": spans_hold}
        for check, run in checks.items():
            problems += [Problem(check=check, article=name, message=one) for one in _safely(run, parser, article)]
    if not problems:
        problems += [Problem(check="same in every process", article="any", message=one) for one in _processes(plugin)]
        problems += [Problem(check="linear time", article="long", message=one) for one in _growth(parser)]
    return tuple(problems)


def _safely(run: Callable[[Parser, Article], Iterator[str]], parser: Parser, article: Article) -> Iterator[str]:
    try:
        yield from run(parser, article)
    except Exception as error:
        yield f"{type(error).__name__}: {error}"


def spans_hold(parser: Parser, article: Article) -> Iterator[str]:
    """Every span lies in the text; a `text` beside a `span` is its slice."""
    del parser
    for value in _values(article.fields):
        if isinstance(value, Span):
            if not 0 <= value.start <= value.end <= len(article.text):
                yield f"{value} lies outside the text"
        elif attrs.has(type(value)) and isinstance(text := getattr(value, "text", None), str):
            span = getattr(value, "content", None) or getattr(value, "span", None)
            if not isinstance(span, Span):
                continue
            parts: tuple[Span, ...] = getattr(value, "parts", None) or (span,)
            if text != " ".join(part.of(article.text) for part in parts):
                yield f"the text {text[:40]!r} is not what stands at {span}"


def core_is_untouched(parser: Parser, article: Article) -> Iterator[str]:
    """The article is what it is without the plugin, but for its field."""
    del parser
    bare = Parser(plugins=()).parse(article.text)
    if attrs.evolve(article, fields=(), plugins=(), diagnostics=bare.diagnostics) != bare:
        yield "the plugin changed something else than its own field"


def round_trips(parser: Parser, article: Article) -> Iterator[str]:
    """JSON and pickle give an equal article back, with typed fields."""
    if any("\ud800" <= char <= "\udfff" for char in article.text):
        return
    again = Article.from_dict(json.loads(article.to_json()))
    for step in parser.registry.steps:
        kind = step.extractor.field
        if again.field(kind) != article.field(kind):
            yield f"{kind.__name__} read back from JSON is not the one that was written"
    if pickle.loads(pickle.dumps(article)) != article:  # noqa: S301 - our own bytes
        yield "pickling gives another article back"


def same_again(parser: Parser, article: Article) -> Iterator[str]:
    """The same input gives the same field."""
    if parser.parse(article.text) != article:
        yield "parsing again gives another result"


CHECKS: dict[str, Callable[[Parser, Article], Iterator[str]]] = {
    "spans hold": spans_hold,
    "core untouched": core_is_untouched,
    "round trips": round_trips,
    "same again": same_again,
}


def _values(thing: object) -> Iterator[object]:
    waiting: list[Any] = [thing]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, tuple | list | frozenset) and not isinstance(one, Span):
            waiting.extend(one)
        elif isinstance(one, dict):
            waiting.extend(one.values())
        elif attrs.has(type(one)):
            waiting.extend(getattr(one, field.name) for field in attrs.fields(type(one)))


_FRESH = """
import json, sys
from newsparse.parser import Parser
from newsparse.testing.checking import fields_of
print(json.dumps(fields_of(Parser(plugins=[sys.argv[1]]))))
"""


def fields_of(parser: Parser) -> list[object]:
    """Return the plugin fields of every sample but the long one, as JSON-ready data."""
    texts = [text for name, text in samples().items() if "megabyte" not in name]
    return [{field.name: field_data(field) for field in parser.parse(text).fields} for text in texts]


def _processes(plugin: object) -> Iterator[str]:
    """Fresh processes with other hash seeds, time zones and locales give the same fields. For plugins that have a name."""
    name = plugin.__name__ if isinstance(plugin, ModuleType) else plugin
    if not isinstance(name, str):
        return
    answers = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", _FRESH, name], env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            yield f"a fresh process fails: {done.stderr.strip().splitlines()[-1]}"
            return
        answers.add(done.stdout)
    if len(answers) > 1:
        yield "two processes give different fields; do not depend on the order of sets, the time zone or the clock"


def _growth(parser: Parser) -> Iterator[str]:
    """The extractors' own time grows linearly with the article."""
    for step in parser.registry.steps:
        times = []
        for size in (20_000, 320_000):
            article = attrs.evolve(parser.parse(repeated(size)), fields=())
            try:
                times.append(min(_seconds(step.extractor, article) for _ in range(3)))
            except Exception:
                return
        exponent = math.log(times[1] / times[0], 16)
        if times[1] > 0.05 and exponent > STEEPEST:
            yield f"time grows with the power {exponent:.1f} of the length of the article"


def _seconds(work: Callable[[Article], object], article: Article) -> float:
    start = time.process_time()
    work(article)
    return max(time.process_time() - start, 1e-6)
