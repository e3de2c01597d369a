"""What the command can do."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

import newsparse
from newsparse.cli.inputs import UnusableInputError, read_input
from newsparse.cli.scaffolding import UnusableNameError, new_plugin
from newsparse.export import exporters
from newsparse.export.tree import short
from newsparse.model import Article
from newsparse.model.schema import json_schema
from newsparse.parser import Parser
from newsparse.registry import PluginError

UNUSABLE = 2
"""Exit status when an input, or an option, could not be used."""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="A news article, raw HTML or messy plain text, as a typed document.",
)
plugins_app = typer.Typer(no_args_is_help=True, help="What plugins are installed, and whether they are sound.")
app.add_typer(plugins_app, name="plugins")

Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="HTML pages or plain text; - is standard input.")]
Url = Annotated[str | None, typer.Option(help="The page's address; it may tell the date.")]
Published = Annotated[datetime | None, typer.Option(help="Publication date; relative dates are anchored to it.")]
Language = Annotated[str | None, typer.Option(help="ISO 639-1 code; detected if not given.")]
Without = Annotated[bool, typer.Option("--no-plugins", help="Run no plugins.")]


def say(message: str) -> None:
    """Print one sentence to standard error."""
    print(f"newsparse: {message}", file=sys.stderr)


@app.callback(invoke_without_command=True)
def version(show: Annotated[bool, typer.Option("--version", help="Show the version.")] = False) -> None:  # noqa: FBT002 - typer
    """Turn news articles into typed documents."""
    if show:
        print(f"newsparse {newsparse.__version__}")
        raise typer.Exit


@app.command()
def parse(
    files: Files,
    *,
    to: Annotated[str, typer.Option(help="json, tree, markdown, text, or a format that a plugin adds.")] = "json",
    url: Url = None,
    published: Published = None,
    language: Language = None,
    no_plugins: Without = False,
) -> None:
    """Parse articles and print them; several files as JSON give one line each."""
    parser = _parser(no_plugins=no_plugins)
    formats = exporters(parser.registry)
    if to not in formats:
        say(f"there is no format {to!r}; --to takes one of {', '.join(formats)}")
        raise typer.Exit(UNUSABLE)
    unusable = 0
    with Progress(
        console=Console(stderr=True), transient=True, disable=len(files) < 10 or not sys.stderr.isatty()
    ) as bar:
        for name in bar.track(files, description="Parsing"):
            article = _parsed(parser, name, url=url, published=published, language=language)
            if article is None:
                unusable += 1
            elif to == "json" and len(files) > 1:
                _write(json.dumps({"file": name, **article.to_dict()}, ensure_ascii=False))
            else:
                _write(formats[to].export(article))
    if unusable:
        raise typer.Exit(UNUSABLE)


@app.command()
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An HTML page or plain text; - is standard input.")],
    url: Url = None,
    language: Language = None,
) -> None:
    """Print each line of an article with its type and the rule that decided it."""
    article = _parsed(_parser(no_plugins=True), file, url=url, published=None, language=language)
    if article is None:
        raise typer.Exit(UNUSABLE)
    leaves = list(article.leaves())
    kinds = [f"{leaf.type}/{leaf.kind}" if isinstance(leaf, newsparse.Furniture) else leaf.type for leaf in leaves]
    first, second = (max(map(len, column), default=0) for column in (kinds, [leaf.rule for leaf in leaves]))
    for kind, leaf in zip(kinds, leaves, strict=True):
        _write(f"{kind:{first}}  {leaf.rule:{second}}  {short(leaf.span.of(article.text))}")


@plugins_app.command(name="list")
def list_plugins(*, as_json: Annotated[bool, typer.Option("--json", help="Machine-readable.")] = False) -> None:
    """List the installed plugins, what they give, and what is wrong with them."""
    _report_plugins(as_json=as_json)


@plugins_app.command(name="check")
def check_plugins(*, as_json: Annotated[bool, typer.Option("--json", help="Machine-readable.")] = False) -> None:
    """Check the installed plugins; exit status 1 if anything is wrong with one."""
    if _report_plugins(as_json=as_json):
        raise typer.Exit(1)


@app.command(name="new-plugin")
def new_plugin_command(
    name: Annotated[str, typer.Argument(help="What its field is called, e.g. meetings.")],
    into: Annotated[Path, typer.Option(help="The folder to write it into.")] = Path(),
) -> None:
    """Write a new plugin package: complete, typed, and passing its own tests."""
    try:
        home = new_plugin(name, into)
    except (UnusableNameError, OSError) as error:
        say(str(error))
        raise typer.Exit(UNUSABLE) from None
    print(f"Wrote {home}. Next: cd {home} && pip install -e '.[test]' && pytest")


@app.command()
def schema() -> None:
    """Print the JSON Schema of what `parse --to json` prints."""
    _write(json.dumps(json_schema(), indent=2))


def _report_plugins(*, as_json: bool) -> bool:
    """Print a row a plugin; return whether anything is wrong."""
    registry = newsparse.Parser().registry
    rows = [
        {
            "name": one.plugin.name,
            "version": one.plugin.version,
            "fields": [extractor.field.name for extractor in one.extractors],
            "readers": [reader.name for reader in one.readers],
            "languages": [language.code for language in one.languages],
            "exporters": [exporter.name for exporter in one.exporters],
            "problems": [fault.message for fault in registry.faults if fault.plugin == one.plugin.name],
        }
        for one in registry.contributions
    ]
    loaded = {row["name"] for row in rows}
    broken = {fault.plugin: fault for fault in registry.faults if fault.plugin not in loaded}
    rows += [{"name": name, "version": None, "problems": [fault.message]} for name, fault in sorted(broken.items())]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    elif not rows:
        print("No plugins are installed.")
    else:
        table = Table("plugin", "version", "gives", "state")
        for row in rows:
            gives = [
                f"{kind[:-1]} {name}"
                for kind in ("fields", "readers", "languages", "exporters")
                for name in row.get(kind) or ()
            ]
            table.add_row(
                str(row["name"]), str(row["version"] or "?"), "\n".join(gives), "\n".join(row["problems"] or ["sound"])
            )
        Console(width=None if sys.stdout.isatty() else 160).print(table)
    return bool(registry.faults)


def _parser(*, no_plugins: bool) -> Parser:
    try:
        return Parser(plugins=() if no_plugins else None)
    except PluginError as error:
        say(str(error))
        raise typer.Exit(UNUSABLE) from None


def _parsed(
    parser: Parser, name: str, *, url: str | None, published: datetime | None, language: str | None
) -> Article | None:
    try:
        data = read_input(name)
    except UnusableInputError as error:
        say(str(error))
        return None
    return parser.parse(data, url=url, published=published, language=language)


def _write(text: str) -> None:
    """Print to standard output as UTF-8, whatever the terminal's encoding makes of it."""
    sys.stdout.buffer.write(text.rstrip("\n").encode("utf-8", "surrogatepass") + b"\n")
    sys.stdout.buffer.flush()
