"""Tree to sentences, entities, quotations and time expressions: one recogniser a file or folder."""

from newsparse.annotations.authors import cast_authors, with_authors
from newsparse.annotations.casting import cast_quotations, cast_tree
from newsparse.annotations.entities import find_mentions, resolve
from newsparse.annotations.quotations import find_quotations
from newsparse.annotations.sentences import split_sentences
from newsparse.annotations.times import find_times, with_dates

__all__ = [
    "cast_authors",
    "cast_quotations",
    "cast_tree",
    "find_mentions",
    "find_quotations",
    "find_times",
    "resolve",
    "split_sentences",
    "with_authors",
    "with_dates",
]
