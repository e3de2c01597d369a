"""Noun phrases of a language whose nouns have capitals: what may be a subject, and what stands over the rest."""

from newsparse import languages
from newsparse.annotations.entities import Mention
from newsparse.annotations.quotations import candidates
from newsparse.annotations.quotations.clauses import sentences_around
from newsparse.annotations.quotations.inflection import Named, mood_of
from newsparse.annotations.quotations.lexicon import lexicon_of
from newsparse.annotations.quotations.nominals import nominals_in
from newsparse.model import Span

LEXICON = lexicon_of(languages.load("de"))


def tokens_of(text):
    return next(sentences_around(text, Span(0, len(text)), (), LEXICON))


def shown(text, *, governed):
    tokens = tokens_of(text)
    return [
        " ".join(token.word for token in tokens[one.first : one.head + 1])
        for one in nominals_in(tokens, LEXICON)
        if (one.over >= 0) is governed
    ]


def test_a_phrase_may_be_a_subject_unless_something_governs_it():
    text = "Am Abend nannte in Holmstadt auch die neue Ministerin Karin Brandes den Plan des Amtes falsch."
    assert shown(text, governed=False) == ["die neue Ministerin Karin Brandes", "den Plan"]
    assert shown(text, governed=True) == ["Abend", "Holmstadt"]


def test_a_verb_begins_no_phrase():
    assert shown("Kritik übte Landrätin Vogt.", governed=False) == ["Kritik", "Landrätin Vogt"]


def test_the_cue_of_a_phrase_is_the_nearest_between_marks():
    tokens = tokens_of("Er habe Zeit, sagte Brandes, der Rat schweigt.")
    cues = {tokens[one.first].word: one.cue >= 0 and tokens[one.cue].word for one in nominals_in(tokens, LEXICON)}
    assert cues == {"Er": False, "Zeit": False, "Brandes": "sagte", "der": False}


def test_what_an_article_shows_to_be_an_object_is_no_subject():
    tokens = tokens_of("Den Plan nannte Brandes falsch.")
    starts = {tokens[one.first].word for one in candidates.candidates_in(tokens, LEXICON)}
    assert starts == {"Brandes"}


def test_mentions_and_mood():
    text = "Die Ministerin Brandes habe Zeit."
    tokens = tokens_of(text)
    named = Named((Mention(Span(15, 22), "Brandes", "person"),))
    first = candidates.candidates_in(tokens, LEXICON)[0]
    assert named.forms_of(tokens, first).named == "person"
    assert mood_of(tokens, LEXICON) == "k-"
