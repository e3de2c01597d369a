"""Which mentions are one and the same: names, short forms, pronouns and roles to entities."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence

from newsparse.annotations.entities.antecedents import Memory
from newsparse.annotations.entities.cast import Cast, finish, without_titles
from newsparse.annotations.entities.initials import spelt_out
from newsparse.annotations.entities.introductions import Introductions
from newsparse.annotations.entities.lexicon import Lexicon, Word, lexicon
from newsparse.annotations.entities.mention import Mention
from newsparse.annotations.entities.offices import Offices
from newsparse.annotations.entities.referents import Referents
from newsparse.annotations.entities.roster import Actor, Roster
from newsparse.annotations.entities.sources import read_source
from newsparse.languages import Language
from newsparse.model import Entity, Sentence, Span


def resolve(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    people: Sequence[Entity],
    sources: Sequence[Span],
    language: Language,
    quoted: Sequence[Span] = (),
    unspoken: Sequence[Span] = (),
) -> Cast:
    """Return the entities of the article, numbered by first mention.

    `people` are those that labels and bylines name (see `structure.Outline`); `sources` are the words that name a speaker
    beside a quotation: names, pronouns or roles. `quoted` are the extents of quotations: what is named there is seldom
    whom a pronoun outside means. `unspoken` are those that nobody says: titles and terms, which name nobody.
    """
    words = lexicon(language)
    mentions = without_titles(mentions, unspoken)
    casting = _Casting(text, mentions, words)
    by_label = casting.add_people(people)
    by_mention = casting.add_mentions()
    by_source = casting.add_sources(sorted(set(sources)), by_mention, Memory(text, sentences, quoted, words))
    return finish(casting.roster.actors, by_label, by_source)


class _Casting:
    """The steps of one resolution, in order."""

    def __init__(self, text: str, mentions: Sequence[Mention], words: Lexicon) -> None:
        self.text = text
        self.mentions = mentions
        self.words = words
        self.roster = Roster(words)
        self.offices = Offices(words)
        self.labels: list[tuple[Span, Actor]] = []
        """Where labels name who speaks."""
        self.referents = Referents(text, mentions, words, self.roster, self.offices)
        self.parts: set[int] = set()
        """Mentions that lie in somebody's description."""

    def add_people(self, people: Sequence[Entity]) -> dict[int, Actor]:
        """Full names first: those of labels and bylines, then those of the text."""
        by_label: dict[int, Actor] = {}
        for person in people:
            at = person.mentions[0].start if person.mentions else len(self.text)
            if self.roster.is_full(person.name) and person.kind == "person":
                by_label[person.id] = self.roster.add_person(person.name, at)
        for mention in self.mentions:
            if mention.kind == "person" and self.roster.is_full(mention.name):
                self.roster.add_person(mention.name, mention.span.start)
        for person in people:
            actor = by_label.get(person.id)
            at = person.mentions[0].start if person.mentions else len(self.text)
            # An author whom only the page's metadata name may go by one word, and is not whom the text calls so.
            if actor is None and person.kind == "person" and person.mentions:
                actor = self.roster.short_form(person.name, at) or self.roster.find_misspelt(person.name)
            if actor is None:
                add = self.roster.add_person if person.kind == "person" else self.roster.add_organization
                actor = add(person.name, at)
            if person.kind == "role":
                actor.kind = "role"  # "Moderator:", "Q:"
            by_label[person.id] = actor
            actor.mentions.extend(person.mentions)
            self.labels.extend(
                (span, actor) for span in person.mentions if self.text[span.end : span.end + 2].strip()[:1] == ":"
            )
            actor.honorifics.extend(title for title in person.honorifics if title not in actor.honorifics)
            actor.description = actor.description or person.description
        return by_label

    def add_mentions(self) -> list[Actor | None]:
        """Return the actor of every mention; None for an office that only describes somebody."""
        found: list[Actor | None] = []
        starts = [mention.span.start for mention in self.mentions]
        for mention in self.mentions:
            if (title := mention.description) is not None:
                self.parts.update(range(bisect_left(starts, title.start), bisect_left(starts, title.end)))
        for number, mention in enumerate(self.mentions):
            at = mention.span.start
            match mention.kind:
                case "person":
                    actor = self._person(mention)
                case "organization":
                    if number and spelt_out(self.text, mention, self.mentions[number - 1]):
                        self.roster.alias(mention.name, found[-1])
                    actor = self.roster.add_organization(mention.name, at)
                case "role":
                    found.append(None)
                    continue
            actor.add(mention.span)
            found.append(actor)
        for number, mention in enumerate(self.mentions):
            # Offices last: who holds one may be named only below the headline
            if mention.kind == "role" and number not in self.parts:
                found[number] = holder = self.referents.office(mention)
                holder.add(mention.span)
        return found

    def _person(self, mention: Mention) -> Actor:
        at = mention.span.start
        sex = 0
        for title in mention.honorifics:
            sex = sex or self.words.flags(title) & (Word.FEMALE | Word.MALE)
        actor = None if self.roster.is_full(mention.name) else self.roster.short_form(mention.name, at, sex)
        if actor is None:
            actor = self.roster.add_person(mention.name, at)
        actor.sex = sex or actor.sex
        actor.sure = actor.sure or bool(mention.honorifics or mention.description)
        actor.honorifics.extend(title for title in mention.honorifics if title not in actor.honorifics)
        if mention.description is not None:
            words = " ".join(mention.description.of(self.text).split())
            actor.description = actor.description or words
            actor.sex = actor.sex or self.offices.sex_told(words)
            self.offices.hold(words, actor, at)
            self.referents.described.setdefault(mention.description.start, actor)
        return actor

    def add_sources(
        self, sources: Sequence[Span], by_mention: Sequence[Actor | None], memory: Memory
    ) -> dict[Span, Actor]:
        """Return who each source is, going through mentions and sources in document order."""
        starts = [mention.span.start for mention in self.mentions]
        self.referents.introductions = Introductions(
            self.text, self.mentions, by_mention, sources, memory, self.roster, self.words
        )
        found: dict[Span, Actor] = {}
        labels = deque(sorted(self.labels, key=lambda label: label[0]))
        done = 0
        for span in sources:
            first = bisect_left(starts, span.start)
            last = bisect_left(starts, span.end, first)
            for at in range(done, first):
                if (known := by_mention[at]) is not None:
                    memory.note(
                        self.mentions[at].span, known, title=self.mentions[at].description, part=at in self.parts
                    )
            while labels and labels[0][0].start < span.start:
                memory.note(*labels.popleft())
            reading = read_source(self.text, span, self.mentions[first:last], self.words)
            actor = self.referents.read(reading, span, first, by_mention, memory)
            if actor is not None:
                found[span] = actor
                memory.note(span, actor, speaks=not (reading.sort == "pronoun" and self._is_oblique(span)))
                if reading.sort != "mention":
                    actor.add(span)
            done = max(done, last)
        return found

    def _is_oblique(self, span: Span) -> bool:
        """Whether a pronoun is no subject (`to her defence`), so that it says little about who speaks on."""
        return span.of(self.text).lower() in self.words.oblique
