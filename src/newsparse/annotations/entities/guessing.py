"""What a run of capitalised words can be, from its words alone. Worked out once for every distinct run."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from newsparse.annotations.entities.lexicon import Lexicon, Word, lexicon
from newsparse.languages import Language

GuessKind: TypeAlias = Literal["person", "organization", "role", "name"]

_TOKEN = re.compile(r"[^\s.]+\.?(?:[^\s.]\.)*|\S")
_NAME_PART = Word.GIVEN | Word.SUFFIX | Word.AMBIGUOUS | Word.FEMALE | Word.MALE | Word.PARTICLE


_TITULAR = Word.MODIFIER | Word.ORGANIZATION | Word.THING | Word.ROLE | Word.PLACE
LONGEST_NAME = 5
"""Words of a person's name: more in a row are a title's, each with its capital."""


class Guess(NamedTuple):
    """A stretch of a run; offsets count from the run's start. Kind `name` is uncertain: a person, or nobody.

    `name` is without honorifics and titles; `title` is the extent of an office before it ("Foreign Minister").
    """

    start: int
    end: int
    name: str
    kind: GuessKind
    honorifics: tuple[str, ...] = ()
    title: tuple[int, int] | None = None


class _Token(NamedTuple):
    word: str
    start: int
    end: int
    flags: int


@lru_cache(maxsize=16_384)
def guess(run: str, initial: bool, language: Language) -> tuple[Guess, ...]:  # noqa: FBT001 - part of the cache's key
    """Return what `run` names, in order; `initial` says that its first capital may be the sentence's."""
    words = lexicon(language)
    found: list[Guess] = []
    if run.isalpha():  # one word, as most are
        _read(run, [_Token(run, 0, len(run), words.flags(run))], initial, words, found)
        return tuple(found)
    for at, chunk in enumerate(_chunks(_tokens(run, words), words)):
        _read(run, chunk, initial and at == 0, words, found)
    return tuple(found)


def _tokens(run: str, words: Lexicon) -> list[_Token]:
    return [_Token(match[0], match.start(), match.end(), words.flags(match[0])) for match in _TOKEN.finditer(run)]


def _chunks(tokens: list[_Token], words: Lexicon) -> list[list[_Token]]:
    """Split at the small words that join nothing: `Marlow and Reyes`, but `Ministry of Labour`, `Ursula von der Leyen`."""
    chunks: list[list[_Token]] = []
    current: list[_Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if _has_capital(token.word):
            current.append(token)
            at += 1
            continue
        small = [token]
        while at + len(small) < len(tokens) and not _has_capital(tokens[at + len(small)].word):
            small.append(tokens[at + len(small)])
        if current and _joins(current, small, tokens[at + len(small) :], words):
            current.extend(small)
        elif current:
            chunks.append(current)
            current = []
        at += len(small)
    if current:
        chunks.append(current)
    return chunks


def _has_capital(word: str) -> bool:
    """Whether a word is written with a capital, after an elided article too: `d’Arcy`."""
    if not word[0].islower():
        return True
    if word[1:2] in ("'", "’"):
        return word[2:3].isupper()
    return word[0] in "ae" and word[2:4].strip("-h")[:1].isupper() and "-" in word[2:4]  # `al-Thani`


def _joins(left: list[_Token], small: list[_Token], right: list[_Token], words: Lexicon) -> bool:
    """Whether the small words between them make `left` and `right` one name."""
    if not right:
        return False
    last = left[-1]
    has_organization = any(token.flags & Word.ORGANIZATION for token in left)
    if has_organization or (last.flags & Word.ROLE and len(small) == 1 and small[0].word in ("of", "de", "di", "du")):
        given = right[0].flags & Word.GIVEN and not right[0].flags & Word.AMBIGUOUS
        return all(token.flags & Word.JOINING for token in small) and not (
            given or (small[0].word in ("and", "in", "on", "to", "at", "und", "y", "e", "et") and not _is_listing(left))
        )
    if small[0].word == "&":
        return True
    if len(small) == 1 and small[0].word == "of":  # `Palace of Nations`, not `Oskar Lindqvist of Norland`
        return len(left) == 1 and not last.flags & (Word.GIVEN | Word.HONORIFIC | Word.ROLE)
    if right[0].flags & (Word.ORGANIZATION | Word.THING | Word.ROLE):  # `Angaben der Polizei`
        return False
    if words.nouns_capitalised and (len(left) > 1 or not last.flags & Word.GIVEN):
        return False  # `Ursula von der Berg`, but `Sicherheit der Maschinen`
    particles = all(token.flags & Word.PARTICLE for token in small)
    return (
        particles and not last.flags & (Word.ROLE | Word.PLACE | Word.THING) and small[0].word not in ("y", "e", "und")
    )


def _is_listing(left: list[_Token]) -> bool:
    """Whether an organisation's name is at a list already: `Ministry of Labour and …`."""
    return any(token.flags & Word.JOINING and token.word.islower() for token in left[:-1])


def _read(run: str, chunk: list[_Token], initial: bool, words: Lexicon, found: list[Guess]) -> None:  # noqa: FBT001
    """Add what a chunk names to `found`."""
    while chunk and _is_opener(chunk[0], initial):
        chunk, initial = chunk[1:], False
    while chunk and not _has_capital(chunk[-1].word):
        chunk = chunk[:-1]
    if not chunk:
        return
    chunk = _with_surnames(chunk)
    lower = _text(run, chunk).lower()
    if lower in words.named_organizations:
        found.append(_plain(run, chunk, "organization"))
        return
    honorific = _last(chunk, Word.HONORIFIC)
    role = _last(chunk, Word.ROLE)
    organization = _last(chunk, Word.ORGANIZATION)
    if honorific >= 0 and organization <= honorific:
        _read_honorific(run, chunk, honorific, found)
    elif organization > role:
        if len(chunk) > 1 or not chunk[0].flags & (Word.THING | Word.GIVEN):
            found.append(_plain(run, chunk, "organization"))
    elif role >= 0:
        _read_role(run, chunk, role, found)
    else:
        _read_name(run, chunk, initial, words, found)


def _with_surnames(chunk: list[_Token]) -> list[_Token]:
    """Read words as names beside a given name: `Mark King`, `Rev. John P. Hill`, `Dean Ford`, but not `Dean Ann Lee`."""
    if len(chunk) > 1 and chunk[0].flags & Word.GIVEN and chunk[0].flags & Word.ROLE:
        titled = chunk[1].flags & (Word.GIVEN | Word.ROLE | Word.ORGANIZATION | Word.HONORIFIC)
        plain = not titled and chunk[1].word[0].isupper()
        chunk = [chunk[0]._replace(flags=chunk[0].flags & ~Word.ROLE), *chunk[1:]] if plain else chunk
    last = len(chunk) - 1
    if last < 1 or not chunk[last].flags & Word.SURNAME or chunk[last].word.isupper():
        return chunk
    before = last - 1
    while before and len(chunk[before].word.rstrip(".")) == 1:
        before -= 1
    given = chunk[before].flags
    if not given & Word.GIVEN or (given & Word.PLACE and before == last - 1):
        return chunk  # `Georgia Hall`
    return [*chunk[:last], chunk[last]._replace(flags=0)]


def _is_opener(token: _Token, initial: bool) -> bool:  # noqa: FBT001
    """Whether a word only has its capital from the sentence's beginning; `A.` is an initial."""
    return bool(token.flags & Word.OPENER and "." not in token.word and (initial or not token.flags & Word.GIVEN))


def _last(chunk: list[_Token], flag: int) -> int:
    for at in range(len(chunk) - 1, -1, -1):
        if chunk[at].flags & flag:
            return at
    return -1


def _text(run: str, chunk: list[_Token]) -> str:
    return " ".join(run[chunk[0].start : chunk[-1].end].split())


def _plain(run: str, chunk: list[_Token], kind: GuessKind) -> Guess:
    return Guess(chunk[0].start, chunk[-1].end, _text(run, chunk), kind)


def _read_honorific(run: str, chunk: list[_Token], at: int, found: list[Guess]) -> None:
    """`Dr. Emma Hartley`, `Prof. Dr. Hartley`, `President Dr. Hartley`."""
    first = at
    while first and chunk[first - 1].flags & Word.HONORIFIC:
        first -= 1
    name = _name_part(chunk[at + 1 :])
    if len(name) > 1 and name[-1].flags & Word.ROLE and name[-1].word.isupper():
        name = name[:-1]  # `Mr Hale MP`
    if not name:
        return
    honorifics = tuple(token.word for token in chunk[first : at + 1])
    title = (chunk[0].start, chunk[first - 1].end) if first and chunk[first - 1].flags & Word.ROLE else None
    found.append(Guess(chunk[first].start, name[-1].end, _text(run, name), "person", honorifics, title))


def _read_role(run: str, chunk: list[_Token], at: int, found: list[Guess]) -> None:
    """`EU Council President Antonio Costa`, `Secretary of State Kerry`, `Prime Minister`."""
    rest = at + 1
    if rest < len(chunk) and chunk[rest].word == "of":
        rest += 2
        # `Minister of Foreign Affairs Jane Lee`; what no list has is a name: `Minister of Defence Inese Ozola`
        known = any(token.flags & Word.GIVEN for token in chunk[rest:]) or len(chunk) - rest > 3
        while rest < len(chunk) - 1 and not chunk[rest].flags & Word.GIVEN and (known or chunk[rest].flags & _TITULAR):
            rest += 1
    name = _name_part(chunk[rest:])
    if name and (not name[0].flags & Word.THING or (name[0].flags & Word.GIVEN and len(name) > 1)):
        title = (chunk[0].start, chunk[rest - 1].end)
        found.append(Guess(name[0].start, name[-1].end, _text(run, name), "person", (), title))
    elif chunk[at].word.isupper() and at > 1 and at == len(chunk) - 1 and chunk[0].flags & Word.GIVEN:
        found.append(_plain(run, chunk[:at], "person"))  # `Dawn Whitlock MP`
    elif not chunk[rest:]:
        found.append(_plain(run, chunk, "role"))


def _read_name(run: str, chunk: list[_Token], initial: bool, words: Lexicon, found: list[Guess]) -> None:  # noqa: FBT001
    """A chunk without honorific, office or organisation."""
    chunk = _without_places(run, chunk, words)
    given = next((at for at, token in enumerate(chunk) if token.flags & Word.GIVEN), -1)
    if given > 0 and words.nouns_capitalised and len(chunk) - given > 1:
        _read_noun_and_name(run, chunk, given, found)
        return
    if given > 0 and (initial or all(token.flags & (Word.THING | Word.PLACE) for token in chunk[:given])):
        chunk, given, initial = chunk[given:], 0, False
    lower = chunk[0].word.lower() if chunk else ""
    if (
        initial
        and given < 0
        and len(chunk) > 2
        and words.role_endings
        and (words.flags(lower) & Word.ROLE or lower.endswith(words.ages))
    ):
        chunk = chunk[1:]  # `Winemaker Tove Hansrud`, `Nine-year-old Tove Hansrud`
    name = _name_part(chunk)
    if name != chunk and (given != 0 or len(name) < 2 or chunk[1].flags & Word.THING):
        return
    if not name:
        return
    if len(name) == 1:
        _read_single(run, name, initial, words, found)
        return
    capitals = sum(token.word.isupper() and len(token.word) > 2 for token in name)
    if capitals and (capitals < len(name) or len(name) > 3 or not name[0].flags & Word.GIVEN):
        return
    if sum(token.word[0].isupper() for token in name) > LONGEST_NAME:
        return
    sure = bool(name[0].flags & Word.GIVEN and not (name[0].flags & Word.AMBIGUOUS and initial))
    if len(name) > 2 and not (name[0].flags or initial):
        sure = sure or bool(name[1].flags & Word.GIVEN and not name[1].flags & Word.AMBIGUOUS)  # `Elsa-Lie Marie Toft`
    found.append(_plain(run, name, "person" if sure else "name"))


def _read_single(run: str, name: list[_Token], initial: bool, words: Lexicon, found: list[Guess]) -> None:  # noqa: FBT001
    """A capitalised word alone: initials of an organisation, a surname, or nothing."""
    token = name[0]
    if _is_acronym(token.word):
        found.append(_plain(run, name, "organization"))
        return
    lower = token.word.lower()
    is_word = token.flags & Word.MODIFIER or lower in words.plural_roles or (initial and token.flags & Word.AMBIGUOUS)
    is_party = bool(words.parties) and lower.startswith(words.parties)
    if not (is_word or is_party) and len(lower.rstrip(".")) > 1:
        found.append(_plain(run, name, "name"))


def _read_noun_and_name(run: str, chunk: list[_Token], given: int, found: list[Guess]) -> None:
    """`Unternehmer Jonas Feldmann`, where every noun has its capital: what stands before the given name describes."""
    name = _name_part(chunk[given:])
    if len(name) > 1:
        title = (chunk[0].start, chunk[given - 1].end)
        found.append(Guess(name[0].start, name[-1].end, _text(run, name), "person", (), title))


def _without_places(run: str, chunk: list[_Token], words: Lexicon) -> list[_Token]:
    """Cut off places at the front, and leave nothing of a chunk that ends with one: `New York`, `South Korean`."""
    if len(chunk) > 1 and chunk[0].flags & Word.GIVEN and _text(run, chunk[:2]).lower() not in words.places:
        return chunk
    start = 0
    while start < len(chunk):
        for length in (4, 3, 2, 1):
            part = chunk[start : start + length]
            if len(part) == length and _text(run, part).lower().rstrip(".") in words.places:
                start += length
                break
        else:
            break
    if start and start < len(chunk) and not chunk[start].flags & Word.GIVEN:
        return []
    return chunk[start:]


def _name_part(chunk: list[_Token]) -> list[_Token]:
    """The words from the first on that can be a person's name."""
    end = 0
    for at, token in enumerate(chunk):
        blocked = token.flags & (Word.THING | Word.ORGANIZATION | Word.HONORIFIC) and not token.flags & _NAME_PART
        if blocked or (token.flags & Word.PLACE and at == 0 and not token.flags & _NAME_PART):
            break
        if _has_capital(token.word):
            end = at + 1
    return chunk[:end]


def _is_acronym(word: str) -> bool:
    bare = word.replace(".", "")
    return 2 <= len(bare) <= 6 and bare.isupper() and bare.isalpha()
