"""Speech or not, once what is reported without marks is known: `accuses them of “waging war”` is inside a report.

A quotation that seemed to be no speech is weighed again if a report encloses it. So is who says it: whoever the report names
is a second witness (`Lee resigned, although she made it clear that she has “no regrets”`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import attrs

from newsparse.annotations.quotations import function_features, function_numbers, ranking
from newsparse.annotations.quotations.answers import Attribution, Choice, Odds, Rival
from newsparse.annotations.quotations.lexicon import CUES, NAMES, Kind, Lexicon
from newsparse.annotations.quotations.ranking import Models
from newsparse.model import Quotation, Span

NEAREST = 3
"""Parts of reports that begin before a quotation and are looked at."""
LONGEST_WORD = 40
"""Code points looked at for the first word of a report."""
CUELESS = frozenset(("near", "none", "clause"))
"""Ways that rest on no reporting word."""


class Reports:
    """The reports of an article, by where their parts begin."""

    def __init__(self, text: str, reports: Sequence[Quotation], lexicon: Lexicon) -> None:
        reports = [one for one in reports if not _is_of_a_thing(text, one, lexicon)]
        self.parts = sorted((part.start, part.end, at) for at, one in enumerate(reports) for part in one.parts)
        self.starts = [start for start, _, _ in self.parts]
        self.reports = reports

    def around(self, content: Span) -> Quotation | None:
        """The report that encloses `content` most closely."""
        last = bisect_right(self.starts, content.start)
        for _, end, at in reversed(self.parts[max(0, last - NEAREST) : last]):
            if end >= content.end:
                return self.reports[at]
        return None


def _is_of_a_thing(text: str, report: Quotation, lexicon: Lexicon) -> bool:
    """`The main aim will be to end “delays”`: an auxiliary right behind the cue shows that the cue is a noun, not a report."""
    begins = report.parts[0].start
    if report.cue is None or not 0 <= begins - report.cue.end <= 1:
        return False
    first = text[begins : begins + LONGEST_WORD].split(maxsplit=1)[:1]
    return bool(first) and lexicon.kinds.get(first[0].lower()) == Kind.AUXILIARY


def settle(
    text: str,
    marked: Sequence[Quotation],
    doubts: Mapping[int, Attribution],
    reports: Sequence[Quotation],
    lexicon: Lexicon,
    models: Models,
) -> tuple[Quotation, ...]:
    """Return the marked quotations; `doubts` are those, by place among them, that `reports` may decide."""
    settled = list(marked)
    told = Reports(text, reports, lexicon)
    for place, by in doubts.items():
        report = told.around(marked[place].content)
        if report is not None:
            settled[place] = _inside(text, marked[place], by, report, lexicon, models)
    return tuple(settled)


def shown_inside(by: Attribution, report: Quotation | None) -> list[str]:
    """Return the features of a quotation that `report` encloses, if any, and that `by` seems to say."""
    # Without a cue, both may only have taken the head of the sentence: that is no second witness.
    told = by.way not in CUELESS
    agreed = bool(told and report and by.source and report.source and by.source.overlaps(report.source))
    return function_features.reported(inside=report is not None, named=bool(report and report.source), agreed=agreed)


def is_speech(odds: Odds, by: Attribution, report: Quotation | None, models: Models) -> bool:
    """Whether a quotation with such odds is speech, if `report` encloses it."""
    if isinstance(odds, tuple):
        inside = function_numbers.reported(inside=report is not None, named=bool(report and report.source))
        return models.forest is None or not models.forest((*odds, *inside))
    return odds + ranking.score(shown_inside(by, report), models.function) <= 0


def _inside(
    text: str, quote: Quotation, by: Attribution, report: Quotation, lexicon: Lexicon, models: Models
) -> Quotation:
    """The quotation as it is inside a report."""
    if by.odds is None or not is_speech(by.odds, by, report, models):
        return quote
    best = _witnessed(text, by, report, lexicon, models)
    way = "handed_on" if best.carried else best.way
    return attrs.evolve(quote, function="speech", source=best.source, cue=best.cue, rule=f"quotation.{way}")


def _witnessed(text: str, by: Attribution, report: Quotation, lexicon: Lexicon, models: Models) -> Attribution:
    """Who says it, once the report has been heard."""
    if report.source is None:
        return by
    best, most = by, float("-inf")
    scores = (*(rival.score for rival in by.rivals), 0.0)
    told = heard(text, [rival.answer for rival in by.rivals], report, lexicon, by.others)
    for score, (answer, shown) in zip(scores, told, strict=False):  # the report's own source may not be among them
        got = score + ranking.score(shown, models.witness)
        if got > most:
            best, most = answer, got
    return best


def in_reach(choices: Sequence[Choice], scores: Sequence[float], models: Models) -> tuple[list[Rival], list[int]]:
    """Return the answers that a report may lift above the best, and where the sources of the others start and end."""
    least = max(scores, default=0.0) - reach(models)
    rivals: list[Rival] = []
    others: list[int] = []
    for choice, score in zip(choices, scores, strict=True):
        one = choice.candidate
        if score >= least:
            answer = choice.attribution
            rivals.append(Rival(score, Attribution(*answer[:-1]) if answer.named else answer))
        elif one is not None:
            others += choice.tokens[one.first].start, choice.tokens[one.last - 1].end
        elif choice.given.source is not None:
            others += choice.given.source
    return rivals, others


@lru_cache(maxsize=16)
def reach(models: Models) -> float:
    """The most that a report can add to an answer, beside one to which it adds least."""
    least, most = [0.0], [0.0]
    for same in ("True", "False"):
        kinds = [models.witness.get(f"w.{same}.{kind}", 0.0) for kind in (*NAMES, "-")]
        plain = models.witness.get("w", 0.0) + models.witness.get(f"w.{same}", 0.0)
        most.append(plain + max(kinds))
        least.append(plain + min(kinds))
    return max(most) - min(least)


Heard = tuple[Attribution, list[str]]


def heard(
    text: str, answers: Sequence[Attribution], report: Quotation, lexicon: Lexicon, others: Sequence[int] = ()
) -> Iterator[Heard]:
    """Yield each answer with the features that `report` adds to its own; none if it names nobody.

    The report's own source comes last, if none of them names it, nor any whose source starts and ends as `others` tell.
    """
    source = report.source
    if source is None:
        return
    kind, known = _cue_kind(text, report, lexicon), False
    for answer in answers:
        shown: list[str] = []
        if answer.source is not None and answer.source.overlaps(source):
            known = True
            same = bool(answer.cue and report.cue and answer.cue.overlaps(report.cue))
            shown = ["w", f"w.{same}", f"w.{same}.{kind}"]
        yield answer, shown
    known = known or any(source.overlaps(Span(*found)) for found in zip(others[::2], others[1::2], strict=True))
    if not known:
        yield Attribution(source, report.cue, "reported", "report"), ["w.new", f"w.new.{kind}"]


def _cue_kind(text: str, report: Quotation, lexicon: Lexicon) -> str:
    """What the words that report are to attribution: verb, participle, noun, or none that it knows."""
    words = report.cue.of(text).lower().split() if report.cue else []
    kinds = [lexicon.kinds.get(word, Kind.LOWER) for word in words]
    return next((NAMES[kind] for kind in kinds if kind in CUES or kind == Kind.NOUN), "-")
