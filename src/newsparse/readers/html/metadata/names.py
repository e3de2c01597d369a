"""Author lines to names: `Text: Jane Roe and John Doe, 3 May 2021` names two people, `Staff` names none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsparse.languages import given_names
from newsparse.readers.html.metadata.cleaning import clean
from newsparse.readers.html.metadata.moments import find_moments
from newsparse.readers.html.metadata.vocabulary import vocabulary
from newsparse.readers.html.metadata.words import words

LONGEST_LINE = 400
_NO_LETTER = re.compile(r"[\W_]+")
_NO_LETTERS = bytes(at for at in range(128) if not chr(at).isalnum())
_KEPT = 256
"""Names and titles whose readings are remembered: a page has few, and each is compared with several others."""
_CREDENTIAL = re.compile(
    r"(?:[A-Z][a-z]?\.?){2,6}®?|Ph\.?\s?D\.?|M\.?\s?[DAS]\.?|Jr\.?|Sr\.?|Esq\.?|I{2,3}|IV|CFP®?|[MB]\.?(?:Sc|Ed|Eng)\.?|Dipl\.[\w.-]+"
)
_DEGREE = re.compile(r"[BM]\.[AS](?:c)?\.|Ph\.D\.|LL\.[BM]\.")
_ADDRESS = re.compile(r"\S*@\S+\.\S+|https?://\S+|www\.\S+")
_HANDLE_TAIL = re.compile(r"\s*[(\[]?@\w[\w.]*[)\]]?")
_PRONOUNS = re.compile(r"(?<=\w)\s*\((?:[a-zäöü]{2,6}\s?/\s?){0,3}[a-zäöü]{2,8}\)")
"""`(she/her)`, `(jr)` or `(now)` after a name."""
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]\s*$")
# `Jane Roe - Harbour team`, `Jane Roe on behalf of the harbour team`: what follows a name set apart is no part of it.
_ASIDE = re.compile(r"\s+[-–—]\s+|\s+on\s+behalf\s+of\s|\s+(?:special\s+to|for)\s", re.IGNORECASE)
# `Jane Roe in Port Sable` tells where from.
_PLACE = re.compile(r"\s+(?:in|from|aus|à|en|uit|em|fra|från)\s+(?=[^\W\d_a-z])")
# `Jane Roe (with AFP)`: an agency that helped.
_HELPED = re.compile(r"\s*\((?:with|avec|mit|con|met|med|com|z)\s[^()]{1,60}\)", re.IGNORECASE)
# A word of consonants only is a club's, an office's or a fair's: `TSV Hafen`, `NVBX Forum`.
_INITIALISM = re.compile(r"\b[B-DF-HJ-NP-TV-XZ]{3,}\b")
_ON = re.compile(r"\s+(?:on|am|le|el|il|op|den|vom|in|at|um|for|für)(?:\s+[^\W\d_]{2,10}\.?,?)?\s*$")
"""What stands between a name and its date: `Jane Roe on 3 May`, `Jane Roe on Mon, 3 May`."""
_LAST = re.compile(r"\s+(?:on|am|le|el|il|op|den|vom|in|at|um|for|für)\s*$")
_WORD = re.compile(r"[^\W\d_][\w'’.\-]*")


@lru_cache(_KEPT)
def folded(text: str) -> str:
    """Letters and digits only, caseless, without accents: what two spellings of one name share."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text).casefold()
    plain = plain.encode("utf-8", "surrogatepass").translate(None, _NO_LETTERS).decode("utf-8", "surrogatepass")
    return plain if plain.isalnum() else _NO_LETTER.sub("", plain)


def names_in(lines: Iterable[str], *, outlets: frozenset[str] = frozenset(), strict: bool = False) -> tuple[str, ...]:
    """Return the names that author lines give, in order, each once. `outlets` are the folded names of the site itself.

    `strict` accepts only what looks like a person's full name, for lines that markup does not vouch for.
    """
    found: dict[str, str] = {}
    for line in lines:
        if outlets and folded(line) in outlets:
            continue  # `Harbour & Sons` is one firm, not two people
        for given in _pieces_of(line):
            name = _without_outlet(given, outlets) if outlets else given
            key = folded(name)
            if (
                key
                and key not in outlets
                and folded(_BRACKETS.sub("", name)) not in outlets
                and key not in found
                and _is_name(name, strict=strict)
            ):
                found[key] = name
    return tuple(found.values())


@lru_cache(_KEPT)
def _pieces_of(line: str) -> tuple[str, ...]:
    return tuple(_names_of(line))


def _names_of(line: str) -> Iterator[str]:
    text = _HELPED.sub("", _PRONOUNS.sub("", _ADDRESS.sub(" ", clean(line)[:LONGEST_LINE])))
    text = words().credit.split(text, maxsplit=1)[0]
    if text.count(" ") > 2 and not words().hands.isdisjoint(text.lower().split()):
        text = words().others.split(words().pictured.split(text, maxsplit=1)[0], maxsplit=1)[0]
    _, equals, rest = text.rpartition("=")
    if equals and words().role_last.search(rest):
        text = rest  # `부산=홍길동 기자`: where from, and who
    while match := words().by.match(text):
        text = text[match.end() :]
    moment = next(find_moments(text), None)
    if moment is not None:
        text = _ON.sub("", text[: moment.start])
    if match := words().published.search(text) or words().modified.search(text):
        text = text[: match.start()]
    text = _LAST.sub("", text)
    text = _HANDLE_TAIL.sub("", text) if not text.startswith("@") else text
    for at, piece in enumerate(_split(text)):
        if at and words().role.search(piece.strip()):
            continue  # `Jane Roe, Political Editor`
        name = words().role_last.sub("", _without_aside(piece)).strip(' \t-–—:;,.|/•·*_"“”„«»<>()[]{}')
        while match := words().by.match(name):
            name = name[match.end() :]
        if name:
            yield name if not name.endswith(("Jr", "Sr")) else f"{name}."


def _split(text: str) -> list[str]:
    """Cut at commas and conjunctions; what is only a degree stays with its name."""
    pieces: list[str] = []
    at, comma = 0, False
    for joint in (*words().joints.finditer(text), None):
        piece = text[at : joint.start() if joint else len(text)]
        if pieces and comma and _CREDENTIAL.fullmatch(piece.strip()):
            pieces[-1] = f"{pieces[-1]}, {piece.strip()}"
        else:
            pieces.append(piece)
        if joint:
            at, comma = joint.end(), joint[0].strip() == ","
    return pieces


def _without_outlet(name: str, outlets: frozenset[str]) -> str:
    """`Jane Roe THE PAPER` is Jane Roe."""
    parts = name.split()
    for at in range(2, len(parts)):
        if folded("".join(parts[at:])) in outlets and is_person(" ".join(parts[:at])):
            return " ".join(parts[:at])
    return name


def _without_aside(text: str) -> str:
    """A name without the team or office that is set apart after it, if a person's name is left."""
    where = _PLACE.search(text) if text.count(" ") > 2 else None
    if where is not None and is_person(text[: where.start()].strip()):
        text = text[: where.start()]
    match = _ASIDE.search(text)
    if match is None or is_person(text[match.end() :].strip()) or not is_person(text[: match.start()].strip()):
        return text
    return text[: match.start()]


def _is_name(name: str, *, strict: bool) -> bool:
    low = name.casefold()
    known = words()
    if low in known.nobody or not 2 <= len(name) <= 60 or known.nobody_parts.search(name):
        return False
    if (
        len(name.split()) > 6
        or not any(char.isalpha() for char in name)
        or _CODE.search(name)
        or _ACCOUNT.fullmatch(name)
    ):
        return False
    return is_person(name) if strict else not _PHRASE.search(name)


@lru_cache(_KEPT)
def is_person(name: str) -> bool:
    """Whether `name` is set as a person's full name is: two to five capitalised words, no word of the page's furniture."""
    bare = _BRACKETS.sub("", name.split(",", maxsplit=1)[0])
    parts = bare.split()
    if _EAST.fullmatch(bare.replace(" ", "")):
        return 2 <= len(bare.replace(" ", "")) <= 6
    if not 2 <= len(parts) <= 5 or words().never.search(name) or words().by_only.fullmatch(name):
        return False
    if _INITIALISM.search(bare) and not bare.isupper():
        return False
    known = vocabulary()
    return (
        parts[0].lower() not in known.never_first
        and not (parts[0][-1] == "." and _DEGREE.fullmatch(parts[0]))
        and all(
            _WORD.fullmatch(part) and (part[0].isupper() or part.lower() in known.particles or part[1:2] in "'’")
            for part in parts
        )
        and parts[-1][0].isupper()
        and sum(part[0].isupper() for part in parts) >= 2
    )


def has_given_name(name: str) -> bool:
    """Whether one of the words of `name` but the last is a given name that newsparse knows, or an initial."""
    return any(len(part.strip(".")) == 1 or is_given_name(part) for part in re.split(r"[\s-]+", name)[:-1])


def is_given_name(word: str) -> bool:
    """Whether newsparse knows the word as a given name, accents or not."""
    return word.strip(".,") in given_names()


_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]+")
_CODE = re.compile(r"[{}<>=#@]|[\[(]at[\])]|\w\.\w+\.\w|\.(?:css|js|php)\b|\d{3}")
_ACCOUNT = re.compile(r"(?=\D*\d)[a-z\d_.-]{9,}")
"""An account that nobody chose the name of: `jroe7xkq2ma0`."""
_PHRASE = re.compile(r"[.!?]\s+\w+\s+\w+\s+\w+|[:?!]")
