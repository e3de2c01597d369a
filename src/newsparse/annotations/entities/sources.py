"""Reads the words that name a speaker beside a quotation: a name, a pronoun, or an office or calling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.annotations.entities.mention import Mention
from newsparse.model import Span

Sort: TypeAlias = Literal["pronoun", "mention", "role", "name", "some", "nobody"]

LONGEST = 400
"""Code points of a source that are read: what follows describes the speaker further."""
_made = tuple.__new__
"""Makes a named tuple in half the time."""
LONGEST_PRONOUN = 16
"""Code points of a pronoun."""
LONGEST_BELONGING = 6
"""Words of what an office belongs to that are part of its name."""
LONGEST_GROUP = 3
"""Words of a noun phrase before what it belongs to."""
_TOKEN = re.compile(r"[^\W_](?:[\w.'’-]*[\w.])?|[,;:()—–]")


class Reading(NamedTuple):
    """What a source phrase is. `head` is the noun of a role phrase, `phrase` the phrase without article and what follows."""

    sort: Sort
    group: str = ""
    """Of a pronoun: male, female, plural, neuter, relative or first."""
    mention: Mention | None = None
    head: str = ""
    phrase: str = ""
    definite: bool = True
    other: bool = False
    """The phrase says that this is someone new: "another official"."""
    plural: bool = False
    owned: bool = False
    """A genitive says whose it is: "Mr. Marlow's lawyer"."""
    sex: int = 0
    full: str = ""
    """The phrase with what belongs to it: "head of the port authority"."""


class _Word(NamedTuple):
    word: str
    lower: str
    start: int
    end: int
    flags: int


def read_source(text: str, span: Span, inside: Sequence[Mention], words: Lexicon) -> Reading:
    """Return what the words of `span` are; `inside` are the mentions in it, in order."""
    if (plain := _plainly(text, span, inside, words)) is not None:
        return plain
    end = min(span.end, span.start + LONGEST)
    tokens = _with_whole_names(_tokens(text, span.start, end, words), text, inside, words)
    while tokens and not tokens[0].word[0].isalnum():
        del tokens[0]
    if not tokens:
        return Reading("nobody")
    pronoun = _pronoun(tokens, words)
    if pronoun:
        return Reading("pronoun", group=pronoun)
    if len(tokens) < LONGEST_OWN and not inside and any(token.lower in words.own_words for token in tokens):
        return Reading("pronoun", group="anyone")  # `selon ses propres mots`
    if words.names_behind and (told := _apposed(text, tokens, inside, words)):
        return told
    if words.peoples and (told := _of_a_people(tokens, words)):
        return told
    person = _named(text, tokens, inside, words)
    if person is not None:
        return Reading("mention", mention=person)
    if (known := _role(tokens, inside, words) or _unknown_group(tokens, inside, words)) is not None:
        return known
    return Reading("mention", mention=inside[0]) if inside else _unlisted(text, tokens, words)


def _plainly(text: str, span: Span, inside: Sequence[Mention], words: Lexicon) -> Reading | None:
    """What a pronoun is that is the whole source, or a person's name: half of all sources are no more than that."""
    if not inside:
        word = text[span.start : min(span.end, span.start + LONGEST_PRONOUN)]
        group = words.pronouns.get(word.lower()) if len(word) == span.end - span.start and word.isalpha() else None
        return Reading("pronoun", group=group) if group else None
    mention = inside[0]
    if len(inside) > 1 or mention.span != span or mention.kind != "person" or words.names_behind or words.peoples:
        return None
    first = _TOKEN.search(text, *span)
    name = first[0].lower().rpartition("-")[2] if first else ""
    if not name or name in words.pronouns or span.end - span.start > LONGEST or _is_genitive(text, mention):
        return None
    return Reading("mention", mention=mention)


def _unlisted(text: str, tokens: Sequence[_Word], words: Lexicon) -> Reading:
    """What has neither a mention nor a known calling in it: a name, a noun, or nobody."""
    name = [token for token in tokens if token.word[0].isupper() and not token.flags & Word.OPENER]
    last = tokens.index(name[-1]) + 1 if name else 0
    described = last < len(tokens) and tokens[last].word.islower() and tokens[last].lower not in words.belonging
    if (
        words.nouns_capitalised
        and tokens[0].lower in words.determiners
        and not any(token.flags & Word.GIVEN for token in name)
    ):
        described = True  # `die Studie`
    if name and not described:
        return Reading("name", phrase=text[name[0].start : name[-1].end])
    if not described and tokens[0].lower not in words.determiners and tokens[0].lower not in words.indefinite:
        return Reading("nobody")
    definite = tokens[0].lower not in words.indefinite
    plain = [token.lower for token in tokens if token.lower not in words.determiners]
    if not plain:
        return Reading("some", phrase=tokens[0].word.lower())  # `one told me`
    if words.names_behind:
        return _unknown_calling(tokens, plain, words, definite=definite)
    return Reading("role", head=plain[-1], phrase=" ".join(plain), definite=definite)


def _unknown_calling(tokens: Sequence[_Word], plain: Sequence[str], words: Lexicon, *, definite: bool) -> Reading:
    """`el técnico, que dirigió su partido número cien`: what follows a comma only describes."""
    ends = next((at for at, word in enumerate(plain) if at and not word[0].isalnum()), len(plain))
    head = plain[0] if not words.nouns_capitalised else plain[ends - 1]
    return Reading(
        "role", head=head, phrase=" ".join(plain[:ends]), definite=definite, sex=words.articles.get(tokens[0].lower, 0)
    )


LONGEST_OWN = 5
"""Words of a phrase that says whose words are told, and not by whom: `nach eigenen Worten`."""
LONGEST_CALLING = 14
"""Words of a calling before the name that stands behind a comma."""


def _apposed(text: str, tokens: Sequence[_Word], inside: Sequence[Mention], words: Lexicon) -> Reading | None:
    """`la secretaria general del gremio, Ana Ruiz`, `son amie d’enfance, Léa`: the name behind the comma is the speaker's."""
    comma = next((at for at, token in enumerate(tokens[:LONGEST_CALLING]) if token.word == ","), 0)
    first = tokens[0].lower
    if comma < 2 or not (first in words.determiners or first in words.indefinite or tokens[0].word.islower()):
        return None
    called = any(token.word.islower() and token.lower not in words.belonging for token in tokens[1:comma])
    if not (called or words.nouns_capitalised) and first in words.determiners:
        return None
    name: list[_Word] = []
    for token in tokens[comma + 1 :]:
        particle = bool(name) and bool(token.flags & Word.PARTICLE) and token.word.islower()
        if not (token.word[0].isupper() or particle):
            break
        name.append(token)
    behind = comma + 1 + len(name)
    while name and not name[-1].word[0].isupper():
        name.pop()
        behind -= 1
    closed = behind == len(tokens) or not tokens[behind].word[0].isalnum()
    if not name or not closed or name[0].flags & (Word.ORGANIZATION | Word.THING | Word.PLACE):
        return None
    if words.nouns_capitalised and not (len(name) > 1 or name[0].flags & Word.GIVEN):
        return None
    before = [mention for mention in inside if mention.span.end <= tokens[comma].start]
    if any(mention.kind == "person" and tokens[comma].start - mention.span.end < 2 for mention in before):
        given = before[-1].name.split(" ", maxsplit=1)[0]
        if words.flags(given) & Word.GIVEN:
            return None  # `la ministra Ana Ruiz, Partido Verde`
    known = next((mention for mention in inside if name[0].start <= mention.span.start < name[-1].end), None)
    if known is not None:
        return Reading("mention", mention=known)
    return Reading("name", phrase=text[name[0].start : name[-1].end])


def _of_a_people(tokens: Sequence[_Word], words: Lexicon) -> Reading | None:
    """`le Corse`, `la Parisienne`: somebody who was named before."""
    if len(tokens) != 2 or tokens[0].lower not in words.articles or not tokens[1].word[0].isupper():
        return None
    lower = tokens[1].lower
    if tokens[1].word.isupper() or not words.is_of_a_people(lower) or tokens[0].lower in words.indefinite:
        return None
    return Reading("role", head=lower, phrase=tokens[1].word, definite=True, sex=words.articles[tokens[0].lower])


def _unknown_group(tokens: Sequence[_Word], inside: Sequence[Mention], words: Lexicon) -> Reading | None:
    """A noun that no list has, with what it belongs to: `les dockers du port de Brestval`, not the port."""
    last = next((at for at, token in enumerate(tokens) if token.lower in words.belonging), 0)
    first = 1 if tokens[0].lower in words.determiners or tokens[0].lower in words.indefinite else 0
    phrase = tokens[first:last]
    if words.nouns_capitalised or not first or not 0 < len(phrase) <= LONGEST_GROUP:
        return None
    if any(not token.word.isalpha() or not token.word.islower() for token in phrase):
        return None
    belonging = [mention for mention in inside if mention.span.start >= tokens[last].start]
    return Reading(
        "role",
        mention=belonging[0] if belonging else None,
        head=phrase[-1].lower,
        phrase=" ".join(token.word for token in phrase),
        definite=tokens[0].lower not in words.indefinite,
    )


def read_subject(text: str, span: Span, words: Lexicon) -> Reading | None:
    """Return the office or calling that a sentence begins with: `The senator from Kansas said …`, or None."""
    tokens = _tokens(text, span.start, span.end, words)
    several = any(token.lower in words.plural_roles for token in tokens[:3])  # `Six protesters`
    if not tokens or (tokens[0].lower not in words.determiners and not several):
        return None
    for at, token in enumerate(tokens[:7]):
        if token.lower in words.belonging or not token.word[0].isalnum():
            return None
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.lower in words.plural_roles:
            return _role(tokens[: at + 1], (), words)
        if token.flags & Word.ROLE and not (
            following and following.flags & Word.ROLE and following.lower == following.word
        ):
            return _role(tokens[: at + 1], (), words)
    return None


def _tokens(text: str, start: int, end: int, words: Lexicon) -> list[_Word]:
    flags = words.flags
    found = [
        _made(_Word, (word := match[0], word.lower(), *match.span(), flags(word)))
        for match in _TOKEN.finditer(text, start, end)
    ]
    return [part for token in found for part in _parted(token, words)] if words.elided else found


def _parted(token: _Word, words: Lexicon) -> Iterator[_Word]:
    """The article in `l’éleveur`, and what it belongs to."""
    cut = token.word.replace("’", "'").find("'") + 1
    if 0 < cut < len(token.word) and token.lower[:cut].replace("’", "'") in words.elided:
        rest = token.word[cut:]
        yield _Word(token.word[:cut], token.lower[:cut], token.start, token.start + cut, 0)
        yield _Word(rest, rest.lower(), token.start + cut, token.end, words.flags(rest))
    else:
        yield token


def _with_whole_names(tokens: list[_Word], text: str, inside: Sequence[Mention], words: Lexicon) -> list[_Word]:
    """Make one word of an organisation's: in `a Department of Health official`, `of` does not end the office."""
    for mention in inside:
        within = [at for at, token in enumerate(tokens) if mention.span.start <= token.start < mention.span.end]
        if mention.kind == "organization" and any(tokens[at].lower in words.belonging for at in within):
            name = mention.span.of(text)
            tokens[within[0] : within[-1] + 1] = [_Word(name, name.lower(), *mention.span, 0)]
    return tokens


def _pronoun(tokens: Sequence[_Word], words: Lexicon) -> str:
    """The group of a pronoun that is the whole source, or all but what describes it: `she, too,`."""
    first = tokens[0].lower
    group = words.pronouns.get(first, "") or words.pronouns.get(first.rpartition("-")[2], "")  # `a-t-il`
    if not group:
        return ""
    return group if len(tokens) == 1 or not tokens[1].word[0].isalnum() or tokens[1].lower in words.also else ""


def _named(text: str, tokens: Sequence[_Word], inside: Sequence[Mention], words: Lexicon) -> Mention | None:
    """The named person, or else organisation, that is the head of the phrase, not one that it only mentions."""
    for mention in inside:
        if mention.kind != "person":
            continue
        title = mention.description
        begins = title.start if title is not None and title.start < mention.span.start else mention.span.start
        before = [token for token in tokens if token.end <= begins]
        after = next((token for token in tokens if token.start >= mention.span.end), None)
        if _is_genitive(text, mention) or (after is not None and _names_role(after, words)):
            continue
        # `der Landwirt Ann Lee`: the first article is the phrase's own
        owning = before[1:] if before and before[0].lower in words.articles else before
        belonging = [token for token in owning if token.lower in words.belonging]
        in_apposition = before and before[-1].word in ",—–(" and any(token.flags & Word.ROLE for token in before)
        if not belonging or in_apposition or _is_described(title, tokens):
            return mention
    for mention in inside:
        if mention.kind == "organization":
            before = [token for token in tokens if token.end <= mention.span.start]
            after = next((token for token in tokens if token.start >= mention.span.end), None)
            if all(token.lower in words.determiners or token.word[0].isupper() for token in before) and (
                after is None
                or not (after.word[0].isalnum() or _is_genitive(text, mention))
                or after.lower in words.belonging
            ):
                return mention
    return None


def _is_described(title: Span | None, tokens: Sequence[_Word]) -> bool:
    """Whether a description begins where the phrase does: `the chair of the inquiry, Justice Miriam Hale`."""
    return title is not None and any(token.start == title.start for token in tokens[:2])


def _is_genitive(text: str, mention: Mention) -> bool:
    return text.startswith(("'s", "’s", "' ", "’ "), mention.span.end)


def _names_role(token: _Word, words: Lexicon) -> bool:
    """Whether a word after a name makes the name part of an office: `a Marlow spokesman`."""
    if token.word.isupper() and token.flags & Word.ROLE:
        return False  # `Dawn Whitlock MP`
    return token.word[0].isalnum() and bool(
        token.flags & (Word.ROLE | Word.MODIFIER | Word.ORGANIZATION) or token.lower in words.plural_roles
    )


def _belonging(tokens: Sequence[_Word], words: Lexicon) -> list[str]:
    """The words behind a calling that say whose it is: `of the port authority`; none if they go on too far to tell."""
    found: list[str] = []
    for token in tokens:
        if (
            not token.word[0].isalnum()
            or token.lower in words.reporting
            or words.pronouns.get(token.lower) == "relative"
        ):
            break
        found.append(token.word)
    return found if len(found) <= LONGEST_BELONGING and len(found) > 1 else []


def _role(tokens: Sequence[_Word], inside: Sequence[Mention], words: Lexicon) -> Reading | None:
    """An office or calling: `the Foreign Ministry spokeswoman`, `a senior aide to the governor`."""
    phrase: list[_Word] = []
    for token in tokens:
        if phrase and (token.lower in words.belonging or not token.word[0].isalnum()):
            break
        phrase.append(token)
    belonging = _belonging(tokens[len(phrase) :], words)
    definite, other = True, False
    ours = bool(phrase) and words.pronouns.get(phrase[0].lower, "relative") != "relative"  # `my mother`
    while phrase and (phrase[0].lower in words.determiners or phrase[0].lower in words.indefinite):
        definite = definite and phrase[0].lower not in words.indefinite
        other = other or phrase[0].lower in words.others
        del phrase[0]
    while phrase and not phrase[0].word[0].isalnum():
        del phrase[0]
    if not phrase:
        return None
    head = phrase[-1]
    plural = head.lower in words.plural_roles
    if not (plural or head.flags & (Word.ROLE | Word.ORGANIZATION)):
        for token in reversed(phrase):
            if token.flags & Word.ROLE and token.lower not in words.plural_roles:
                head = token
                break
        else:
            if not words.is_anybody(head.lower):
                return None  # but `the 22-year-old, who joined in May`
    named = [token.word for token in phrase if token.lower not in words.also]
    return Reading(
        "role",
        mention=inside[0] if inside else None,
        head=head.lower.rstrip("."),
        phrase=" ".join(named),
        full=" ".join((*named, *belonging)),
        definite=definite,
        other=other,
        plural=plural,
        owned=ours or any(token.word.endswith(("'s", "’s")) for token in phrase[:-1]),
        sex=head.flags & (Word.FEMALE | Word.MALE) or (0 if plural else words.articles.get(tokens[0].lower, 0)),
    )
