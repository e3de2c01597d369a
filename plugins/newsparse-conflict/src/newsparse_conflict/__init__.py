"""Adds the field `conflict` to articles: attacks, strikes, casualties, front lines, ceasefire violations; and totals.

Everything carries the sentence it rests on, and links the article's own people, dates and quotations. English.
"""

from __future__ import annotations

import newsparse
from newsparse_conflict.casualties import casualties, read
from newsparse_conflict.context import contexts
from newsparse_conflict.events import find_attack, find_front_line, find_strike, find_violation, may_tell
from newsparse_conflict.model import Attack, Casualties, Conflict, FrontLine, Totals, Violation
from newsparse_conflict.totals import find_totals

__all__ = ["Attack", "Casualties", "Conflict", "FrontLine", "Totals", "Violation", "conflict"]

newsparse_api = 1


@newsparse.extractor(Conflict)
def conflict(article: newsparse.Article) -> Conflict | None:
    """Return the conflict in `article`; None where it has no attack, casualty, front line or violation."""
    sentences = list(contexts(article))
    readings = read(sentences, article.date_published)
    telling = [context for context in sentences if may_tell(context)]
    field = Conflict(
        totals=find_totals(readings),
        casualties=tuple(one for reading in readings for one in casualties(reading)),
        attacks=tuple(attack for context in telling if (attack := find_attack(context))),
        strikes=tuple(strike for context in telling if (strike := find_strike(context))),
        front_lines=tuple(line for context in sentences if (line := find_front_line(context))),
        violations=tuple(breach for context in telling if (breach := find_violation(context))),
    )
    return None if field == Conflict() else field


@newsparse.hookimpl
def newsparse_extractors() -> list[newsparse.Extractor[Conflict]]:
    """Offer the extractor to newsparse."""
    return [conflict]
