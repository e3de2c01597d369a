"""Whole reports, written for these tests, and what an analyst would take from each."""

from __future__ import annotations

import newsparse_markets
import pytest
from newsparse_markets import Markets

import newsparse

PARSER = newsparse.Parser(plugins=[newsparse_markets], strict=True, language="en")


def found(text: str) -> list[str]:
    """Every finding on a line of its own, as one would write it down."""
    article = PARSER.parse(f"News of the day\n\n{text}\n")
    field = article.field(Markets) or Markets()

    def words(span: newsparse.Span | None) -> str:
        return span.of(article.text) if span else "-"

    rows = [f"company {one.name} {one.ticker}" for one in field.companies if one.ticker]
    rows += [f"price {words(one.instrument)} {one.value.value:g} {one.value.unit}" for one in field.prices]
    rows += [
        f"move {words(one.instrument)} {one.direction} {one.percent} {one.points} {words(one.to)}"
        for one in field.moves
    ]
    rows += [
        f"deal {one.kind} {one.status} {one.amount.value if one.amount else None} {', '.join(map(words, one.parties))}"
        for one in field.deals
    ]
    rows += [
        f"figure {one.kind} {words(one.who)}: {words(one.measure)} {', '.join(each.text for each in one.amounts)}"
        for one in field.figures
    ]
    rows += [f"rate {words(one.bank)} {one.decision} {one.change} {one.level} {one.status}" for one in field.decisions]
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Volta Motors ASA (OSE: VLTM) reported a 38 percent rise in operating profit in Oslo. Revenue rose 11 percent to "
            "24.3 billion kroner, beating the 23 billion that analysts expected. It expects revenue of 27 billion this year.",
            [
                "company Volta Motors ASA VLTM",
                "figure result Volta Motors ASA: operating profit 38 percent",
                "figure result -: Revenue 11 percent, 24.3 billion kroner",
            ],
            id="results",
        ),
        pytest.param(
            "The Nordic index fell 14.5 points, or 0.5 percent, to 2,775.20, the Small Cap index 1.2 percent and the bank "
            "index 0.3 percent. Halden, which lost a tenth of its value in May, gained 2.3 percent. Shares in Brevik "
            "closed unchanged.",
            [
                "price Nordic index 2775.2 point",
                "move Nordic index down -0.5 -14.5 2,775.20",
                "move Small Cap index down -1.2 None -",
                "move bank index down -0.3 None -",
                "move Halden down -10.0 None -",
                "move Halden up 2.3 None -",
                "move Shares in Brevik unchanged None None -",
            ],
            id="market wrap",
        ),
        pytest.param(
            "Pension fund Northlake is in talks to buy supermarket chain Fennel Plc for 4 billion pounds. Fennel rejected a "
            "3.8 billion pound bid from Harrow Capital in January. Harrow holds 9.8 percent of the company.",
            [
                "deal acquisition proposed 4000000000.0 Pension fund Northlake, supermarket chain Fennel Plc",
                "deal acquisition denied 3800000000.0 Fennel, Harrow Capital",
                "deal stake held None Harrow, company",
            ],
            id="takeover",
        ),
        pytest.param(
            "The Riksbank kept its policy rate at 4 percent, while Hungary's central bank cut its base rate by 100 basis "
            "points to 9 percent. Money markets are pricing in a cut by the Riksbank in June. It "
            "cut its growth forecast to 1 percent.",
            [
                "figure forecast -: growth 1 percent",
                "rate Riksbank held None 4.0 held",
                "rate Hungary's central bank cut -1.0 9.0 held",
                "rate Riksbank cut None None proposed",
            ],
            id="central banks",
        ),
        pytest.param(
            "Three-month copper was up 1.4 percent at $8,927 a ton. Zinc fell 0.4 percent to $2,541 and tin was flat at "
            "$27,900. Brent settled 62 cents lower at $84.80 a barrel. A tonne of cashews costs 900 dollars.",
            [
                "price copper 8927 USD",
                "price Zinc 2541 USD",
                "price tin 27900 USD",
                "price Brent 84.8 USD",
                "price cashews 900 USD",
                "move copper up 1.4 None $8,927",
                "move Zinc down -0.4 None $2,541",
                "move tin unchanged None None $27,900",
                "move Brent down None None $84.80",
            ],
            id="commodities",
        ),
        pytest.param(
            "The euro slipped 0.2 percent to $1.0845. The lira traded at 32.2 to the dollar. Mexico's peso gained 0.4 percent. "
            "The yen slid past 151 per dollar. One dollar bought 7.24 yuan.",
            [
                "price euro 1.0845 USD",
                "price lira 32.2 TRY",
                "price yen 151 JPY",
                "price One dollar 7.24 CNY",
                "move euro down -0.2 None $1.0845",
                "move Mexico's peso up 0.4 None -",
            ],
            id="currencies",
        ),
        pytest.param(
            "Bund yields were up 4 bps at 2.45 percent. The spread over French bonds narrowed by 2 basis points. Kenya sold "
            "$1.5 billion of seven-year bonds.",
            [
                "price Bund yields 2.45 %",
                "move Bund yields up None 4.0 2.45 percent",
                "move spread over French bonds down None -2.0 -",
                "deal offering held 1500000000.0 Kenya",
            ],
            id="bonds",
        ),
        pytest.param(
            "Robot maker Kratt has raised 40 million euros in a Series B round led by Prairie Capital. Kratt lost 12 million "
            "euros last year.",
            [
                "deal investment held 40000000.0 Robot maker Kratt, Prairie Capital",
                "figure result Kratt: lost 12 million euros",
            ],
            id="start-up",
        ),
        pytest.param(
            "Dravo cut its forecast, and its shares tumbled 17 percent. Dravo now expects core earnings of 600 million euros, "
            "down from 780 million euros. A weak outlook sent shares of Corvane down 4 percent.",
            [
                "move shares down -17.0 None -",
                "move shares of Corvane down -4.0 None -",
                "figure forecast Dravo: core earnings 600 million euros",
            ],
            id="profit warning",
        ),
        pytest.param(
            "Lumo NV priced its initial public offering at 26 euros per share, raising 1.56 billion euros. Lumo shares closed "
            "at 33.40 euros, 28 percent above the offer price. Rival Tuktuk shelved its $2 billion flotation.",
            [
                "price Lumo shares 33.4 EUR",
                "move Lumo shares up 28.0 None -",
                "deal offering held 1560000000.0 Lumo NV",
                "deal offering cancelled 2000000000.0 Rival Tuktuk",
            ],
            id="flotation",
        ),
    ],
)
def test_reports(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Labour gained 4 points to 38 percent, a poll showed.",
        "The temperature rose 3 degrees to 31.",
        "Chelford bought the striker from Portel for 60 million euros.",
        "The river rose 40 centimetres overnight.",
        "Senator Ann Lee (D-Ohio) spoke for an hour.",
        "The singer sold her house for $9 million.",
        "The number of visitors rose 12 percent to 4 million.",
    ],
)
def test_news_of_other_things(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name", "ticker", "exchange"),
    [
        ("Volta Motors, Inc. (NASDAQ: VLTM) recalled 4,000 vans.", "Volta Motors, Inc", "VLTM", "NASDAQ"),
        ("Shares of Mirador (MRD.N) sank.", "Mirador", "MRD.N", None),
        ("Chipmaker Lupo Semiconductor hired 40 people.", "Lupo Semiconductor", None, None),
        ("Tokyo-listed Hoshino Electric Co Ltd (7203.T) rose.", "Hoshino Electric Co Ltd", "7203.T", None),
        ("Volta Inc buys Halden's mill.", "Volta Inc", None, None),
        ("Banco do Vale SA closed its branches.", "Banco do Vale SA", None, None),
        ("J.P. Corwin & Co moved to Bergen.", "J.P. Corwin & Co", None, None),
    ],
)
def test_company_names(text: str, name: str, ticker: str | None, exchange: str | None) -> None:
    field = PARSER.parse(f"News of the day\n\n{text}\n").field(Markets)
    assert field is not None
    assert [(one.name, one.ticker, one.exchange) for one in field.companies] == [(name, ticker, exchange)]
