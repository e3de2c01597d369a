"""Adds the field `diplomacy` to articles: who meets whom, where, when and about what; agreements, positions, votes.

Everything carries the sentence it rests on, and links the article's own people, dates and quotations. English.
"""

from __future__ import annotations

import newsparse
from newsparse.analysis import find_officials
from newsparse_diplomacy.context import contexts
from newsparse_diplomacy.meetings import find_meetings
from newsparse_diplomacy.model import Agreement, Diplomacy, Meeting, Party, Position, Venue, Vote
from newsparse_diplomacy.stances import find_agreement, find_position, find_vote

__all__ = ["Agreement", "Diplomacy", "Meeting", "Party", "Position", "Venue", "Vote", "diplomacy"]

newsparse_api = 1


@newsparse.extractor(Diplomacy)
def diplomacy(article: newsparse.Article) -> Diplomacy | None:
    """Return the diplomacy in `article`; None where it has no meeting, agreement or vote."""
    sentences = list(contexts(article))
    meetings = tuple(found for context in sentences for found in find_meetings(context))
    agreements = tuple(found for found in map(find_agreement, sentences) if found)
    votes = tuple(found for found in map(find_vote, sentences) if found)
    if not (meetings or agreements or votes):
        return None
    return Diplomacy(
        meetings=meetings,
        agreements=agreements,
        positions=tuple(found for found in map(find_position, sentences) if found),
        votes=votes,
        officials=find_officials(article),
    )


@newsparse.hookimpl
def newsparse_extractors() -> list[newsparse.Extractor[Diplomacy]]:
    """Offer the extractor to newsparse."""
    return [diplomacy]
