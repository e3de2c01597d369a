"""Article to other formats: one file each, registered through the same hook that plugins use."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from newsparse.export.as_json import JSON
from newsparse.export.markdown import MARKDOWN
from newsparse.export.text import TEXT
from newsparse.export.tree import TREE
from newsparse.hookspecs import Exporter, hookimpl
from newsparse.registry import Registry, chosen

__all__ = ["Exporter", "exporters"]


@hookimpl
def newsparse_exporters() -> Sequence[Exporter]:
    """Give the built-in output formats."""
    return (JSON, TREE, MARKDOWN, TEXT)


def exporters(registry: Registry) -> dict[str, Exporter]:
    """Return every output format by name: the built-in ones, and those of the registry's plugins."""
    built_in = chosen([sys.modules[__name__]])
    return {one.name: one for one in (*built_in.exporters, *registry.exporters)}
