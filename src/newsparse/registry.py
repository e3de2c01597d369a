"""Plugins in, an ordered frozen registry out.

Every plugin is asked by itself, with a plugin manager of its own, so that none can take another down. What is wrong with
one becomes a `Fault`: raised where the plugin was asked for by name, reported as a diagnostic where it was merely installed.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import pluggy

from newsparse import hookspecs, languages, readers
from newsparse.hookspecs import API_VERSION, Exporter, Extractor
from newsparse.languages import Language
from newsparse.model import Diagnostic, Field, PluginRecord
from newsparse.readers import Reader

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "newsparse"
VARIABLE = "NEWSPARSE_PLUGINS"
"""Environment variable that names the installed plugins to use (`a,b`), or to leave out (`-a,-b`)."""

E = TypeVar("E")


class PluginError(Exception):
    """Something is wrong with a plugin; the message names it and says what to do."""


@attrs.frozen(kw_only=True)
class Fault:
    """What is wrong with a plugin."""

    code: str
    plugin: str
    message: str

    def diagnostic(self) -> Diagnostic:
        """Return it as an article reports it."""
        return Diagnostic(code=self.code, message=self.message, severity="error", plugin=self.plugin)


@attrs.frozen(kw_only=True)
class Contribution:
    """What one plugin gives."""

    plugin: PluginRecord
    extractors: tuple[Extractor[Any], ...] = ()
    readers: tuple[Reader, ...] = ()
    languages: tuple[Language, ...] = ()
    exporters: tuple[Exporter, ...] = ()


@attrs.frozen(kw_only=True)
class Step:
    """An extractor in its place in the order, and the plugin that it comes from."""

    plugin: PluginRecord
    extractor: Extractor[Any]


@attrs.frozen(kw_only=True)
class Registry:
    """Everything that plugins give, in the order in which it is used."""

    steps: tuple[Step, ...] = ()
    readers: tuple[Reader, ...] = readers.BUILT_IN
    languages: tuple[Language, ...] = attrs.field(factory=languages.built_in)
    exporters: tuple[Exporter, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    faults: tuple[Fault, ...] = ()

    def language(self, code: str | None) -> Language:
        """Return the language of that code; one with no knowledge at all if nothing knows it."""
        short = (code or "").lower().replace("_", "-").split("-")[0]
        return next((one for one in self.languages if one.code == short), None) or languages.load(short)


def installed() -> Registry:
    """Return the registry of the installed plugins that `NEWSPARSE_PLUGINS` lets through. Never raises."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import

    found = sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value))
    names = [name.strip() for name in os.environ.get(VARIABLE, "").split(",") if name.strip()]
    allowed = {name for name in names if not name.startswith("-")}
    denied = {name[1:] for name in names if name.startswith("-")}
    chosen = [entry for entry in found if entry.name not in denied and (not allowed or entry.name in allowed)]
    unknown = (allowed | denied) - {entry.name for entry in found} - {"none"}
    missing = [
        Fault(code="plugin.not-installed", plugin=name, message=f"{VARIABLE} names {name}, which is not installed")
        for name in sorted(unknown)
    ]
    return _build([(_record(entry), entry.load) for entry in chosen], missing)


def chosen(plugins: Iterable[object]) -> Registry:
    """Return the registry of just these plugins: modules, objects with hooks, extractors, or names of installed ones.

    Raises PluginError if anything is wrong with one.
    """
    registry = _build([_named(plugin) for plugin in plugins], [])
    if registry.faults:
        raise PluginError("; ".join(fault.message for fault in registry.faults))
    return registry


def _record(entry: EntryPoint) -> PluginRecord:
    return PluginRecord(name=entry.name, version=entry.dist.version if entry.dist else None)


def _named(plugin: object) -> tuple[PluginRecord, Callable[[], object]]:
    if isinstance(plugin, str):
        from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import

        for entry in entry_points(group=GROUP, name=plugin):
            return _record(entry), entry.load
        return PluginRecord(name=plugin), partial(importlib.import_module, plugin)
    name = getattr(plugin, "__name__", None) or (
        plugin.field.name if isinstance(plugin, Extractor) else type(plugin).__name__
    )
    return PluginRecord(name=str(name), version=getattr(plugin, "__version__", None)), lambda: plugin


def _build(plugins: Sequence[tuple[PluginRecord, Callable[[], object]]], faults: list[Fault]) -> Registry:
    contributions: list[Contribution] = []
    for record, load in plugins:
        try:
            contributions.append(_ask(record, load()))
        except PluginError as error:
            faults.append(Fault(code="plugin.invalid", plugin=record.name, message=str(error)))
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            message = f"plugin {record.name} cannot be loaded: {type(error).__name__}: {error}"
            faults.append(Fault(code="plugin.load-failed", plugin=record.name, message=message))
    steps, disputes = _in_order(contributions)
    given = {language.code: language for one in contributions for language in one.languages}
    return Registry(
        steps=steps,
        readers=(*(reader for one in contributions for reader in one.readers), *readers.BUILT_IN),
        languages=(*given.values(), *(one for one in languages.built_in() if one.code not in given)),
        exporters=tuple(exporter for one in contributions for exporter in one.exporters),
        contributions=tuple(contributions),
        faults=(*faults, *disputes),
    )


def _ask(record: PluginRecord, plugin: object) -> Contribution:
    """Call a plugin's hooks, once. The only place where pluggy's untyped results are handled."""
    if isinstance(plugin, Extractor):
        return Contribution(plugin=record, extractors=(plugin,))
    version = getattr(plugin, "newsparse_api", API_VERSION)
    if not isinstance(version, int) or not 1 <= version <= API_VERSION:
        message = (
            f"plugin {record.name} is for version {version} of the plugin interface; this newsparse has {API_VERSION}"
        )
        raise PluginError(f"{message}: install a newer newsparse or an older {record.name}")
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin, record.name)
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        known = [name for name in vars(hookspecs) if name.startswith(f"{GROUP}_")]
        names = [name for name in dir(plugin) if name.startswith(f"{GROUP}_") and name not in (*known, "newsparse_api")]
        message = f"plugin {record.name} implements a hook that does not exist, {' and '.join(names) or error}"
        raise PluginError(f"{message}: the hooks are {', '.join(known)}") from error
    hook = manager.hook
    return Contribution(
        plugin=record,
        extractors=_checked(record, "newsparse_extractors", hook.newsparse_extractors(), Extractor),
        readers=_checked(record, "newsparse_readers", hook.newsparse_readers(), Reader),
        languages=_checked(record, "newsparse_languages", hook.newsparse_languages(), Language),
        exporters=_checked(record, "newsparse_exporters", hook.newsparse_exporters(), Exporter),
    )


def _checked(record: PluginRecord, hook: str, answers: list[Any], kind: type[E]) -> tuple[E, ...]:
    found: list[E] = []
    for answer in answers:
        for one in answer if isinstance(answer, list | tuple) else [answer]:
            if not isinstance(one, kind):
                message = f"plugin {record.name}: {hook} gave {one!r:.60}; it must give a list of {kind.__name__}"
                raise PluginError(message)
            found.append(one)
    for one in found:
        if isinstance(one, Language) and (fault := _fault_of(one)):
            raise PluginError(f"plugin {record.name}: language {one.code!r}: {fault}")
        field = one.field if isinstance(one, Extractor) else Field
        if not (isinstance(field, type) and issubclass(field, Field)):
            raise PluginError(f"plugin {record.name}: {field!r:.60} is no subclass of newsparse.Field")
        if isinstance(one, Extractor) and not isinstance(getattr(field, "name", None), str):
            raise PluginError(f"plugin {record.name}: {field.__name__} has no name; set name: ClassVar[str]")
    return tuple(found)


def _fault_of(language: Language) -> str | None:
    """What is wrong with the tables of a language, of those that would break a parse."""
    from newsparse.annotations.times import fault_of  # noqa: PLC0415 - loads the recogniser

    return fault_of(language)


def _in_order(contributions: Sequence[Contribution]) -> tuple[tuple[Step, ...], list[Fault]]:
    """Extractors after those they require, by field name where that leaves a choice; and what stands in the way."""
    by_name: dict[str, list[Step]] = {}
    for one in contributions:
        for extractor in one.extractors:
            by_name.setdefault(extractor.field.name, []).append(Step(plugin=one.plugin, extractor=extractor))
    faults: list[Fault] = []
    steps: dict[str, Step] = {}
    for name, writers in sorted(by_name.items()):
        if len(writers) == 1:
            steps[name] = writers[0]
            continue
        who = " and ".join(sorted(step.plugin.name for step in writers))
        message = f"plugins {who} both write the field {name!r}: uninstall one, or leave it out with {VARIABLE}=-NAME"
        faults += [Fault(code="plugin.conflict", plugin=step.plugin.name, message=message) for step in writers]
    faults += _remove_unmet(steps)
    return _sorted(steps, faults), faults


def _remove_unmet(steps: dict[str, Step]) -> list[Fault]:
    """Take out the extractors that require a field nobody writes, and those that require these."""
    faults: list[Fault] = []
    while True:
        unmet = [
            (name, need.name)
            for name, step in steps.items()
            for need in step.extractor.requires
            if steps.get(need.name) is None or steps[need.name].extractor.field is not need
        ]
        if not unmet:
            return faults
        for name, need in unmet:
            if (step := steps.pop(name, None)) is not None:
                message = (
                    f"plugin {step.plugin.name}: its field {name!r} requires {need!r}, which no plugin here writes"
                )
                faults.append(Fault(code="plugin.requires", plugin=step.plugin.name, message=message))


def _sorted(steps: dict[str, Step], faults: list[Fault]) -> tuple[Step, ...]:
    """Return the steps in topological order; those of a cycle are taken out and reported."""
    while True:
        needs = {name: sorted(need.name for need in step.extractor.requires) for name, step in sorted(steps.items())}
        sorter = TopologicalSorter(needs)
        try:
            sorter.prepare()
        except CycleError as error:
            members = sorted(set(error.args[1]))
            who = " and ".join(sorted({steps[name].plugin.name for name in members}))
            message = f"plugins {who}: their fields {', '.join(members)} require one another in a circle"
            faults += [Fault(code="plugin.cycle", plugin=steps[name].plugin.name, message=message) for name in members]
            for name in members:
                del steps[name]
            faults += _remove_unmet(steps)
            continue
        order: list[Step] = []
        while sorter.is_active():
            ready = sorted(sorter.get_ready())
            order += [steps[name] for name in ready]
            sorter.done(*ready)
        return tuple(order)
