"""Whom the words mean that name a speaker: names no list has, pronouns, offices, callings, peoples."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsparse.annotations.entities.antecedents import SEXES, Memory
from newsparse.annotations.entities.introductions import Introductions
from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.annotations.entities.mention import Mention
from newsparse.annotations.entities.offices import Offices
from newsparse.annotations.entities.places import demonyms
from newsparse.annotations.entities.roster import Actor, Roster
from newsparse.annotations.entities.sources import Reading, read_source, read_subject
from newsparse.annotations.entities.unnamed import unnamed_in
from newsparse.model import Span

SHORT_NAME = 3
"""Letters that a name needs more of at the start of a sentence."""
LONGEST_ARTICLE = 8
"""Code points before an office in which its article stands."""
NAMED_LATER = 4
"""Mentions at the beginning of a text among which one is that a pronoun before it means."""
LONGEST_CALLING = 40
"""Code points behind `one` in which the calling is looked for: `one man`."""
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_WORDS = Word.ROLE | Word.ORGANIZATION | Word.THING | Word.OPENER | Word.MODIFIER


class Referents:
    """Reads sources with what the text has told so far."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], words: Lexicon, roster: Roster, offices: Offices
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.words = words
        self.roster = roster
        self.offices = offices
        self.introductions: Introductions | None = None
        self.described: dict[int, Actor] = {}
        """Persons by where a description of them begins."""

    def office(self, mention: Mention) -> Actor:
        """`The Prime Minister`: whoever the text says holds the office, or the office itself."""
        at = mention.span.start
        holder = self.offices.holder(mention.name, at)
        if holder is None:
            holder = self.offices.known(mention.name, mention.name.rsplit(" ", 1)[-1].lower(), at, definite=True)
        if holder is not None:
            return holder
        actor = self.roster.new_role(mention.name, at)
        flags = self.words.flags(mention.name.rsplit(" ", 1)[-1])
        actor.personal, actor.sex = bool(flags & Word.ROLE), flags & (Word.FEMALE | Word.MALE)
        if self.words.nouns_capitalised:  # `Ein Sprecher` of German is a mention, but no title
            article = self.text[max(0, at - LONGEST_ARTICLE) : at].split()[-1:]
            actor.sex = actor.sex or (self.words.articles.get(article[0].lower(), 0) if article else 0)
        self.offices.remember(mention.name, actor)
        return actor

    def read(
        self, reading: Reading, span: Span, first: int, by_mention: Sequence[Actor | None], memory: Memory
    ) -> Actor | None:
        """Return whom a source means; `first` is the first mention in it."""
        match reading.sort:
            case "pronoun":
                return self._pronoun(reading, span, memory)
            case "mention" if reading.mention is not None:
                at = first
                while self.mentions[at] is not reading.mention:
                    at += 1
                return by_mention[at] or self.office(reading.mention)
            case "name":
                return self._unlisted(" ".join(reading.phrase.split()), span.start, memory)
            case "role":
                return self._role(reading, span, memory)
            case "some":
                whole = next(iter(unnamed_in(self.text, span.start, span.end + LONGEST_CALLING, self.words)), None)
                if whole is not None and whole.span.start == span.start:
                    return self._read_unnamed(whole.span, memory)  # `one man`, of which only `one` was read
                many = self._several(span.start, memory)
                return many if many is not None and many.plural else self.roster.new_role(reading.phrase, span.start)
            case _:
                return None

    def _unlisted(self, name: str, at: int, memory: Memory) -> Actor | None:
        """A speaker whose name is no mention: a word of a known name in another case, a country, someone new."""
        name = name.removesuffix("'s").removesuffix("’s")
        if actor := self.roster.short_form(name, at):
            return actor
        bare = name.lower().rstrip(".")
        if (
            "'s " in name
            or "’s " in name
            or (
                bare in demonyms()
                and not self._speaks_next(at + len(name))
                and _NEXT_WORD.match(self.text, at + len(name))
            )
        ):
            return None  # no name: `Norway's Firm` of a title, `European` before `allies`
        if self.words.parties and bare.startswith(self.words.parties):
            return memory.just_before(at)
        if bare in self.words.places or bare in self.words.named_organizations or (name.isupper() and len(bare) < 7):
            return self.roster.add_organization(name, at)
        flags = self.words.flags(name.rsplit(" ", 1)[-1])
        if flags & Word.PLACE and not flags & Word.GIVEN and " " in name and not bare.endswith("s"):
            return None  # `Including Ukraine`
        if flags & Word.PLACE and bare.endswith("s"):
            return self._unnamed(Reading("role", head=bare, phrase=name, plural=True), at)
        if " " not in name and self.words.nouns_capitalised:
            return self._unnamed(Reading("role", head=bare, phrase=name), at)  # `Nach Angaben`
        if " " not in name and len(name) > SHORT_NAME and self.words.flags(bare.removesuffix("s")) & Word.ROLE:
            return self._unnamed(
                Reading("role", head=bare, phrase=name, plural=bare.endswith("s")), at
            )  # `Astronomers`
        behind = self.text[at + len(name) : at + len(name) + 10]
        if " " not in name and not flags and behind.startswith((", ", ",\u00a0")) and len(name) > SHORT_NAME:
            words = behind[1:].split()
            if (
                words
                and self.words.pronouns.get(words[0]) == "relative"
                and words[0] not in self.words.personal_relatives
            ):
                return self.roster.add_organization(name, at)  # `Northline, which runs the service`
            return self.roster.add_person(name, at)
        if " " not in name and (flags & _WORDS or self._is_first(at, memory)) and not self._speaks_next(at + len(name)):
            return None  # `Storm hits coast`: the capital is the line's
        return self.roster.add_person(name, at)

    def _is_first(self, at: int, memory: Memory) -> bool:
        """Whether a line or sentence begins at `at`, so that a capital says nothing."""
        return at in (0, memory.start_of_sentence(at)) or self.text[at - 1] == "\n"

    def _speaks_next(self, at: int) -> bool:
        """Whether a verb of speaking follows: `Lee said`."""
        following = _NEXT_WORD.match(self.text, at, at + 24)
        return following is not None and following[1] in self.words.speaking

    def _pronoun(self, reading: Reading, span: Span, memory: Memory) -> Actor | None:
        match reading.group:
            case "male" | "female":
                found = memory.person(span.start, SEXES[reading.group])
                if found is None and self.words.articles:
                    found = self._named_later(span.start, SEXES[reading.group])
                return self._read_unnamed(found, memory, SEXES[reading.group]) if isinstance(found, Span) else found
            case "plural":
                return self._several(span.start, memory)
            case "neuter":
                return memory.nearest(span.start, kinds=("organization",))
            case "anyone":
                return memory.nearest(span.start, kinds=("person", "role"))
            case "relative":
                near = memory.unnamed_before(span.start)
                return memory.just_before(span.start) if near is None else self._read_unnamed(near, memory)
            case _:
                return None

    def _named_later(self, at: int, sex: int) -> Actor | None:
        """`Elle a 29 ans.`: whom a text that begins with a pronoun names first."""
        place = bisect_left([mention.span.start for mention in self.mentions[:NAMED_LATER]], at)
        for mention in self.mentions[place:NAMED_LATER]:
            if mention.kind == "person" and self.roster.is_full(mention.name):
                actor = self.roster.short_form(mention.name, at)
                return actor if actor is not None and actor.sex in (0, sex) else None
        return None

    def _several(self, at: int, memory: Memory) -> Actor | None:
        """`They`, or `one` of them: the many that were spoken of last."""
        subject = memory.subject_without_name(at)
        role = None if subject is None else read_subject(self.text, subject, self.words)
        if subject is not None and role is not None and role.plural:
            return self._role(role, subject, memory)
        return memory.several(at)

    def _read_unnamed(self, span: Span, memory: Memory, sex: int = 0) -> Actor | None:
        """`One man stood up`: whom no name tells."""
        reading = read_source(self.text, span, (), self.words)
        actor = self.read(reading._replace(sex=reading.sex or sex), span, 0, (), memory)
        if actor is not None:
            actor.add(span)
        return actor

    def _role(self, reading: Reading, span: Span, memory: Memory) -> Actor | None:
        first = _NEXT_WORD.search(self.text, span.start, span.end)
        for at in (span.start, first.start(1) if first else span.start):
            if (described := self.described.get(at)) is not None:
                return described  # `A girl`, where the text goes on `named Suri`
        if not reading.other and (reading.definite or not reading.plural):
            known = self.offices.known(reading.phrase, reading.head, span.start, definite=reading.definite)
            if known is not None and not self._is_new(known, reading, span):
                return known
        if reading.definite and (organization := self.roster.organization_headed(reading.head)):
            return organization
        if reading.definite and reading.phrase.lower() in self.words.any_organization:
            company = memory.nearest(span.start, kinds=("organization",))
            if company is not None and company.name.lower().rsplit(" ", 1)[-1] not in self.words.any_organization:
                return company
        if reading.definite and not (reading.plural or reading.owned) and self._means_anybody(reading):
            person = self._spoken_of(reading, span.start, memory)
            if person is not None:
                return person
        named = self._introduced(reading, span, opening=memory.sentence_at(span.start) <= 0)
        named = named or self._called_otherwise(reading, span, memory)
        return self._unnamed(reading, span.start) if named is None else named

    def _called_otherwise(self, reading: Reading, span: Span, memory: Memory) -> Actor | None:
        """`Said the care worker`, right after Ann Lee spoke: another word for her; an office would be somebody else."""
        head = reading.head
        if not reading.definite or reading.plural or reading.owned or reading.other or not self.words.offices:
            return None
        calling = self.words.flags(head) & Word.ROLE or "-of-" in head
        if (
            not calling
            or head in self.words.offices
            or head in self.words.anonymous
            or reading.full not in ("", reading.phrase)
        ):
            return None
        if self.introductions is None or self.introductions.was_brought_in(head, span.start):
            return None
        behind = _NEXT_WORD.match(self.text, span.end)
        if behind is not None and (behind[1] in self.words.belonging or behind[1] in self.words.pronouns):
            return None  # `The chef whose recipe it was`
        return memory.spoken_of(span.start, reading.sex)

    def _spoken_of(self, reading: Reading, at: int, memory: Memory) -> Actor | None:
        """Whom a noun for anybody means: in the paragraph, or farther back one whom nothing calls otherwise."""
        if not self.words.articles:
            return memory.nearest(at, kinds=("person",), sex=reading.sex)
        if (near := memory.in_paragraph(at, reading.sex)) is not None:
            return near
        person = memory.nearest(at, kinds=("person",), sex=reading.sex)
        calling = bool(self.words.flags(reading.head) & Word.ROLE)
        return None if person is not None and calling and person.description else person

    def _means_anybody(self, reading: Reading) -> bool:
        """Whether it means whoever was spoken of: `der Stürmer`, `l’ancien ministre`."""
        first = reading.phrase.split(maxsplit=1)[0].lower() if reading.phrase else ""
        former = first in self.words.former or (bool(self.words.former) and first.startswith("ex-"))
        return former or self.words.is_anybody(reading.head)

    def _is_new(self, known: Actor, reading: Reading, span: Span) -> bool:
        """Whether a noun for anybody (`der Torschütze`) names nobody before, so that it means whoever was spoken of."""
        return known.kind == "role" and known.first >= span.start and self.words.is_anybody(reading.head)

    def _introduced(self, reading: Reading, span: Span, *, opening: bool) -> Actor | None:
        """Who is known by name elsewhere in the text, which calls them only this here."""
        if self.introductions is None:
            return None
        named = self.introductions.relative_before(reading, span)
        named = named or self.introductions.after(reading, span, opening=opening)
        if named is not None:
            self.offices.hold(reading.phrase, named, span.start)
            named.description = named.description or reading.phrase
        return named

    def _unnamed(self, reading: Reading, at: int) -> Actor:
        """Someone, or many, known by an office, a calling or a people alone."""
        actor = self.roster.new_role(reading.full or reading.phrase, at)
        if self.words.flags(reading.head) & Word.ORGANIZATION and not self.words.flags(reading.head) & Word.ROLE:
            actor.kind = "organization"
        actor.plural = reading.plural
        actor.personal = bool(self.words.flags(reading.head) & Word.ROLE) or self.words.is_anybody(reading.head)
        actor.sex = reading.sex
        self.offices.remember(reading.phrase, actor)
        return actor
