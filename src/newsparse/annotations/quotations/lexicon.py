"""What a language's word list says of a word: the few kinds that attribution goes by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

import attrs

from newsparse.languages import Language, cues_of, given_names


class Kind:
    """What a token is to attribution. The first three stand for what the word list does not know.

    Plain numbers rather than an enumeration: they are compared some twenty times for every word.
    """

    LOWER: Final = 0
    CAPITAL: Final = 1
    NUMBER: Final = 2
    QUOTED: Final = 3
    COMMA: Final = 4
    COLON: Final = 5
    DASH: Final = 6
    OPENING: Final = 7
    CLOSING: Final = 8
    OTHER: Final = 9
    PRONOUN: Final = 10
    POSSESSIVE: Final = 11
    DETERMINER: Final = 12
    ATTACHING: Final = 13
    PREPOSITION: Final = 14
    AUXILIARY: Final = 15
    CONJUNCTION: Final = 16
    SUBORDINATOR: Final = 17
    RELATIVE: Final = 18
    ADVERB: Final = 19
    TIME: Final = 20
    VERB: Final = 21
    WEAK_VERB: Final = 22
    PARTICIPLE: Final = 23
    NOUN: Final = 24


NAMES: Final = tuple(name for name in vars(Kind) if name.isupper())
"""The name of each kind, for features."""

LONGEST_ELISION = 6
"""Letters of an elided word: `quest’anno`."""

CUES = frozenset((Kind.VERB, Kind.WEAK_VERB, Kind.PARTICIPLE))

# Later ones win: "who" is a relative before it is a pronoun, "reports" a verb before it is a noun.
_ORDER = (
    ("quotations", "possessives", Kind.POSSESSIVE),
    ("quotations", "attaching", Kind.ATTACHING),
    ("quotations", "adverbs", Kind.ADVERB),
    ("quotations", "times", Kind.TIME),
    ("quotations", "prepositions", Kind.PREPOSITION),
    ("quotations", "determiners", Kind.DETERMINER),
    ("quotations", "subordinators", Kind.SUBORDINATOR),
    ("quotations", "pronouns", Kind.PRONOUN),
    ("quotations", "relatives", Kind.RELATIVE),
    ("quotations.cues", "nouns", Kind.NOUN),
    ("quotations.cues", "weak", Kind.WEAK_VERB),
    ("quotations.cues", "participles", Kind.PARTICIPLE),
    ("quotations.cues", "verbs", Kind.VERB),
    ("quotations", "auxiliaries", Kind.AUXILIARY),
    ("quotations", "conjunctions", Kind.CONJUNCTION),
)


@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """A language's words for attribution, lower-cased."""

    kinds: dict[str, int]
    attaching: frozenset[str]
    addressed: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    according_heads: frozenset[str]
    after: frozenset[str]
    signals: frozenset[str]
    """What names a source by itself: the heads of `according`, and `after`."""
    opening: frozenset[str]
    abbreviations: frozenset[str]
    particles: frozenset[str]
    naming: tuple[tuple[str, ...], ...]
    terms: frozenset[str]
    word_nouns: frozenset[str]
    """What announces a word that is spoken about: `the term`."""
    calling: frozenset[str]
    """Verbs by which many name something: `biologists call`."""
    namers: frozenset[str]
    """Those who have words of their own: `linguists`."""
    nicknaming: frozenset[str]
    demonstratives: frozenset[str]
    articles: frozenset[str]
    as_words: frozenset[str]
    present: frozenset[str]
    """Auxiliaries of what is always so: `is called`."""
    performing: frozenset[str]
    """Verbs of those who make and play works: `starred`."""
    staged: frozenset[str]
    """What stands between these and the work: `in`."""
    agents_of: frozenset[str]
    """`by`, behind a passive."""
    known: frozenset[str]
    """`known`, before `as` and a name."""
    about: frozenset[str]
    rulings: frozenset[str]
    """What says on which matter it is: `a rule on “headgear”`."""
    examples: frozenset[tuple[str, ...]]
    defining: tuple[str, ...]
    """What stands behind a word that is explained: `means`."""
    meaning: frozenset[str]
    """The first words of these."""
    name_nouns: frozenset[str]
    labels: frozenset[str]
    """What stands before a colon and speaks for nobody: `Review`."""
    one_of_many: frozenset[str]
    """Words that stand for one of many: `one wrote`."""
    phrasal: frozenset[tuple[str, ...]]
    """Verbs of two words that report: `went on`."""
    judging: frozenset[str]
    """Verbs by which somebody says what they think of something: `called`."""
    definite: frozenset[str]
    naming_passive: frozenset[str]
    """What makes a name of `called`: `is called`."""
    answers: frozenset[str]
    """What somebody's words were: `was her answer`."""
    works: frozenset[str]
    makers: frozenset[str]
    work_endings: tuple[str, ...]
    first_person: frozenset[str]
    talking: frozenset[str]
    plain: frozenset[str]
    reported_mood: frozenset[str]
    genitives: frozenset[str]
    adjective_endings: tuple[str, ...]
    quoting: frozenset[str]
    agents: frozenset[str]
    oblique: frozenset[str]
    locating: frozenset[str]
    passive: frozenset[str]
    verb_endings: tuple[str, ...]
    nouns_are_capitalised: bool
    inverted_pronoun: bool
    asides: tuple[tuple[str, ...], ...]
    nouns_have_articles: bool
    """Whether no subject is a bare noun: `dit regretter` has none."""
    listening: frozenset[str]
    """What stands before those whom something is told: `à`, `a`."""
    told_inside: bool
    """Whether a report may stand within the marks of what it reports."""
    inside_dashes: bool
    """Whether only between dashes."""
    given: frozenset[str] = frozenset()
    """Given names, where what stands between a verb and its subject would else run into the subject."""
    staging: frozenset[str] = frozenset()
    """What is done with a work: `estrena`, `autor de`."""
    callers: frozenset[str] = frozenset()
    """Verbs that give a nickname: `llaman`."""
    people: frozenset[str] = frozenset()
    """Callings: `alcaldesa`."""
    persons: frozenset[str] = frozenset()
    """Pronouns of the third person: `elle`."""
    owning: frozenset[str] = frozenset()
    """Pronouns that are possessives, too, where a noun follows: `ihr Anwalt`."""
    first_verbs: frozenset[str] = frozenset()
    """Verbs that say of themselves that it is `I`: `digo`."""
    impersonal: frozenset[str] = frozenset()
    """Verbs that say nothing of who it is behind a reflexive: `se oyó desde el público`."""
    reflexive: str = ""
    drops_subjects: bool = False
    """Whether a verb may leave out who does it: `“No”, zanjó.`"""
    participle_endings: tuple[str, ...] = ()
    """Endings of participles that are nouns behind an article: `l’accusé`."""
    elisions: frozenset[str] = frozenset()
    """What an apostrophe joins to the next word, and is a word of its own: `l’éleveur`, `s’exclame`, `dell’agenzia`."""

    def announces_name(self, word: str) -> bool:
        """Whether the name of a work, a firm, a ship may follow the lower-cased word: `film`, `Kochsendung`."""
        return word in self.works or (bool(self.work_endings) and word.endswith(self.work_endings))


@lru_cache(maxsize=64)
def elided_of(language: Language) -> frozenset[str]:
    """Return the words that an apostrophe may begin: `'em`, `'tis`."""
    return frozenset(language.table("quotations").get("elided", ()))


@lru_cache(maxsize=64)
def lexicon_of(language: Language) -> Lexicon:
    """Return the word list of a language; an empty one for a language that has none."""
    table = language.table("quotations")
    cues, sentences = table.get("cues", {}), language.table("sentences")
    kinds: dict[str, int] = {}
    elisions = frozenset(table.get("elisions", ()))
    for place, key, kind in _ORDER:
        listed = cues_of(language, key) if place == "quotations.cues" else table.get(key, ())
        kinds.update(dict.fromkeys(listed, kind))
    according = tuple(tuple(_parted(phrase, elisions)) for phrase in table.get("according", ()))
    heads = frozenset(head for phrase in according for head in (phrase[0], phrase[0].capitalize()))
    return Lexicon(
        kinds=kinds,
        attaching=frozenset(table.get("attaching", ())),
        addressed=frozenset(cues.get("addressed", ())),
        according=according,
        according_heads=heads,
        after=frozenset(table.get("after", ())),
        signals=heads | frozenset(table.get("after", ())),
        opening=frozenset(table.get("opening", ())),
        abbreviations=frozenset(
            word for key in ("titles", "abbreviations", "before_number") for word in sentences.get(key, ())
        ),
        particles=frozenset(table.get("particles", ())),
        naming=tuple(tuple(phrase.split()) for phrase in table.get("naming", ())),
        terms=frozenset(table.get("terms", ())),
        word_nouns=frozenset(table.get("word_nouns", ())),
        calling=frozenset(table.get("calling", ())),
        namers=frozenset(table.get("namers", ())),
        nicknaming=frozenset(table.get("nicknaming", ())),
        demonstratives=frozenset(table.get("demonstratives", ())),
        articles=frozenset(table.get("articles", ())),
        as_words=frozenset(table.get("as_words", ())),
        present=frozenset(table.get("present", ())),
        performing=frozenset(table.get("performing", ())),
        staged=frozenset(table.get("staged", ())),
        agents_of=frozenset(table.get("agents_of", ())),
        known=frozenset(table.get("known", ())),
        about=frozenset(table.get("about", ())),
        rulings=frozenset(table.get("rulings", ())),
        examples=frozenset(tuple(phrase.split()) for phrase in table.get("examples", ())),
        defining=tuple(table.get("defining", ())) or ("\0",),
        meaning=frozenset(phrase.split()[0] for phrase in table.get("defining", ()) if phrase[0].isalpha())
        - {"is", "was"},
        name_nouns=frozenset(table.get("name_nouns", ())),
        labels=frozenset(table.get("labels", ())),
        one_of_many=frozenset(table.get("one_of_many", ())),
        phrasal=frozenset(tuple(phrase.split()) for phrase in cues.get("phrasal", ())),
        judging=frozenset(cues.get("judging", ())),
        definite=frozenset(table.get("definite", ())),
        naming_passive=frozenset(table.get("naming_passive", ())),
        answers=frozenset(cues.get("answers", ())),
        works=frozenset(table.get("works", ())),
        makers=frozenset(table.get("makers", ())),
        work_endings=tuple(table.get("work_endings", ())),
        first_person=frozenset(table.get("first_person", ())),
        talking=frozenset(table.get("talking", ())),
        plain=frozenset(table.get("plain", ())),
        reported_mood=frozenset(table.get("reported_mood", ())),
        genitives=frozenset(table.get("genitives", ())),
        adjective_endings=tuple(table.get("adjective_endings", ())),
        quoting=frozenset(cues.get("quoting", ())),
        agents=frozenset(table.get("agents", ())),
        locating=frozenset(table.get("locating", ())),
        oblique=frozenset(table.get("oblique", ())),
        passive=frozenset(table.get("passive", ())),
        verb_endings=tuple(table.get("verb_endings", ())),
        nouns_are_capitalised=bool(table.get("nouns_are_capitalised", False)),
        inverted_pronoun=bool(table.get("inverted_pronoun", False)),
        asides=tuple(tuple(phrase.split()) for phrase in table.get("asides", ())),
        nouns_have_articles=bool(table.get("nouns_have_articles", False)),
        listening=frozenset(table.get("listening", ())),
        told_inside=bool(table.get("told_inside", False)),
        inside_dashes=table.get("told_inside") == "dashes",
        given=_given() if table.get("nouns_have_articles") or table.get("nouns_are_capitalised") else frozenset(),
        staging=frozenset(table.get("staging", ())),
        callers=frozenset(table.get("callers", ())),
        people=frozenset(
            word
            for key in ("roles", "roles_female", "callings", "callings_female", "anybody")
            for word in language.words("entities", key)
        ),
        persons=frozenset(
            word for key in ("pronouns_male", "pronouns_female") for word in language.words("entities", key)
        ),
        owning=frozenset(table.get("possessives", ())) & frozenset(table.get("pronouns", ()))
        if table.get("nouns_are_capitalised")
        else frozenset(),
        first_verbs=frozenset(table.get("first_verbs", ())),
        impersonal=frozenset(table.get("impersonal", ())),
        reflexive=table.get("reflexive", "se"),
        drops_subjects=bool(table.get("drops_subjects", False)),
        participle_endings=tuple(table.get("participle_endings", ())),
        elisions=elisions,
    )


@cache
def _given() -> frozenset[str]:
    names = given_names()
    return frozenset((*names.either, *names.female, *names.male))


def _parted(phrase: str, elisions: frozenset[str]) -> Iterator[str]:
    """The words of a phrase, elided ones by themselves as in text: `d’après` is two."""
    for word in phrase.split():
        cut = elision(word, elisions)
        yield from (word[: cut - 1], word[cut:]) if cut else (word,)


def elision(word: str, elisions: frozenset[str]) -> int:
    """Where the word behind an elided one begins in what an apostrophe joins: 2 in `l’éleveur`; 0 if nothing is elided."""
    for at in range(1, min(len(word) - 1, LONGEST_ELISION + 1)):
        if word[at] in "'’":
            return at + 1 if word[:at].lower() in elisions else 0
    return 0
