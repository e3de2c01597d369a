"""How far a deal or a decision has come: what is said of its act in its clause."""

from __future__ import annotations

from functools import cache
from typing import cast

from newsparse.analysis import Modality
from newsparse_markets.context import Context
from newsparse_markets.words import Index, phrases


@cache
def _lists(where: str) -> Index:
    return phrases("status", where)


def status_of(context: Context, first: int, act: int, last: int, end: int, *, usual: Modality = "held") -> Modality:
    """The modality of an act at the tokens `act` to `last`, by the words from `first` up to it, and by those up to `end`.

    What is nearest before the act decides among the plain ones: `agreed to consider buying` is proposed; that something was
    called off or refused counts wherever it is said. `usual` is what the act by itself is.
    """
    after = {hit.label for hit in context.scan(_lists("after")) if last <= hit.first < end}
    before = [hit for hit in context.scan(_lists("before")) if first <= hit.first and hit.last <= act]
    labels = {hit.label for hit in before} | after
    strong = next((one for one in ("cancelled", "denied") if one in labels), None)
    if strong is not None:
        return cast("Modality", strong)
    for hit in reversed(before):
        # `to` says little beside others: `is in talks to buy`, `voted on Friday to cut`.
        if context.words(hit.first, hit.last) != ("to",) or len(before) == 1:
            proposed = hit.label == "planned" and any(one.label == "proposed" for one in before)
            return "proposed" if proposed else cast("Modality", hit.label)
    return next((one for one in ("proposed", "planned") if one in after), usual)
