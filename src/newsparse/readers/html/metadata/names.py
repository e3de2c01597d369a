"""Author lines to names: `Text: Jane Roe and John Doe, 3 May 2021` names two people, `Staff` names none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from newsparse.languages import given_names
from newsparse.readers.html.metadata.cleaning import clean
from newsparse.readers.html.metadata.moments import find_moments
from newsparse.readers.html.metadata.words import words

LONGEST_LINE = 400
_NO_LETTER = re.compile(r"[\W_]+")
_CREDENTIAL = re.compile(
    r"(?:[A-Z][a-z]?\.?){2,6}®?|Ph\.?\s?D\.?|M\.?\s?[DAS]\.?|Jr\.?|Sr\.?|Esq\.?|I{2,3}|IV|CFP®?|[MB]\.?(?:Sc|Ed|Eng)\.?|Dipl\.[\w.-]+"
)
_ADDRESS = re.compile(r"\S*@\S+\.\S+|https?://\S+|www\.\S+")
_HANDLE_TAIL = re.compile(r"\s*[(\[]?@\w[\w.]*[)\]]?")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]\s*$")
_BREAK = re.compile(r"\s[|•·–—-]\s|\s*[|•·]\s*|\s{2,}|[\n\t]")
_ON = re.compile(r"\s+(?:on|am|le|el|il|op|den|vom|in|at|um|for|für)\s*$")
_WORD = re.compile(r"[^\W\d_][\w'’.\-]*")


def folded(text: str) -> str:
    """Letters and digits only, caseless, without accents: what two spellings of one name share."""
    if text.isascii():
        return _NO_LETTER.sub("", text.lower())
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", text).casefold())


def names_in(lines: Iterable[str], *, outlets: frozenset[str] = frozenset(), strict: bool = False) -> tuple[str, ...]:
    """Return the names that author lines give, in order, each once. `outlets` are the folded names of the site itself.

    `strict` accepts only what looks like a person's full name, for lines that markup does not vouch for.
    """
    found: dict[str, str] = {}
    for line in lines:
        for name in _names_of(line):
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


def _names_of(line: str) -> Iterator[str]:
    text = words().credit.split(_ADDRESS.sub(" ", clean(line)[:LONGEST_LINE]), maxsplit=1)[0]
    while match := words().by.match(text):
        text = text[match.end() :]
    moment = next(find_moments(text), None)
    if moment is not None:
        text = text[: moment.start]
    if match := words().published.search(text) or words().modified.search(text):
        text = text[: match.start()]
    text = _ON.sub("", text)
    text = _HANDLE_TAIL.sub("", text) if not text.startswith("@") else text
    pieces = _split(text)
    for piece in pieces:
        name = words().role_last.sub("", piece).strip(' \t-–—:;,.|/•·*_"“”„«»<>()[]{}')
        while match := words().by.match(name):
            name = name[match.end() :]
        if name:
            yield name if not name.endswith(("Jr", "Sr")) else f"{name}."


def _split(text: str) -> list[str]:
    """Cut at commas and conjunctions; what is only a degree stays with its name."""
    pieces: list[str] = []
    for piece in words().joints.split(text):
        if pieces and _CREDENTIAL.fullmatch(piece.strip()):
            pieces[-1] = f"{pieces[-1]}, {piece.strip()}"
        else:
            pieces.append(piece)
    return pieces


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


def is_person(name: str) -> bool:
    """Whether `name` is set as a person's full name is: two to five capitalised words, no word of the page's furniture."""
    bare = _BRACKETS.sub("", name.split(",", maxsplit=1)[0])
    parts = bare.split()
    if _EAST.fullmatch(bare.replace(" ", "")):
        return 2 <= len(bare.replace(" ", "")) <= 6
    if not 2 <= len(parts) <= 5 or words().never.search(name) or words().by_only.fullmatch(name):
        return False
    return (
        parts[0].lower() not in _ARTICLES
        and all(
            _WORD.fullmatch(part) and (part[0].isupper() or part.lower() in _PARTICLES or part[1:2] in "'’")
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


_PARTICLES = frozenset(
    [
        "de",
        "da",
        "del",
        "della",
        "di",
        "do",
        "dos",
        "das",
        "du",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ben",
        "ibn",
        "zu",
        "zur",
        "y",
        "e",
        "af",
        "av",
        "d",
    ]
)
_ARTICLES = frozenset({"la", "le", "der", "il"})
_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]+")
_CODE = re.compile(r"[{}<>=#@]|[\[(]at[\])]|\w\.\w+\.\w|\.(?:css|js|php)\b|\d{3}")
_ACCOUNT = re.compile(r"(?=\D*\d)[a-z\d_.-]{9,}")
"""An account that nobody chose the name of: `jroe7xkq2ma0`."""
_PHRASE = re.compile(r"[.!?]\s+\w+\s+\w+\s+\w+|[:?!]")
