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
        ("Oman's foreign minister is due in Lima on Saturday.", "planned"),
        ("Chile won't join the talks in Lima.", "denied"),
        ("A visit to Manila by the Chilean navy chief has been shelved.", "cancelled"),
        ("The envoy would have met the king on Monday.", "cancelled"),
        ("Reports that the sultan had met the general were “pure fiction”, the court said.", "denied"),
        ("The talks, which are due to begin on Thursday, were announced by the Danish envoy.", "planned"),
        ("Trade negotiators from Chile and Peru are huddled in Lima for a third day.", "ongoing"),
        ("A meeting with the Chadian minister had been pencilled in for May.", "planned"),
        ("The Danish envoy flew to Accra on Sunday.", "held"),
        ("The Kenyan president rang his Ugandan colleague.", "held"),
        ("The widows have asked to see the minister.", "proposed"),
        ("Chile and Peru last talked in 2019.", "held"),
        ("Nothing suggests that Chad intends to engage Niger before May.", "denied"),
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
        "Ashford and Marlow met twice last season.",
        "The plan met with a shrug in Lisbon.",
        "The two rivers meet near Lisbon.",
        "The firm will hold its annual meeting of shareholders in Lisbon.",
        "The president went to hospital in Lisbon.",
        "The champions travel to Lisbon on Saturday.",
    ],
)
def test_no_meeting(text: str) -> None:
    found = field(text)
    assert found is None or not found.meetings


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Omani sultan received the exiled general in Accra.", ["The Omani sultan", "the exiled general"]),
        ("Rebel commanders met the two navies' envoys in Accra.", ["Rebel commanders", "the two navies' envoys"]),
        ("Somalia's president and the Danish envoy met in Accra.", ["Somalia's president", "the Danish envoy"]),
        ("The ministers of Chile and Peru met in Accra.", ["The ministers of Chile", "Peru"]),
    ],
)
def test_parties_as_they_are_named(text: str, parties: list[str]) -> None:
    (meeting,) = field(text).meetings
    assert [one.text for one in meeting.parties] == parties


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The prime ministers of Chile and Peru met in Accra.", "leaders"),
        ("The foreign ministers of Chile and Peru met in Accra.", "ministers"),
        ("Envoys of Chile and Peru met in Accra.", "officials"),
    ],
)
def test_levels(text: str, level: str) -> None:
    assert [one.level for one in field(text).meetings] == [level]


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
