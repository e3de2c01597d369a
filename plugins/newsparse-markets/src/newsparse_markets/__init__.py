"""Adds the field `markets` to articles: companies, prices, moves, deals, results and forecasts, central-bank decisions.

Everything carries the sentence it rests on, and links the article's own organisations, dates and quotations. English.
"""

from __future__ import annotations

import newsparse
from newsparse_markets.business import find_deal, find_decision, find_figure
from newsparse_markets.context import Context, contexts
from newsparse_markets.model import Company, Deal, Figure, Markets, Move, Price, RateDecision
from newsparse_markets.trading import find_companies, find_moves, find_prices

__all__ = ["Company", "Deal", "Figure", "Markets", "Move", "Price", "RateDecision", "markets"]

newsparse_api = 1


@newsparse.extractor(Markets)
def markets(article: newsparse.Article) -> Markets | None:
    """Return the markets in `article`; None where it has no listed company, price, move, deal, figure or decision."""
    sentences = list(contexts(article))
    field = Markets(
        companies=_companies(sentences),
        prices=tuple(one for context in sentences for one in find_prices(context)),
        moves=tuple(one for context in sentences for one in find_moves(context)),
        deals=tuple(deal for context in sentences if (deal := find_deal(context))),
        figures=tuple(figure for context in sentences if (figure := find_figure(context))),
        decisions=tuple(decision for context in sentences if (decision := find_decision(context))),
    )
    return None if field == Markets() else field


def _companies(sentences: list[Context]) -> tuple[Company, ...]:
    """Each company once, where it is named with its ticker or else first."""
    found: dict[str, Company] = {}
    for context in sentences:
        for one in find_companies(context):
            if one.name not in found or (one.ticker and not found[one.name].ticker):
                found[one.name] = one
    return tuple(sorted(found.values(), key=lambda company: company.span))


@newsparse.hookimpl
def newsparse_extractors() -> list[newsparse.Extractor[Markets]]:
    """Offer the extractor to newsparse."""
    return [markets]
