"""Companies, moves, deals and decisions in sentences written for these tests."""

from __future__ import annotations

import newsparse_markets
import pytest
from newsparse_markets import Markets

import newsparse
from newsparse.testing import PluginSuite

PARSER = newsparse.Parser(plugins=[newsparse_markets], strict=True, language="en")


def parse(text: str) -> newsparse.Article:
    return PARSER.parse(f"News of the day\n\n{text}\n")


def field(text: str) -> Markets | None:
    return parse(text).field(Markets)


class TestMarkets(PluginSuite):
    plugin = newsparse_markets


def test_companies() -> None:
    found = field("Volta Motors (NYSE: VLTM) opened a plant with Halden Energy on Monday.").companies
    assert [(one.name, one.ticker, one.exchange) for one in found] == [
        ("Volta Motors", "VLTM", "NYSE"),
        ("Halden Energy", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "instrument", "percent", "points"),
    [
        ("Shares of the brewer rose 3.5 percent on Monday.", "Shares", 3.5, None),
        ("The Nordic index fell 120 points, or 1.2%, to 9,880.", "Nordic index", -1.2, -120),
        ("Copper futures slid by nearly 2%.", "Copper futures", -2.0, None),
    ],
)
def test_moves(text: str, instrument: str, percent: float | None, points: float | None) -> None:
    article = parse(text)
    (move,) = article.field(Markets).moves
    assert move.instrument.of(article.text).startswith(instrument)
    assert (move.percent, move.points) == (percent, points)


def test_a_move_says_where_it_ended() -> None:
    article = parse("The Nordic index fell 120 points, or 1.2%, to 9,880.")
    assert article.field(Markets).moves[0].to.of(article.text) == "9,880"


def test_prices() -> None:
    article = parse("Brent crude settled at $81.20 a barrel. Halden shares closed at $14.")
    found = article.field(Markets).prices
    assert [(one.value.value, one.value.unit) for one in found] == [(81.2, "USD"), (14.0, "USD")]
    assert found[1].instrument.of(article.text) == "Halden shares"


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("Volta agreed to buy Halden for $3.2 billion.", "acquisition", 3.2e9),
        ("Volta took a 20 percent stake in Halden.", "stake", None),
        ("Volta will merge with Halden next year.", "merger", None),
        ("Halden won a contract worth €40 million.", "contract", 4e7),
    ],
)
def test_deals(text: str, kind: str, amount: float | None) -> None:
    (deal,) = field(text).deals
    assert (deal.kind, deal.amount and deal.amount.value) == (kind, amount)


def test_a_deal_names_its_parties() -> None:
    article = parse("Volta agreed to buy Halden for $3.2 billion.")
    assert [one.of(article.text) for one in article.field(Markets).deals[0].parties] == ["Volta", "Halden"]


def test_results_and_forecasts() -> None:
    article = parse("Volta reported a net profit of $12 million. It expects revenue of $90 million this year.")
    found = article.field(Markets).figures
    assert [(one.kind, one.measure.of(article.text), one.amounts[0].value) for one in found] == [
        ("result", "net profit", 12e6),
        ("forecast", "revenue", 90e6),
    ]


@pytest.mark.parametrize(
    ("text", "decision", "change", "level"),
    [
        ("The Bank of England raised its key rate by 25 basis points to 4.5 percent.", "raised", 0.25, 4.5),
        ("The ECB cut interest rates by half a percentage point.", "cut", -0.5, None),
        ("The Riksbank kept its policy rate at 2 percent.", "held", None, 2.0),
    ],
)
def test_decisions(text: str, decision: str, change: float | None, level: float | None) -> None:
    (one,) = field(text).decisions
    assert (one.decision, one.change, one.level) == (decision, change, level)


def test_nothing_where_nothing_is() -> None:
    assert field("The choir sang in the old church until midnight.") is None
