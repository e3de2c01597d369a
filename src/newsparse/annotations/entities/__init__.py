"""Persons, organisations and offices: their mentions, and which of these are one."""

from newsparse.annotations.entities.cast import Cast
from newsparse.annotations.entities.lexicon import names_office
from newsparse.annotations.entities.mention import Mention
from newsparse.annotations.entities.naming import find_mentions
from newsparse.annotations.entities.resolution import resolve

__all__ = ["Cast", "Mention", "find_mentions", "names_office", "resolve"]
