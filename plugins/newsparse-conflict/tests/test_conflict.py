"""Attacks, casualties and front lines in sentences written for these tests."""

from __future__ import annotations

import re

import newsparse_conflict
import pytest
from newsparse_conflict import Conflict
from newsparse_conflict.context import lexicon

import newsparse
from newsparse.testing import PluginSuite

PARSER = newsparse.Parser(plugins=[newsparse_conflict], strict=True, language="en")


def parse(text: str, headline: str = "News of the day") -> newsparse.Article:
    return PARSER.parse(f"{headline}\n\n{text}\n")


def field(text: str, headline: str = "News of the day") -> Conflict | None:
    return parse(text, headline).field(Conflict)


class TestConflict(PluginSuite):
    plugin = newsparse_conflict


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Twelve people were killed and 30 others wounded at the market.", 12, 30),
        ("A 61-year-old woman, 44-year-old man and 19-year-old man suffered gunshot wounds.", 0, 3),
        ("A gunman killed a man and left four other people injured.", 1, 4),
        ("Nine people were shot, one fatally, at a fair in the valley.", 1, 8),
        ("One man is dead and two others were shot outside the depot.", 1, 2),
        ("Two relatives of a clerk were found dead in the cellar.", 2, 0),
        ("A boy and his sister were shot and killed near the mill.", 2, 0),
        ("Three people, a boy, a man and a girl, were hurt.", 0, 3),
        ("A baby girl was wounded by a stray bullet. No one else was injured.", 0, 1),
        ("Joan Elbridge, 31, was shot at the ferry. She later died at the hospital.", 1, 0),
        ("Police found two slain men in the barn.", 2, 0),
        ("A bomb killed at least 17 people and wounded dozens more in the port on Friday.", 17, 24),
        ("Hundreds of people were injured when the stand collapsed.", 0, 200),
        ("The death toll from the blast rose to 23 on Tuesday.", 23, 0),
        ("The death toll has climbed to 112, with 340 injured, the ministry said.", 112, 340),
        ("Officials put the number of dead at 31.", 31, 0),
        ("Rockets hit the block, killing a mother and her two children and injuring seven others.", 3, 7),
        ("Five people were taken to hospital, two of them in critical condition.", 0, 5),
        ("The army said it had killed 35 militants in a three-day operation.", 35, 0),
        ("A guard was killed and two of his comrades were wounded by a mine.", 1, 2),
        ("Two police officers and a bystander were shot dead.", 3, 0),
        ("Nine bodies were pulled from the rubble.", 9, 0),
        ("A bomber blew himself up at the gate, killing himself and four soldiers.", 5, 0),
        ("A flood wave killed 14 surfers and injured 1,200, according to the mayor.", 14, 1200),
        ("Two people are in hospital with burns.", 0, 2),
        ("A sculptor was killed and a doctor slightly hurt.", 1, 1),
        ("Killed were a 40-year-old father and his son.", 2, 0),
        ("A clerk wounded and a robber dead after a chase, police said.", 1, 1),
        ("A woman, shot in the arm by a hunter, died on Monday.", 1, 0),
        ("Police spoke of a triple shooting in which one man was killed.", 1, 2),
        ("A fourth victim has died.", 4, 0),
        ("The first shot rang out at noon, she said. A guard was hurt.", 0, 1),
        ("Two cars near Ada Lund Avenue were hit. A cyclist was hurt.", 0, 1),
    ],
)
def test_totals(text: str, killed: int, injured: int) -> None:
    totals = field(text).totals
    assert (totals.killed, totals.injured) == (killed, injured)


def test_the_headline_counts_and_has_its_evidence() -> None:
    article = parse("The shooting happened near the old quay.", "5 hurt in quay shooting")
    found = article.field(Conflict)
    assert found.totals.injured == 5
    assert found.casualties[0].evidence.text == "5 hurt in quay shooting"


def test_a_figure_in_the_lead_goes_before_a_part_of_it() -> None:
    text = "Six people were wounded in the raid. Two people were wounded at the gate. It rained."
    assert field(text).totals.injured == 6


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("At least 12", 12, None),
        ("Up to 12", None, 12),
        ("About 12", None, None),
        ("12", 12, 12),
        ("Between 12 and 20", 12, 20),
        ("12 to 20", 12, 20),
    ],
)
def test_bounds(words: str, low: int | None, high: int | None) -> None:
    (one,) = field(f"{words} people were killed in the valley.").casualties
    assert (one.harm, one.count, one.low, one.high) == ("killed", 12, low, high)


def test_who_says_so_where_and_when() -> None:
    article = parse("Three soldiers were wounded in Kharkiv on Monday, police said.")
    (one,) = article.field(Conflict).casualties
    assert one.source.of(article.text) == "police"
    assert one.place.name == "Kharkiv"
    assert one.date.text == "Monday"
    assert one.span.of(article.text) == "Three soldiers"


def test_captured_and_displaced() -> None:
    totals = field("Rebels captured 14 soldiers. The floods of fire displaced 2,000 villagers.").totals
    assert (totals.captured, totals.displaced) == (14, 2000)


@pytest.mark.parametrize("text", ["No one was injured in the fire drill.", "He denied that anyone was killed."])
def test_denied(text: str) -> None:
    found = field(text)
    assert found is None or not found.casualties


def test_other_incidents_are_background() -> None:
    found = field("A man was wounded on Elm Street. Eleven people were killed in the town last year.")
    assert [one.background for one in found.casualties] == [False, True]
    assert (found.totals.killed, found.totals.injured) == (0, 1)


def test_attacks_and_strikes() -> None:
    article = parse("Russian forces launched a missile at Odesa. Militants ambushed a convoy near Gao.")
    found = article.field(Conflict)
    assert [one.kind for one in found.strikes] == ["missile"]
    assert found.strikes[0].attacker.of(article.text) == "Russian forces"
    assert found.strikes[0].target.of(article.text) == "Odesa"
    assert [one.kind for one in found.attacks] == ["raid"]


def test_front_lines() -> None:
    article = parse("Sudanese troops retook the town of Wad Amar on Friday.")
    (line,) = article.field(Conflict).front_lines
    assert (line.change, line.side.of(article.text), line.where.of(article.text)) == (
        "gained",
        "Sudanese troops",
        "Wad Amar",
    )


def test_violations() -> None:
    article = parse("Armenia accused Azerbaijan of violating the ceasefire.")
    (one,) = article.field(Conflict).violations
    assert one.by.of(article.text) == "Azerbaijan"


def test_nothing_where_nothing_is() -> None:
    assert field("The baker opened a second shop in March.") is None


@pytest.mark.parametrize("table", ["attacks", "strikes", "violations", "front", "reading", "harm", "tolls"])
def test_what_is_looked_for_in_lower_case_has_no_capital(table: str) -> None:
    written = re.sub(r"\(\?P<\w+>", "", str(lexicon()[table]))
    assert written == written.lower()
