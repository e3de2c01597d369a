"""Is what a sentence reports planned, proposed, under way, held, cancelled or denied?"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

import attrs

from newsparse.model import Span

Modality: TypeAlias = Literal["planned", "proposed", "held", "ongoing", "cancelled", "denied"]


@attrs.frozen(kw_only=True)
class Status:
    """A modality and the words that say so; no words where it is the plain past."""

    modality: Modality
    evidence: Span | None = None


_RULES: tuple[tuple[Modality, str], ...] = (
    ("cancelled", r"\b(?:cancell?ed|called off|scrapped|abandoned|postponed|put off|suspended|broke(?:n)? down|collapsed"
                  r"|pulled out of|walked out of|walked away from|withdrew from|will not (?:meet|attend|take part)|boycott(?:ed|s)?)\b"),
    ("denied", r"\b(?:denied|denies|rejected|rejects|ruled out|rules out|refus(?:es|ed|ing) to|no plans? (?:to|for)|not planning"
               r"|never (?:met|held|took place)|did(?: not|n['’]t) (?:meet|talk|speak|attend|hold)|no (?:talks|meeting)s? (?:have|has|had|was|were|are|is))\b"),
    ("proposed", r"\b(?:propos(?:ed|es|ing)|offer(?:ed|s) to (?:meet|host|hold|talk)|suggest(?:ed|s)|call(?:ed|s|ing) (?:for|on)|invit(?:ed|es|ation)"
                 r"|urg(?:ed|es|ing)|appeal(?:ed|s) for|demand(?:ed|s)|sought|seeks?|want(?:s|ed)? to (?:meet|talk|hold)|would like to"
                 r"|could (?:meet|be held|take place|happen|occur)|may (?:meet|be held|take place)|might (?:meet|be held|take place)|possible (?:talks|meeting|summit)"
                 r"|ready to (?:meet|talk|hold)|willing to (?:meet|talk|hold)|open to)\b"),
    ("planned", r"\b(?:will|shall|plan(?:s|ned)? to|(?:is|are|was|were) (?:set|due|scheduled|expected|planned|slated|likely|going|about|preparing) (?:to|for)"
                r"|scheduled|upcoming|next (?:week|month|year|round)|to be held|to take place|agreed to (?:meet|hold|resume|talk)|ahead of"
                r"|are to (?:meet|hold|discuss)|is to (?:meet|hold|discuss|host)|to (?:meet|hold talks|resume|visit|discuss)|tomorrow|planning to|intends? to)\b"),
    ("ongoing", r"\b(?:(?:is|are|was|were) (?:meeting|holding|discussing|talking|negotiating|under ?way)|under way|underway|ongoing|continu(?:e|es|ing)|in progress)\b"),
    ("held", r"\b(?:met|held|holds|convened|hosted|gathered|discussed|talked|spoke|conferred|attended|visited|concluded|took place|sat down|received|ended)\b"),
)  # fmt: skip
_COMPILED = tuple((modality, re.compile(pattern, re.IGNORECASE)) for modality, pattern in _RULES)


def find_status(text: str, start: int = 0, end: int | None = None) -> Status:
    """Return the modality of the sentence from `start` to `end`: the first that words speak for, cancelled before denied
    before proposed before planned before ongoing before held; held where nothing speaks."""
    stop = len(text) if end is None else end
    for modality, pattern in _COMPILED:
        if match := pattern.search(text, start, stop):
            return Status(modality=modality, evidence=Span(match.start(), match.end()))
    return Status(modality="held")
