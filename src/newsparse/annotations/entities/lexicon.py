"""What the words of a language tell about names: one number of flags a word, made once a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from typing import Any

import attrs

from newsparse.annotations.entities.places import place_names
from newsparse.languages import Language, cues_of, either, given_names


class Word:
    """What a word can be, as far as names go: bits. Plain numbers, since `enum.Flag` takes ten times as long to test."""

    HONORIFIC = 1
    ROLE = 2
    ORGANIZATION = 4
    THING = 8
    GIVEN = 16
    PLACE = 32
    OPENER = 64
    PARTICLE = 128
    JOINING = 256
    SUFFIX = 512
    MODIFIER = 1024
    AMBIGUOUS = 2048
    """A given name that is a word, or a place, too."""
    FEMALE = 4096
    MALE = 8192
    SURNAME = 16384
    """A family name that is an office, a thing or an organisation, too: `King`, `Hill`, `Church`."""


_FLAGS: Mapping[str, int] = {
    "honorifics": Word.HONORIFIC,
    "honorifics_male": Word.HONORIFIC | Word.MALE,
    "honorifics_female": Word.HONORIFIC | Word.FEMALE,
    "roles": Word.ROLE,
    "roles_male": Word.ROLE | Word.MALE,
    "roles_female": Word.ROLE | Word.FEMALE,
    "organizations": Word.ORGANIZATION,
    "things": Word.THING,
    "particles": Word.PARTICLE,
    "joining": Word.JOINING,
    "suffixes": Word.SUFFIX,
    "modifiers": Word.MODIFIER,
    "surnames": Word.SURNAME,
}


_CALLINGS = {"callings": int(Word.ROLE), "callings_female": Word.ROLE | Word.FEMALE}
"""Roles in small letters, which are family names elsewhere: `nieto`."""
_NAMING = Word.GIVEN | Word.FEMALE | Word.MALE | Word.AMBIGUOUS


@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """A language's words as `Word` flags (keys in lower case, without a final stop), and the patterns made of them."""

    words: Mapping[str, int]
    callings: Mapping[str, int]
    """Roles in small letters, family names with a capital: `nieto`."""
    plural_roles: frozenset[str]
    speaking: frozenset[str]
    pronouns: Mapping[str, str]
    determiners: frozenset[str]
    elided: frozenset[str]
    """Articles and prepositions that an apostrophe joins to the next word: `l'`, `dell'`."""
    indefinite: frozenset[str]
    belonging: frozenset[str]
    prepositions: frozenset[str]
    also: frozenset[str]
    others: frozenset[str]
    unlike: frozenset[str]
    """What makes another office of one: `former`, `deputy`."""
    groups: frozenset[str]
    """What stands right before the name of an organisation: `the charity`."""
    companions: frozenset[str]
    """Whom persons have, and firms have not: relatives, and a coach, an agent, a neighbour."""
    ages: tuple[str, ...]
    """How words of an age end: `nine-year-old`."""
    personal_relatives: frozenset[str]
    """Relative pronouns of persons: `who`."""
    offices: frozenset[str]
    """What there is one of in a place: who is called so is seldom whom the text spoke of as something else."""
    anonymous: frozenset[str]
    """Callings of those who are seldom named: `spokesman`, `source`."""
    kin: frozenset[str]
    """Relatives, who mostly share a surname: `widow`."""
    copulas: frozenset[str]
    """What stands before a calling that says of somebody what they are: `was a`, `as the`."""
    naming: tuple[str, ...]
    """What stands between a calling and the name of who has it: `a girl named Ann`, `the boatman's name is Elias`."""
    naming_ends: frozenset[str]
    """The last words of these."""
    reporting: frozenset[str]
    """Verbs and participles that report, so that no description begins with them."""
    small: frozenset[str]
    """The most frequent words of running text."""
    verb_endings: tuple[str, ...]
    anybody: frozenset[str]
    articles: Mapping[str, int]
    """Articles that tell the sex of whom a noun means: `la`, `der`."""
    own_words: frozenset[str]
    """What somebody's words are called with a possessive: `propres`, `palabras`."""
    former: frozenset[str]
    """What says that somebody named before held an office: `ancien`."""
    names_behind: bool
    """Whether the name behind a calling and a comma is the speaker's: `la presidenta del gremio, Ana Ruiz`."""
    peoples: frozenset[str]
    people_endings: tuple[str, ...]
    no_people: frozenset[str]
    """What ends like those who come from somewhere: `capitaine`."""
    any_organization: frozenset[str]
    locative: frozenset[str]
    oblique: frozenset[str]
    parties: tuple[str, ...]
    """What stands before the state in `(R-Kan.)`, in lower case."""
    short_roles: Mapping[str, str]
    named_organizations: frozenset[str]
    places: frozenset[str]
    role_endings: tuple[str, ...]
    organization_endings: tuple[str, ...]
    thing_endings: tuple[str, ...]
    nouns_capitalised: bool
    honorifics_lower: bool
    article: re.Pattern[str]
    """An article or what stands in its place: `the`, `one`, `his`."""
    run: re.Pattern[str]
    """A run of capitalised words, with the small words that may join them."""
    flags: Callable[[str], int] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: lru_cache(maxsize=32_768)(partial(_flags, self)), takes_self=True),
    )
    """Gives the flags of a word as written, its final stop aside; 0 if nothing is known of it."""

    def is_anybody(self, head: str) -> bool:
        """Whether a noun with a definite article stands for whoever was spoken of: `the woman`, `the 46-year-old`."""
        return head in self.anybody or head[:1].isdigit() or self.is_of_a_people(head)

    def is_of_a_people(self, head: str) -> bool:
        """Whether a noun tells where somebody comes from: `el bilbaíno`, `la Parisienne`."""
        if not self.people_endings or head in self.no_people:
            return False
        return head in self.peoples or (len(head) > 5 and head.endswith(self.people_endings))


def _flags(words: Lexicon, word: str) -> int:
    lower = word.lower().rstrip(".")
    if word in words.callings:
        return words.callings[word] | words.words.get(lower, 0)
    known = words.words.get(lower, 0) or (0 if lower.isascii() else words.words.get(bare(lower), 0) & _NAMING)
    if not known and "-" in lower:
        parts = lower.split("-")
        if all(words.words.get(part, 0) & Word.GIVEN for part in parts):
            return Word.GIVEN
        if all(part in words.places for part in parts):
            return Word.PLACE
        known = words.words.get(parts[-1], 0) & Word.ROLE  # `co-chair`, `Vize-Präsidentin`
    if not known and words.role_endings and len(lower) > 7 and (words.nouns_capitalised or word[0].islower()):
        if lower.endswith(words.role_endings):
            return Word.ROLE | (Word.FEMALE if lower.endswith("in") else 0)
        if words.organization_endings and lower.endswith(words.organization_endings):
            return Word.ORGANIZATION
    if not known and words.thing_endings and len(lower) > 7 and lower.endswith(words.thing_endings):
        return Word.THING
    return known


def names_office(language: Language, word: str) -> bool:
    """Whether the word is an office or a calling."""
    return bool(lexicon(language).flags(word) & Word.ROLE)


def bare(word: str) -> str:
    """Return a word without its accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


@cache
def given_flags() -> Mapping[str, int]:
    """Return the flags of the given names, in lower case."""
    names = given_names()
    known = {name: int(Word.GIVEN) for name in names.either}
    known |= dict.fromkeys(names.female, Word.GIVEN | Word.FEMALE)
    known |= dict.fromkeys(names.male, Word.GIVEN | Word.MALE)
    for name in names.words:
        known[name] = known.get(name, Word.GIVEN) | Word.AMBIGUOUS
    return known


def upper_case() -> str:
    """Return the upper-case letters of the alphabets that have case, for a character class."""
    return "".join(chr(at) for at in range(0x41, 0x0590) if chr(at).isupper()) + "Ạ-ỿ"


@cache
def lexicon(language: Language) -> Lexicon:
    """Return the compiled lexicon of a language."""
    words: dict[str, int] = dict(given_flags())
    table = language.table("entities")
    for key, flag in _FLAGS.items():
        for word in table.get(key, ()):
            words[word] = words.get(word, 0) | flag
    for word in language.words("sentences", "openers"):
        words[word] = words.get(word, 0) | Word.OPENER
    places = place_names()
    for place in places:
        if " " not in place:
            words[place] = words.get(place, 0) | Word.PLACE
    groups = ("male", "female", "plural", "neuter", "relative", "first")
    pronouns = {word: group for group in reversed(groups) for word in table.get(f"pronouns_{group}", ())}
    return Lexicon(
        words=words,
        callings={word: flag for key, flag in _CALLINGS.items() for word in table.get(key, ())},
        plural_roles=_set(table, "roles_plural"),
        speaking=_set(table, "speaking"),
        pronouns=pronouns,
        determiners=_set(table, "determiners"),
        elided=frozenset(
            word for key in ("determiners", "belonging") for word in table.get(key, ()) if word.endswith("'")
        ),
        indefinite=_set(table, "indefinite"),
        belonging=_set(table, "belonging"),
        prepositions=_set(table, "prepositions"),
        also=_set(table, "also"),
        others=_set(table, "others"),
        unlike=_set(table, "unlike"),
        groups=_set(table, "groups"),
        companions=_set(table, "companions") | _set(table, "kin"),
        ages=tuple(table.get("ages", ())) or ("\0",),
        personal_relatives=_set(table, "personal_relatives"),
        offices=_set(table, "offices"),
        anonymous=_set(table, "anonymous"),
        kin=_set(table, "kin"),
        copulas=_set(table, "copulas"),
        naming=tuple(sorted(table.get("naming", ()), key=len, reverse=True)),
        naming_ends=frozenset(phrase.rsplit(" ", 1)[-1] for phrase in table.get("naming", ())),
        reporting=frozenset(word for key in ("verbs", "weak", "participles") for word in cues_of(language, key)),
        small=frozenset(language.words("language", "small_words")),
        verb_endings=language.words("quotations", "verb_endings"),
        anybody=_set(table, "anybody"),
        articles={
            word: sex
            for key, sex in (("articles_male", Word.MALE), ("articles_female", Word.FEMALE), ("articles_either", 0))
            for word in table.get(key, ())
        },
        own_words=_set(table, "own_words"),
        former=_set(table, "former"),
        names_behind=bool(table.get("names_behind", False)),
        peoples=_set(table, "peoples"),
        people_endings=tuple(table.get("people_endings", ())),
        no_people=_set(table, "no_people"),
        any_organization=_set(table, "any_organization"),
        locative=_set(table, "locative"),
        oblique=_set(table, "oblique"),
        parties=tuple(table.get("parties", ())),
        short_roles=dict(table.get("short_roles", {})),
        named_organizations=_set(table, "named_organizations"),
        places=places,
        role_endings=tuple(table.get("role_endings", ())),
        thing_endings=tuple(table.get("thing_endings", ())),
        organization_endings=tuple(table.get("organization_endings", ())),
        honorifics_lower=bool(table.get("honorifics_lower", False)),
        nouns_capitalised=bool(table.get("nouns_capitalised", False)),
        article=_article(_set(table, "determiners") | _set(table, "indefinite") - _set(table, "many")),
        run=_run((*table.get("joining", ()), *table.get("particles", ()))),
    )


def _set(table: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(table.get(key, ()))


def _article(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words, as it is or with a capital, and the blank behind it."""
    forms = (re.escape(form) for word in words for form in (word, word.capitalize()))
    return re.compile(rf"\b(?:{either(forms)})\s")


def _run(small: Iterable[str]) -> re.Pattern[str]:
    """Capitalised words: `J. R. Smith`, `O’Neill`, `U.S.`, `Dr.Emma`; `’s` is no part of them. At most ten, to stay linear."""
    upper = f"[{upper_case()}]"
    rest = rf"(?:\.(?:-?{upper}\.)*|\w*(?:['’‐-](?!s\b)\w+)*(?:\.(?=\s?{upper}))?)"
    word = upper + rest
    gap = r"(?:[ \u00a0\u202f]|\r?\n)"
    joins = either(map(re.escape, small))
    # An apostrophe ends an elided article (`d’Estaing`): no gap after it
    link = rf"(?:{gap}(?:(?:{joins})(?:{gap}|(?<=['’]))){{0,2}}|(?<=\.))"
    arabic = rf"(?:a[ldnrstz]|ash|el)-{upper}\w*"  # `Nasser al-Thani`
    # The capital first, which `re` looks for fast, then that nothing goes before it.
    return re.compile(rf"{upper}(?<![\w@#/].){rest}(?:{link}(?:{word}|{arabic})){{0,9}}")
