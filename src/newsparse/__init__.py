r"""newsparse: a news article, raw HTML or messy plain text, as one typed, frozen document model.

    >>> import newsparse
    >>> article = newsparse.parse("Talks open in Geneva\n\nEnvoys met on Monday.")
    >>> article.headline.text
    'Talks open in Geneva'

Start with `parse`. What it gives is an `Article`: a tree of nodes (`article.children`, `article.leaves()`), annotations
over its text (`quotes`, `dates`, `entities`, `sentences`, `diagnostics`), and `metadata`. Every claim points at the
characters it rests on, by `Span`s in code points of `article.text`.
"""

from newsparse.hookspecs import API_VERSION, Exporter, Extractor, extractor, hookimpl
from newsparse.languages import Language
from newsparse.model import (
    AlternativeHeadline,
    Article,
    BlockQuote,
    Byline,
    Caption,
    Contents,
    ContentsEntry,
    ContentsTitle,
    Correction,
    Credit,
    Dateline,
    Diagnostic,
    Entity,
    Exchange,
    Field,
    Figure,
    Furniture,
    Heading,
    Headline,
    Interview,
    ListBlock,
    ListItem,
    Metadata,
    Node,
    Paragraph,
    PluginRecord,
    Quotation,
    Section,
    Sentence,
    Sourced,
    Span,
    StoredField,
    Table,
    TimeExpression,
    Turn,
)
from newsparse.parser import Parser, parse
from newsparse.readers import Hints, Line, Reader, Source
from newsparse.registry import PluginError

__version__ = "0.1.0"

__all__ = [  # noqa: RUF022 - arranged as a tour
    # Parsing
    "parse",
    "Parser",
    # The article and its tree
    "Article",
    "Span",
    "Node",
    "Headline",
    "AlternativeHeadline",
    "Byline",
    "Dateline",
    "Contents",
    "ContentsTitle",
    "ContentsEntry",
    "Section",
    "Heading",
    "Paragraph",
    "ListBlock",
    "ListItem",
    "BlockQuote",
    "Figure",
    "Caption",
    "Credit",
    "Table",
    "Interview",
    "Turn",
    "Exchange",
    "Correction",
    "Furniture",
    # Annotations
    "Quotation",
    "TimeExpression",
    "Entity",
    "Sentence",
    "Diagnostic",
    # Metadata
    "Metadata",
    "Sourced",
    # Plugins
    "Field",
    "extractor",
    "hookimpl",
    "Extractor",
    "Exporter",
    "Language",
    "Reader",
    "Source",
    "Line",
    "Hints",
    "PluginError",
    "API_VERSION",
    "StoredField",
    "PluginRecord",
]
