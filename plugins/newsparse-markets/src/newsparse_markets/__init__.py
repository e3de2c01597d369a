"""Adds the field `markets` to articles: companies, prices, moves, deals, results and forecasts, central-bank decisions.

Everything carries the sentence it rests on, and links the article's own organisations, dates and quotations. English.
"""

from __future__ import annotations

import newsparse
from newsparse_markets.companies import bare, find_companies
from newsparse_markets.context import Context, contexts
from newsparse_markets.deals import find_deal
from newsparse_markets.figures import find_figures
from newsparse_markets.model import Company, Deal, Figure, Markets, Move, Price, RateDecision
from newsparse_markets.moves import find_moves
from newsparse_markets.prices import find_prices
from newsparse_markets.rates import find_decisions

__all__ = ["Company", "Deal", "Figure", "Markets", "Move", "Price", "RateDecision", "markets"]

newsparse_api = 1


@newsparse.extractor(Markets)
def markets(article: newsparse.Article) -> Markets | None:
    """Return the markets in `article`; None where it has no listed company, price, move, deal, figure or decision."""
    sentences = list(contexts(article))
    moves = [find_moves(context) for context in sentences]
    field = Markets(
        companies=_companies(sentences),
        prices=tuple(one for context, each in zip(sentences, moves, strict=True) for one in find_prices(context, each)),
        moves=tuple(one for each in moves for one in each),
        deals=tuple(deal for context in sentences if (deal := find_deal(context))),
        figures=tuple(
            one for context, each in zip(sentences, moves, strict=True) for one in find_figures(context, _spans(each))
        ),
        decisions=tuple(one for context in sentences for one in find_decisions(context)),
    )
    return None if field == Markets() else field


def _spans(moves: tuple[Move, ...]) -> frozenset[newsparse.Span]:
    """Where the amounts of moves stand."""
    amounts = {amount.span for move in moves for amount in move.amounts}
    return frozenset(amounts | {move.to for move in moves if move.to})


def _companies(sentences: list[Context]) -> tuple[Company, ...]:
    """Each company once, where it is named with its ticker or else first."""
    found: dict[str, Company] = {}
    for context in sentences:
        for one in find_companies(context):
            key = bare(one.name)
            if key not in found or (one.ticker and not found[key].ticker):
                found[key] = one
    return tuple(sorted(found.values(), key=lambda company: company.span))


@newsparse.hookimpl
def newsparse_extractors() -> list[newsparse.Extractor[Markets]]:
    """Offer the extractor to newsparse."""
    return [markets]
