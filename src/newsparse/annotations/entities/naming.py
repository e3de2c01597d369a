"""Finds the named mentions."""

from __future__ import annotations

from newsparse.annotations.entities.mention import Mention
from newsparse.languages import Language
from newsparse.model import Sentence


def find_mentions(text: str, sentences: tuple[Sentence, ...], language: Language) -> tuple[Mention, ...]:
    """Return the named mentions of persons, organisations and offices in the sentences, in document order."""
    del text, sentences, language
    return ()
