"""Four messy articles written for these tests, and all that is to be found in them: who meets whom, where, when, about what."""

from __future__ import annotations

from pathlib import Path

import newsparse_diplomacy
import pytest
from newsparse_diplomacy import Diplomacy, Meeting

import newsparse

PARSER = newsparse.Parser(plugins=[newsparse_diplomacy], strict=True, language="en")
ARTICLES = Path(__file__).parent / "articles"

MEETINGS = {
    "embassies": [
        ("held", ("CL", "BO"), None, None, None),
        ("held", ("CL", "BO"), "Paraguay", None, "the staffing of their consulates"),
        ("held", ("Arancibia", "Luis Mamani"), None, "XXXX-06-03", None),
        ("held", (), "Ecuador", "XXXX-06-09", None),
        ("planned", (), "Paraguay", None, "visas and bank accounts"),
        ("proposed", ("Jorge Salcedo", "Andean leaders"), None, "XXXX-07-01", None),
        ("ongoing", ("CL", "BO"), None, None, None),
        ("held", ("CL", "BO"), "Paraguay", None, None),
        ("held", (), None, None, "consular matters"),
    ],
    "again": [
        ("planned", ("KE", "ET"), None, None, "the Dam: What We Know"),
        ("planned", ("KE", "ET"), None, None, "the filling of the dam"),
        ("planned", (), None, None, "the flow in dry years"),
        ("held", ("KE", "ET"), "Djibouti", "XXXX-WXX", None),
        ("held", ("KE", "ET"), "Djibouti", None, None),
        ("planned", ("KE", "ET"), None, None, None),
        ("planned", (), None, None, None),
    ],
    "tracks": [
        ("planned", ("RS", "HU"), None, None, "the River Lock"),
        ("planned", ("RS", "HU"), None, None, None),
        ("held", ("Jelena Savić", "Gergely Balint"), "Austria", "XXXX-WXX-2", None),
        ("planned", (), None, None, None),
        ("planned", ("RS", "HU"), None, None, "the lock"),
    ],
    "sunday": [
        ("proposed", ("JP", "CN"), None, None, "the fishing ban"),
        ("proposed", ("JP", "CN"), None, "XXXX-WXX-7", None),
        ("planned", ("PH", "CN"), "Singapore", None, None),
        ("held", ("Grace Okafor", "Haruo Tanabe", "Elena Reyes"), None, "XXXX-WXX", None),
        ("proposed", ("JP", "CN"), None, "XXXX-WXX-7", None),
        ("held", ("Grace Okafor", "Haruo Tanabe", "Elena Reyes"), None, "XXXX-WXX", None),
        ("planned", ("PH", "CN"), "Singapore", None, None),
        ("proposed", ("JP", "CN", "PH"), None, None, None),
        ("planned", ("CN", "JP"), "Busan", None, "the catch quotas raised some hope"),
    ],
}
OFFICIALS = {
    "embassies": [
        ("Nadia Ferrand", "ambassador", None, "FR", True),
        ("Nadia Ferrand", "senior fellow", "Lakeside Institute", None, False),
        ("Rafael Quispe", "spokesperson", "government", None, False),
        ("Arancibia", "president", None, None, False),
        ("Luis Mamani", "president", None, "BO", False),
        ("Marta Olmedo", "president", "Andean Council", None, False),
        ("Jorge Salcedo", "president", None, "PE", False),
    ],
    "again": [
        ("Dawit Bekele", "deputy water minister", None, "ET", False),
        ("Joyce Wanjiru", "president", None, "KE", False),
        ("Daniel Koech", "president", None, None, True),
    ],
    "tracks": [
        ("Milan Petrov", "deputy transport minister", None, None, False),
        ("Jelena Savić", "foreign minister", None, "RS", False),
        ("Gergely Balint", "minister of state", None, "HU", False),
        ("Ines Hartwig", "expert in river law", None, None, False),
    ],
    "sunday": [
        ("Grace Okafor", "envoy", "UN", None, False),
        ("Haruo Tanabe", "prime minister", None, "JP", False),
        ("Elena Reyes", "president", None, "PH", False),
        ("Ken Mori", "national security adviser", None, "JP", False),
    ],
}


def read(name: str) -> tuple[newsparse.Article, Diplomacy]:
    article = PARSER.parse((ARTICLES / f"{name}.txt").read_text("utf-8"))
    found = article.field(Diplomacy)
    assert found is not None
    return article, found


def parties(meeting: Meeting) -> tuple[str, ...]:
    """A person by name, else a country, else the words."""
    return tuple(
        one.entity.name if one.entity and one.entity.kind == "person" else one.country or one.text
        for one in meeting.parties
    )


@pytest.mark.parametrize("name", MEETINGS)
def test_meetings(name: str) -> None:
    article, found = read(name)
    assert [
        (
            one.status,
            parties(one),
            one.venue and one.venue.name,
            one.date and one.date.value,
            one.agenda and one.agenda.of(article.text),
        )
        for one in found.meetings
    ] == MEETINGS[name]


@pytest.mark.parametrize("name", OFFICIALS)
def test_officials(name: str) -> None:
    _, found = read(name)
    assert [
        (one.entity.name, one.role, one.organization, one.country, one.former) for one in found.officials
    ] == OFFICIALS[name]
