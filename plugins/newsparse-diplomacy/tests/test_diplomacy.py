"""Meetings, agreements, positions and votes in sentences written for these tests."""

from __future__ import annotations

import newsparse_diplomacy
import pytest
from newsparse_diplomacy import Diplomacy

import newsparse
from newsparse.testing import PluginSuite

PARSER = newsparse.Parser(plugins=[newsparse_diplomacy], strict=True, language="en")


def field(text: str) -> Diplomacy | None:
    return PARSER.parse(f"News of the day\n\n{text}\n").field(Diplomacy)


class TestDiplomacy(PluginSuite):
    plugin = newsparse_diplomacy


@pytest.mark.parametrize(
    ("text", "status", "countries", "venue"),
    [
        ("The foreign ministers of France and Egypt met in Vienna on Monday.", "held", {"FR", "EG"}, "Vienna"),
        ("Kenyan and Ugandan officials will meet in Geneva next week.", "planned", {"KE", "UG"}, "Geneva"),
        ("Talks between Japan and Chile are set to resume on Sunday.", "planned", {"JP", "CL"}, None),
        ("Norway and Sweden held talks in Oslo to discuss fishing rights.", "held", {"NO", "SE"}, "Oslo"),
    ],
)
def test_meetings(text: str, status: str, countries: set[str], venue: str | None) -> None:
    (meeting,) = field(text).meetings
    assert meeting.status == status
    assert {party.country for party in meeting.parties} == countries
    assert (meeting.venue and meeting.venue.name) == venue


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru rejected an offer to hold talks with Bolivia.", "denied"),
        ("The rebels demanded a meeting of the Security Council.", "proposed"),
        ("Chile called off a meeting with Peruvian officials.", "cancelled"),
        ("The ministers were to have met in Lima on Monday.", "cancelled"),
        ("Talks between Chad and Niger are under way in Tunis.", "ongoing"),
        ("If the truce holds, the two presidents will meet in Rome.", "proposed"),
        ("The Danish envoy said a summit in Accra could not be ruled out.", "proposed"),
        ("The two generals have never met.", "denied"),
    ],
)
def test_the_stage_of_a_meeting(text: str, status: str) -> None:
    (meeting,) = field(text).meetings
    assert meeting.status == status


def test_a_sentence_may_tell_of_two_meetings() -> None:
    found = field("After talks in Cairo last week, the Kenyan and Ugandan ministers will meet again in Nairobi.")
    assert [(one.status, one.venue.name) for one in found.meetings] == [("held", "Cairo"), ("planned", "Nairobi")]


@pytest.mark.parametrize(
    "text",
    [
        "The price met resistance at 40 dollars.",
        "The summit of the volcano was hidden by cloud.",
        "Their demands were not met by the company.",
        "It rained all day in Lisbon.",
    ],
)
def test_no_meeting(text: str) -> None:
    found = field(text)
    assert found is None or not found.meetings


def test_a_meeting_says_what_it_is_about_and_when() -> None:
    (meeting,) = field("Norway and Sweden held talks in Oslo on Monday to discuss fishing rights.").meetings
    article = PARSER.parse(
        "News of the day\n\nNorway and Sweden held talks in Oslo on Monday to discuss fishing rights.\n"
    )
    assert meeting.agenda.of(article.text) == "fishing rights"
    assert meeting.date.text == "Monday"


def test_agreements_and_votes() -> None:
    found = field("Chile and Peru signed a treaty on water. The General Assembly adopted a resolution by 93 to 18.")
    assert [(one.kind, one.status) for one in found.agreements] == [("treaty", "reached")]
    assert [(one.outcome, one.yes, one.no) for one in found.votes] == [("adopted", 93, 18)]


def test_nothing_where_nothing_is() -> None:
    assert field("Engineers had closed the bridge in March.") is None
