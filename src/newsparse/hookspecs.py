"""What a plugin may give: four hooks, each called once, when a `Parser` is built.

Read this page and you know the whole plugin interface. A plugin is a module, or any object, with functions of these names
marked `@newsparse.hookimpl`, offered under the entry-point group `newsparse`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from functools import reduce
from typing import Generic, Protocol, TypeVar

import attrs
import pluggy

from newsparse.languages import Language
from newsparse.model import Article, Field
from newsparse.readers import Reader

F = TypeVar("F", bound=Field)

API_VERSION = 1
"""The version of this interface. A plugin may say which it was written for: `newsparse_api = 1` in its module."""

hookspec = pluggy.HookspecMarker("newsparse")
hookimpl = pluggy.HookimplMarker("newsparse")
"""Marks a function of a plugin as the implementation of the hook of the same name."""


@attrs.frozen(kw_only=True)
class Extractor(Generic[F]):
    """A function that makes one `Field` of an article; call it like the function. Made by `@newsparse.extractor`."""

    field: type[F]
    function: Callable[[Article], F | None]
    requires: tuple[type[Field], ...] = ()

    def __call__(self, article: Article) -> F | None:
        """Return the field for `article`, or None where it has nothing of the kind."""
        return self.function(article)

    def __reduce__(self) -> tuple[Callable[[str, str], object], tuple[str, str]]:
        """Pickle by name, as functions are."""
        return _find, (self.function.__module__, self.function.__qualname__)


def extractor(
    field: type[F], *, requires: tuple[type[Field], ...] = ()
) -> Callable[[Callable[[Article], F | None]], Extractor[F]]:
    """Decorate the function that makes a `field` of an article.

    The article it is given holds the fields named in `requires`, and no others, so that its result cannot depend on what
    else is installed.
    """

    def decorate(function: Callable[[Article], F | None]) -> Extractor[F]:
        return Extractor(field=field, function=function, requires=requires)

    return decorate


class Export(Protocol):
    """What an exporter does."""

    def __call__(self, article: Article, /) -> str:
        """Return `article` in the exporter's format."""
        ...


@attrs.frozen(kw_only=True)
class Exporter:
    """An output format: `name` is what `newsparse parse --to` takes."""

    name: str
    media_type: str
    export: Export
    description: str = ""


@hookspec
def newsparse_extractors() -> Iterable[Extractor[Field]]:
    """Extractors, each the one writer of its field."""
    raise NotImplementedError


@hookspec
def newsparse_readers() -> Iterable[Reader]:
    """Readers of further input formats."""
    raise NotImplementedError


@hookspec
def newsparse_languages() -> Iterable[Language]:
    """Further languages, or better versions of the built-in ones."""
    raise NotImplementedError


@hookspec
def newsparse_exporters() -> Iterable[Exporter]:
    """Further output formats."""
    raise NotImplementedError


def _find(module: str, name: str) -> object:
    return reduce(getattr, name.split("."), importlib.import_module(module))
