"""Which mentions are one and the same: names, short forms, pronouns and roles to entities."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence

from newsparse.annotations.entities.antecedents import SEXES, Memory
from newsparse.annotations.entities.cast import Cast, finish, without_titles
from newsparse.annotations.entities.initials import spelt_out
from newsparse.annotations.entities.introductions import Introductions
from newsparse.annotations.entities.lexicon import Lexicon, Word, lexicon
from newsparse.annotations.entities.mention import Mention
from newsparse.annotations.entities.offices import Offices
from newsparse.annotations.entities.places import demonyms
from newsparse.annotations.entities.roster import Actor, Roster
from newsparse.annotations.entities.sources import Reading, read_source, read_subject
from newsparse.annotations.entities.unnamed import unnamed_in
from newsparse.languages import Language
from newsparse.model import Entity, Sentence, Span

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
        self.introductions: Introductions | None = None
        self.described: dict[int, Actor] = {}
        """Persons by where a description of them begins."""
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
            _add(actor, mention.span)
            found.append(actor)
        for number, mention in enumerate(self.mentions):
            # Offices last: who holds one may be named only below the headline
            if mention.kind == "role" and number not in self.parts:
                found[number] = holder = self._office(mention)
                _add(holder, mention.span)
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
            self.described.setdefault(mention.description.start, actor)
        return actor

    def _office(self, mention: Mention) -> Actor:
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

    def add_sources(
        self, sources: Sequence[Span], by_mention: Sequence[Actor | None], memory: Memory
    ) -> dict[Span, Actor]:
        """Return who each source is, going through mentions and sources in document order."""
        starts = [mention.span.start for mention in self.mentions]
        self.introductions = Introductions(self.text, self.mentions, by_mention, sources, self.roster, self.words)
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
            actor = self._read(reading, span, first, by_mention, memory)
            if actor is not None:
                found[span] = actor
                memory.note(span, actor, speaks=not (reading.sort == "pronoun" and self._is_oblique(span)))
                if reading.sort != "mention":
                    _add(actor, span)
            done = max(done, last)
        return found

    def _is_oblique(self, span: Span) -> bool:
        """Whether a pronoun is no subject (`to her defence`), so that it says little about who speaks on."""
        return span.of(self.text).lower() in self.words.oblique

    def _read(
        self, reading: Reading, span: Span, first: int, by_mention: Sequence[Actor | None], memory: Memory
    ) -> Actor | None:
        match reading.sort:
            case "pronoun":
                return self._pronoun(reading, span, memory)
            case "mention" if reading.mention is not None:
                at = first
                while self.mentions[at] is not reading.mention:
                    at += 1
                return by_mention[at] or self._office(reading.mention)
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
        actor = self._read(reading._replace(sex=reading.sex or sex), span, 0, (), memory)
        if actor is not None:
            _add(actor, span)
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


def _add(actor: Actor, span: Span) -> None:
    actor.mentions.append(span)
    actor.first = min(actor.first, span.start)
