"""An office first, and then the name of who holds it.

`The mayor said nobody was hurt. “I don't know how,” Anna Reyes said.` News explains everyone it names. Whoever speaks next
and is named in full for the first time without a word on who they are was announced before: by the office, the calling or
the kinship right ahead of it (`his widow`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsparse.annotations.entities.antecedents import Memory
from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.annotations.entities.mention import Mention
from newsparse.annotations.entities.roster import Actor, Roster
from newsparse.annotations.entities.sources import Reading
from newsparse.model import Span

FARTHEST = 6
"""Sentences between an office and the name of who holds it."""
LONGEST = 4_000
"""Code points of those sentences that are looked at."""
LOOKED = 10
"""Mentions behind an office that are looked at."""
_BEFORE = 30
_AGE = re.compile(r"(?:, (?:aged |age )?\d{1,3}\b| \(\d{1,3}\))")
_EXPLAINED = re.compile(r",? (\w+)|,|\s?\(")


class Introductions:
    """The sources that bring a full name in."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        by_mention: Sequence[Actor | None],
        sources: Sequence[Span],
        memory: Memory,
        roster: Roster,
        words: Lexicon,
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.by_mention = by_mention
        self.sources = sources
        self.memory = memory
        self.roster = roster
        self.words = words
        self._starts = [mention.span.start for mention in mentions]
        self._opens = [source.start for source in sources]
        self._first: dict[int, int] | None = None

    def after(self, reading: Reading, span: Span, *, opening: bool) -> Actor | None:
        """Return who is named after `span`, which names an office alone; `opening` says that the article begins there."""
        flags = self.words.flags(reading.head)
        if reading.plural or reading.other or not flags & Word.ROLE or reading.head in self.words.anonymous:
            return None
        if not (reading.definite or opening) or self.words.is_anybody(reading.head):
            return None
        if reading.definite and self.was_brought_in(reading.head, span.start):
            return None
        here, place = self.memory.sentence_at(span.start), bisect_left(self._starts, span.end)
        for at in range(place, min(place + LOOKED, len(self.mentions))):
            mention, actor = self.mentions[at], self.by_mention[at]
            if self.memory.sentence_at(mention.span.start) - here > FARTHEST:
                return None
            if mention.kind != "person" or actor is None or self._first_in_full(actor) != mention.span.start:
                continue
            known = flags & (Word.FEMALE | Word.MALE) or reading.sex
            if actor.sex and known and actor.sex != known:
                continue
            if reading.head in self.words.kin and self._has_kin(actor):
                return actor
            if self._speaks(mention):
                return None if self._is_explained(mention, actor) else actor
        return None

    def relative_before(self, reading: Reading, span: Span) -> Actor | None:
        """Return the relative named before: `Rose Garrity`, where the text calls a widow hers whose name is Garrity, too."""
        if reading.head not in self.words.kin or not reading.owned:
            return None
        sex = self.words.flags(reading.head) & (Word.FEMALE | Word.MALE)
        place = bisect_left(self._starts, span.start)
        for at in range(place - 1, max(-1, place - LOOKED), -1):
            mention, actor = self.mentions[at], self.by_mention[at]
            if mention.kind == "person" and actor is not None and actor.sex == sex and sex and self._has_kin(actor):
                return None if actor.description and reading.head not in actor.description.lower().split() else actor
        return None

    def was_brought_in(self, head: str, at: int) -> bool:
        """Whether the text spoke of one before: `a dentist in Marsden`, and then `the dentist`."""
        low = max(self.memory.start_of_sentence(at, back=FARTHEST), at - LONGEST)
        place = self.text.rfind(f" {head}", low, at)
        before = self.text[max(low, place - _BEFORE) : place].lower().split() if place > 0 else []
        return not self.words.indefinite.isdisjoint(before[-3:])

    def _has_kin(self, actor: Actor) -> bool:
        """Whether somebody else in the text has the surname."""
        return len(self.roster.namesakes(actor)) > 1

    def _speaks(self, mention: Mention) -> bool:
        """Whether what a verb beside the name reports, or a quotation, is theirs: `sobbed Ann Lee, 69`."""
        place = bisect_right(self._opens, mention.span.start) - 1
        if place >= 0 and mention.span.end <= self.sources[place].end:
            return True
        title = mention.description
        start = title.start if title is not None and title.start < mention.span.start else mention.span.start
        before = self.text[max(0, start - _BEFORE) : start].split()
        return bool(before) and before[-1] in self.words.reporting

    def _first_in_full(self, actor: Actor) -> int:
        """Where the text first gives the full name."""
        if self._first is None:
            self._first = {}
            for mention, known in zip(self.mentions, self.by_mention, strict=True):
                if known is not None and mention.kind == "person" and self.roster.is_full(mention.name):
                    self._first.setdefault(id(known), mention.span.start)
        return self._first.get(id(actor), -1)

    def _is_explained(self, mention: Mention, actor: Actor) -> bool:
        """Whether the text says who this is: `Ann Lee, a fisherman`, `Ann Lee of the harbour union`; an age does not."""
        if actor.description is not None:
            return True
        age = _AGE.match(self.text, mention.span.end)
        behind = _EXPLAINED.match(self.text, age.end() if age else mention.span.end)
        if self.text.startswith(("'s ", "’s "), mention.span.start - 3):
            return True  # `the coastguard's Ann Lee`
        if self.words.names_behind and self._is_called(mention):
            return True
        before = self.text[max(0, mention.span.start - _BEFORE) : mention.span.start].split()[-1:]
        if (
            before
            and before[0].isalpha()
            and before[0].islower()
            and before[0] not in self.words.reporting | self.words.small
        ):
            return True  # `the wunderkind Ann Lee`
        if behind is None or behind[1] is None:
            return False
        if behind[0][0] == ",":
            return behind[1] not in self.words.reporting
        return behind[1] in self.words.belonging and behind[1] != "to"

    def _is_called(self, mention: Mention) -> bool:
        """Whether a noun right before says who it is: `la socialista Ana Ruiz`."""
        before = self.text[max(0, mention.span.start - _BEFORE) : mention.span.start].split()
        if len(before) < 2 or not before[-1].isalpha() or not before[-1].islower():
            return False
        return before[-2].lower() in self.words.determiners or self.words.flags(before[-1]) & Word.ROLE > 0
