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
        ("Norsk Kobber (OSL: NKO) climbed 12%.", "Norsk Kobber", 12.0, None),
        ("The Oslo exchange closed 1.1% lower at 1,204.", "Oslo exchange", -1.1, None),
        ("A strike lifted nickel 4.4 percent.", "nickel", 4.4, None),
        ("Shares in the mill opened at 44 kroner and closed at 47, a gain of 6.8%.", "Shares", 6.8, None),
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
        ("Halden made a 1.3 billion euro bid for Volta.", "acquisition", 1.3e9),
        ("Halden disposed of two mills for $40 million in cash.", "acquisition", 4e7),
        ("Funds put $45 million into the start-up.", "investment", 4.5e7),
        ("The Nordic Investment Bank will lend Volta 150 million euros.", "loan", 1.5e8),
        ("Volta filed for an IPO of up to $100 million.", "offering", 1e8),
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
        ("The Bank of Canada trimmed its overnight rate to 4.75 percent from 5 percent.", "cut", -0.25, 4.75),
        ("Ghana's central bank delivered a 150-basis-point increase.", "raised", 1.5, None),
        ("Traders had braced for a hike; instead the Bank of Japan stood pat at 0.5 percent.", "held", None, 0.5),
        ("The Riksbank kept its policy rate at 2 percent.", "held", None, 2.0),
    ],
)
def test_decisions(text: str, decision: str, change: float | None, level: float | None) -> None:
    (one,) = field(text).decisions
    assert (one.decision, one.change, one.level) == (decision, change, level)


def test_nothing_where_nothing_is() -> None:
    assert field("The choir sang in the old church until midnight.") is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Riksbank may cut rates in May.", "proposed"),
        ("Traders expect the ECB to leave its deposit rate at 4%.", "planned"),
        ("Norges Bank ruled out a rate cut this year.", "denied"),
    ],
)
def test_the_stage_of_a_decision(text: str, status: str) -> None:
    assert [one.status for one in field(text).decisions] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Volta said it would buy Halden for $3 billion.", "planned"),
        ("Volta is in talks to buy Halden for $3 billion.", "proposed"),
        ("Halden turned down a $3 billion offer from Volta.", "denied"),
        ("Volta and Halden called off their $3 billion merger.", "cancelled"),
        ("Volta bought Halden for $3 billion.", "held"),
    ],
)
def test_the_stage_of_a_deal(text: str, status: str) -> None:
    assert [one.status for one in field(text).deals] == [status]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lima-based Volta Cement Ltd opened a kiln.", ["Volta Cement Ltd"]),
        ("Japan's Halden Group opened a plant.", ["Halden Group"]),
        ("The World Bank lent more to the Bank of Ghana.", []),
    ],
)
def test_names_of_companies(text: str, names: list[str]) -> None:
    found = field(text)
    assert [one.name for one in found.companies] == names if found else not names


def test_exchange_rates() -> None:
    article = parse("The lira touched a record low of 34.2 to the dollar.")
    (price,) = article.field(Markets).prices
    assert (price.instrument.of(article.text), price.value.value, price.value.unit) == ("lira", 34.2, "TRY")


@pytest.mark.parametrize(
    "text",
    [
        "The opposition gained 2.1 points in exit polls.",
        "The board turned down 620 requests.",
        "He lost 4 percent of the vote.",
    ],
)
def test_no_move(text: str) -> None:
    found = field(text)
    assert found is None or not found.moves
