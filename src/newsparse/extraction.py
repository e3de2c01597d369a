"""Runs the extractors over an article; what goes wrong in one stays with it."""

from __future__ import annotations

import json

import attrs

from newsparse.model import Article, Diagnostic, Field
from newsparse.model.serialisation import field_data
from newsparse.registry import PluginError, Registry, Step


def extract(article: Article, registry: Registry, *, strict: bool) -> Article:
    """Return `article` with the fields of every extractor, in order.

    Each sees the fields that it requires and no others. With `strict`, what an extractor raises is raised as PluginError.
    """
    if not registry.contributions and not registry.faults:
        return article
    fields: dict[str, Field] = {}
    failed: set[str] = set()
    diagnostics = [fault.diagnostic() for fault in registry.faults]
    for step in registry.steps:
        needs = {need.name for need in step.extractor.requires}
        if needs & failed:
            failed.add(step.extractor.field.name)
            continue
        view = attrs.evolve(article, fields=tuple(fields[name] for name in sorted(needs & fields.keys())))
        try:
            field = _run(step, view)
        except Exception as error:
            if strict:
                raise PluginError(f"plugin {step.plugin.name}: {type(error).__name__}: {error}") from error
            failed.add(step.extractor.field.name)
            diagnostics.append(_failure(step, error))
            continue
        if field is not None:
            fields[field.name] = field
    return attrs.evolve(
        article,
        fields=tuple(fields[name] for name in sorted(fields)),
        plugins=tuple(sorted((one.plugin for one in registry.contributions), key=lambda plugin: plugin.name)),
        diagnostics=(*article.diagnostics, *sorted(diagnostics, key=lambda one: (one.plugin or "", one.message))),
    )


def _run(step: Step, article: Article) -> Field | None:
    field: Field | None = step.extractor(article)
    if field is None:
        return None
    if type(field) is not step.extractor.field:
        message = f"it gave {field!r:.60}; its extractor must give a {step.extractor.field.__name__} or None"
        raise PluginError(message)
    # An article with a field that JSON cannot hold would break its reader, not the plugin's author.
    json.dumps(field_data(field), allow_nan=False)
    return field


def _failure(step: Step, error: Exception) -> Diagnostic:
    return Diagnostic(
        code="plugin.raised",
        message=f"plugin {step.plugin.name} failed: {type(error).__name__}: {error}"[:500],
        severity="error",
        plugin=step.plugin.name,
    )
