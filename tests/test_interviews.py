"""Interviews: a generated conversation, set in any of the styles, gives its turns back."""

from __future__ import annotations

import time

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.blocks.labels import label_at, looks_like_label

PEOPLE = (("Maren Holt", "Jonas Vik"), ("Ada Brandt", "Dr. Paul Quist"), ("Ilse van Damme", "Teo O’Hara"))
QUESTIONS = (
    "What brought you here?",
    "You left the valley early. Did you ever regret it?",
    "And how do you see your work now?",
    "Who taught you to listen?",
    "Would you do it again?",
)
ANSWERS = (
    "I came for the water, and I stayed for the people.",
    "My mother asked me to. We never spoke of it again.",
    "Yes, I would: every single day of it.",
    "No. I have said what I had to say, and I mean it.",
)
FURTHER = (
    "The house stood empty for a year, and nobody minded.",
    "It took us two winters to dry the wood and another to carry it up the hill.",
)


@attrs.frozen
class Style:
    """How a turn is set: the label for who asks and who answers, and what stands between two paragraphs."""

    name: str
    asks: str
    answers: str
    gap: str = "\n\n"


STYLES = (
    Style("names", "{asker}: ", "{guest}: "),
    Style("names on single lines", "{asker}: ", "{guest}: ", gap="\n"),
    Style("bold names", "**{asker}:** ", "**{guest}:** "),
    Style("capitals", "{ASKER}: ", "{GUEST}: "),
    Style("Q and A with colons", "Q: ", "A: "),
    Style("Q and A with dots", "Q. ", "A. "),
    Style("Q and A with dashes", "Q - ", "A - "),
    Style("bare Q", "Q    ", "{GUEST}: "),
    Style("times after names", "{asker}: 00:12:34\n", "{guest}: 00:12:39\n"),
    Style("times in brackets", "{asker} (12:34): ", "{guest} (12:39): "),
    Style("dashes", "— ", "— "),
    Style("roles", "Host: ", "Guest: "),
    Style("outlet", "The Harbour Times: ", "{guest}: "),
    Style("question lines", "", ""),
    Style("bold question lines", "**", ""),
)

styles = st.sampled_from(STYLES)
exchanges = st.lists(
    st.tuples(st.sampled_from(QUESTIONS), st.sampled_from(ANSWERS), st.lists(st.sampled_from(FURTHER), max_size=2)),
    min_size=4,
    max_size=8,
)


def set_in(
    style: Style, people: tuple[str, str], said: list[tuple[str, str, list[str]]]
) -> tuple[str, list[tuple[str, str]]]:
    """The text, and the role and first words of each turn."""
    asker, guest = people
    names = {"asker": asker, "guest": guest, "ASKER": asker.upper(), "GUEST": guest.upper()}
    paragraphs = [
        "The last ferryman",
        "An interview about a river, led on a bench in the rain last week by the harbour.",
    ]
    turns: list[tuple[str, str]] = []
    for question, answer, further in said:
        close = "**" if style.asks == "**" else ""
        paragraphs += [style.asks.format(**names) + question + close, style.answers.format(**names) + answer, *further]
        turns += [("question", question), ("answer", answer)]
    return style.gap.join(paragraphs), turns


def turns_of(text: str) -> list[tuple[str, str]]:
    return [
        (turn.role, turn.text.strip().split("\n")[0].strip("* "))
        for interview in newsparse.parse(text).interviews
        for turn in interview.turns
    ]


@settings(max_examples=120, deadline=None)
@given(style=styles, people=st.sampled_from(PEOPLE), said=exchanges)
def test_an_interview_in_any_style_gives_its_turns_back(style, people, said):
    text, turns = set_in(style, people, said)
    assert turns_of(text) == turns


@settings(max_examples=40, deadline=None)
@given(
    style=styles, people=st.sampled_from(PEOPLE), said=exchanges, at=st.integers(0, 3), more=st.sampled_from(FURTHER)
)
def test_a_paragraph_more_in_an_answer_is_no_turn_more(style, people, said, at, more):
    before, _ = set_in(style, people, said)
    question, answer, further = said[at]
    after, _ = set_in(style, people, [*said[:at], (question, answer, [*further, more]), *said[at + 1 :]])
    assert turns_of(after) == turns_of(before)


@settings(max_examples=30, deadline=None)
@given(style=styles, people=st.sampled_from(PEOPLE), said=exchanges)
def test_every_label_of_one_name_is_one_speaker(style, people, said):
    text, _ = set_in(style, people, said)
    article = newsparse.parse(text)
    by_label: dict[str, set[str]] = {}
    for interview in article.interviews:
        for turn in interview.turns:
            if turn.label is not None and turn.speaker is not None:
                by_label.setdefault(turn.label.of(text).casefold(), set()).add(turn.speaker.name)
                assert turn.label in turn.speaker.mentions
    assert all(len(names) == 1 for names in by_label.values())


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Vik", "Jonas Vik"),
        ("VIK", "Jonas Vik"),
        ("MR. VIK", "Jonas Vik"),
        ("Mr Vik", "Jonas Vik"),
        ("Jonas", "Jonas Vik"),
        ("Dr.Jonas Vik", "Jonas Vik"),
        ("dr. jonas Vik", "Jonas Vik"),
        ("Jonas Vikk", "Jonas Vik"),
    ],
)
def test_short_and_messy_labels_are_the_person_that_the_text_names(form, name):
    rows = ["We met Jonas Vik, a ferryman, on the pier.", "Maren Holt: What do you see?"]
    rows += ["Jonas Vik: Water. I like it.", "Maren Holt: And now?"] if form == "Jonas Vikk" else []
    rows += [f"{form}: I see gulls.", "Maren Holt: Who taught you?", f"{form}: Jonas Vik the elder, my father."]
    if form == "Jonas Vikk":
        rows += ["Maren Holt: And you?", "Jonas Vik: I teach nobody."]
    (interview,) = newsparse.parse("\n\n".join(rows)).interviews
    assert {turn.speaker.name for turn in interview.turns if turn.role == "answer"} == {name}


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("Jane Doe: Hello.", True),
        ("DR. LEE: Hello.", True),
        ("**Q:** Why?", True),
        ("Q. Why?", True),
        ("Jane Doe (JD): Hello.", True),
        ("[00:12] Jane Doe: Hello.", True),
        ("Jane Doe: 00:12:34", True),
        ("the following options: one", False),
        ("She said it twice.", False),
        ("https://example.org", False),
        ("", False),
    ],
)
def test_labels_have_a_shape(line, holds):
    assert looks_like_label(line, 0, len(line)) is holds


def test_a_label_tells_where_its_words_begin():
    line = "**Jane Doe (12:34):** Well."
    shape = label_at(line, 0, len(line))
    assert shape is not None
    assert line[shape.start : shape.end] == "Jane Doe"
    assert line[shape.after :] == "Well."
    assert shape.stamped


@given(st.text(alphabet="AQ: .-—–\n*Dr()0123?“”\xa0", max_size=300))
def test_no_labels_make_it_raise(text):
    newsparse.parse(text)


@pytest.mark.growth
def test_many_labels_take_linear_time():
    def seconds(number: int) -> float:
        text = "".join(f"Name{at}: I?\nQ: you?\n— A: no\n" for at in range(number))
        start = time.process_time()
        newsparse.parse(text)
        return time.process_time() - start

    seconds(100)
    assert seconds(2000) < 12 * max(seconds(500), 0.01)
