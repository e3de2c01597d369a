"""When it was published and when it was changed, never the one for the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from typing import NamedTuple

import attrs

from newsparse.model import Sourced
from newsparse.readers.address import host_of
from newsparse.readers.html.metadata.evidence import Evidence, Marked
from newsparse.readers.html.metadata.json_ld import first_text
from newsparse.readers.html.metadata.lenient_json import Json
from newsparse.readers.html.metadata.moments import Moment, day_of, find_moments, read_moments
from newsparse.readers.html.metadata.surroundings import Surroundings
from newsparse.readers.html.metadata.vocabulary import vocabulary
from newsparse.readers.html.metadata.words import words

_IN_URL = re.compile(
    r"[/_=-]((?:199|20[0-3])\d)(?:/(0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(0?[1-9]|[12]\d|3[01])(?=[/._?#-]|$)"
    r"|([-_.])(0[1-9]|1[0-2])\4(0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/._?#-]|$))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<=[/=])[A-Za-z]?(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\d{2,}")
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|datum|fecha|published?|pubdate|posted|timestamp|dateline|time|datetime|publication|postdate)"
    r"|dat(?:e|um)(?:$|[\s_-])|article__?info|(?:entry|article|post)-meta|meta-info|byline"
)
_NOT_DATE_CLASS = re.compile(
    r"updated?[\s_-]|modified|update|comment|related|sidebar|widget|teaser|footer|event|birth|upcoming"
)

# `"datePublished":"2021-05-03T…`, also escaped in a string or an attribute
_SCRIPTED = re.compile(
    r"[A-Za-z_]{0,20}(?:\\?\"|&quot;|')?\s{0,3}:\s{0,3}(?:\\?\"|&quot;|')"
    r"(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?|\d{8}(?!\d))"
)
_SCRIPT_STEMS = ("ublished", "ublication", "reatedAt")
_MOST_SCRIPTED = 50
_TITLE_JOINT = re.compile(r"\s[|–—·•-]\s")
_FIRST_YEAR = 1994
"""An unlabelled date before this is not when a page was published, but what it is about: a birthday, say."""


class Dated(NamedTuple):
    """A date and where it was found."""

    source: str
    moment: Moment


@attrs.frozen(kw_only=True)
class Dates:
    """When the article was published and modified, as far as its page says."""

    published: Sourced[date | datetime] | None
    modified: Sourced[date | datetime] | None


def find_dates(evidence: Evidence, around: Surroundings, html: str = "") -> Dates:
    """Return both dates, each from the surest source that has it; `html` is the page's source, for what its scripts say."""
    month_first = _month_first(evidence)
    visible = tuple(_visible(around, month_first=month_first))
    shown = [
        found
        for label, found in visible
        if label == "published" or (not label and found.moment.value.year >= _FIRST_YEAR)
    ]
    said = [found for label, found in visible if label == "said" and found.moment.value.year >= _FIRST_YEAR]
    in_url = _in_url(evidence.url)
    days = list(shown[:1])
    changed = [found for label, found in visible if label == "modified"]
    published = next(
        chain(
            _published(evidence, shown, month_first=month_first),
            _of_meta(evidence, vocabulary().created, month_first=month_first),
            _in_title(evidence, month_first=month_first),
            [in_url] if in_url is not None else (),
            (Dated("updated", found.moment) for found in changed),
            _in_passing(evidence, month_first=month_first),
            said,
            (Dated("updated", found.moment) for found in _modified(evidence, (), month_first=month_first)),
            _anywhere(around, html, evidence.url, month_first=month_first),
        ),
        None,
    )
    if published is not None and (other := _shown_instead(published, evidence, around, shown, month_first=month_first)):
        published = other
    if published is not None and published.moment.swapped is not None:
        days += [in_url] if in_url else []
        days += _elsewhere(evidence, published.moment)
    if published is not None and published.source == "byline":
        published = _with_time(published, evidence, month_first=month_first)
    modified = next(_modified(evidence, changed, month_first=month_first), None)
    return Dates(
        published=None if published is None else _settled(published, days),
        modified=None if modified is None else _settled(modified, []),
    )


def _settled(found: Dated, others: Sequence[Dated]) -> Sourced[date | datetime]:
    """The date as the page's readers see it: `04/03/21` and times of day in UTC read differently elsewhere on the page."""
    value = found.moment.value
    for other in others:
        if found.moment.swapped is not None and day_of(found.moment.swapped) == day_of(other.moment.value):
            return Sourced(value=found.moment.swapped, source=found.source)
    if isinstance(value, datetime) and value.utcoffset() == timedelta(0):
        for other in others:
            day = day_of(other.moment.value)
            # west of Greenwich the day before is plausible until ten, east of it the day after from two
            if day != value.date() and (day - value.date()).days == (
                -1 if value.hour < 10 else 1 if value.hour >= 14 else 0
            ):
                return Sourced(value=day, source=other.source)
    return Sourced(value=value, source=found.source)


def _elsewhere(evidence: Evidence, doubtful: Moment) -> list[Dated]:
    """The other reading of a doubtful date, if the page has it spelled out and not the first one."""
    text = evidence.tree.body.text(separator=" ")[:100_000] if evidence.tree.body else ""
    plain = {day_of(moment.value) for moment in find_moments(text) if moment.swapped is None}
    if doubtful.swapped is None or day_of(doubtful.value) in plain or day_of(doubtful.swapped) not in plain:
        return []
    return [Dated("byline", Moment(doubtful.swapped, 0, 0))]


def _with_time(shown: Dated, evidence: Evidence, *, month_first: bool) -> Dated:
    """The `<time datetime="…">` that a visible date stands for: it knows the time of day and the zone."""
    if isinstance(shown.moment.value, datetime) and shown.moment.value.tzinfo is not None:
        return shown
    for found in _of_times(evidence, month_first=month_first):
        if isinstance(found.moment.value, datetime) and found.moment.value.date() == day_of(shown.moment.value):
            return found
    return shown


def _month_first(evidence: Evidence) -> bool:
    """Whether the page writes April 3 as 4/3, as Americans do."""
    locale = (evidence.language or (evidence.first("og:locale") or ("", ""))[1]).lower().replace("_", "-")
    if not locale.startswith("en"):
        return False
    if len(locale) > 2:
        return locale.endswith(("-us", "-ca", "-ph")) and _ending(evidence.url) not in vocabulary().day_first
    return _ending(evidence.url) not in vocabulary().day_first


def _ending(url: str) -> str:
    return host_of(url).rsplit(".", 1)[-1]


def _published(evidence: Evidence, shown: Sequence[Dated], *, month_first: bool) -> Iterator[Dated]:
    """What markup calls the date of publication, and the dates that stand by the headline."""
    graph = evidence.graph
    yield from _of_nodes(graph.articles, ("datePublished", "dateCreated", "uploadDate"))
    yield from _of_meta(evidence, vocabulary().published, month_first=month_first)
    yield from _of_marked(evidence, "datepublished", month_first=month_first)
    yield from _of_nodes((*graph.works, *graph.pages), ("datePublished", "dateCreated", "uploadDate"))
    yield from _of_marked(evidence, "datecreated", month_first=month_first)
    yield from shown


def _in_passing(evidence: Evidence, *, month_first: bool) -> Iterator[Dated]:
    """Dates of elements that only seem to tell of publication, for pages that say it nowhere."""
    yield from _of_times(evidence, month_first=month_first)
    for one in evidence.dated():
        if (
            one.tag not in ("h1", "h2", "h3", "body", "html")
            and _DATE_CLASS.search(one.names)
            and not _NOT_DATE_CLASS.search(one.names)
        ):
            text = one.text()
            if len(text) < 200:
                for moment in find_moments(text, month_first=month_first):
                    if _label(text[: moment.start]) != "modified":
                        yield Dated("byline", moment)


def _anywhere(around: Surroundings, html: str, url: str, *, month_first: bool) -> Iterator[Dated]:
    """Dates that do not stand near the headline, and those of scripts: for pages that nothing else dates."""
    yield from _far(around.below(), month_first=month_first)
    yield from _opening(around, month_first=month_first)
    yield from _in_scripts(html)
    yield from _in_number(url)
    yield from _far(around.below(), month_first=month_first, changed=True)
    yield from _far(around.lines(), month_first=month_first)


def _shown_instead(
    published: Dated, evidence: Evidence, around: Surroundings, shown: Sequence[Dated], *, month_first: bool
) -> Dated | None:
    """The date below the headline where markup has another that readers see nowhere: that of the entry, or of a move.

    A blog that was moved to another system tells in its markup when that was, and under the headline when it was written.
    """
    if published.source not in ("json-ld", "opengraph", "meta", "microdata") or not shown:
        return None
    day = day_of(published.moment.value)
    first = next(_opening(around, month_first=month_first), None)
    if first is None or day_of(first.moment.value) != day_of(shown[0].moment.value):
        return None
    there = day_of(first.moment.value)
    if abs((there - day).days) <= 1 or (there.year, there.month, there.day) == (day.year, day.day, day.month):
        return None  # the hour of another zone, or 4/3 for March 4
    changes = {day_of(found.moment.value) for found in _modified(evidence, (), month_first=month_first)}
    if there in changes or re.search(rf"{day.year}[/-]?{day.month:02}", evidence.url):
        return None
    seen = (*shown, *_far(around.below(), month_first=month_first))
    return None if any(day_of(found.moment.value) == day for found in seen) else first


def _modified(evidence: Evidence, shown: Sequence[Dated], *, month_first: bool) -> Iterator[Dated]:
    graph = evidence.graph
    yield from _of_nodes((*graph.articles, *graph.works, *graph.pages), ("dateModified",))
    yield from _of_meta(evidence, vocabulary().modified, month_first=month_first)
    yield from _of_marked(evidence, "datemodified", month_first=month_first)
    yield from shown


def _of_nodes(nodes: Iterable[dict[str, Json]], keys: tuple[str, ...]) -> Iterator[Dated]:
    for node in nodes:
        for key in keys:
            for moment in read_moments(first_text(node, key)):
                yield Dated("json-ld", moment)


def _of_meta(evidence: Evidence, names: tuple[str, ...], *, month_first: bool) -> Iterator[Dated]:
    for name, text in evidence.all(*names):
        for moment in read_moments(text, month_first=month_first):
            yield Dated("opengraph" if name.startswith(("og:", "article:")) else "meta", moment)


def _of_marked(evidence: Evidence, name: str, *, month_first: bool) -> Iterator[Dated]:
    for one in evidence.marked:
        if name in one.properties:
            for moment in _moments_of(one, month_first=month_first):
                yield Dated("microdata", moment)


def _of_times(evidence: Evidence, *, month_first: bool) -> Iterator[Dated]:
    """`<time>` elements: those that say they are the publication's first, then in page order."""
    times = [one for one in evidence.marked if one.tag == "time" or "datetime" in one.attributes][:20]
    times = [one for one in times if not _NOT_DATE_CLASS.search(one.names)]
    for one in sorted(times, key=lambda one: "pubdate" not in one.attributes and "publish" not in one.names):
        for moment in _moments_of(one, month_first=month_first):
            yield Dated("time", moment)


def _moments_of(one: Marked, *, month_first: bool) -> Iterator[Moment]:
    """The moments that an element names in an attribute or in its text."""
    for key in ("datetime", "content", "data-datetime", "title"):
        if text := one.attributes.get(key):
            yield from read_moments(text, month_first=month_first)
    yield from read_moments(one.text()[:120], month_first=month_first)


def _visible(around: Surroundings, *, month_first: bool) -> Iterator[tuple[str, Dated]]:
    """The dates of short lines around the headline, each with what its line, or a label before it, says it is.

    A date without a label that stands in or below the running text is `late`: a comment's, or that of the next article.
    """
    long = 0
    before = ""
    below: list[tuple[str, Dated]] = []
    for line in around.after[:16]:
        long += len(line.text) > 100
        if long > 4:
            break
        found = _of_line(line.text, before, month_first=month_first)
        if long < 3:
            yield from found
        else:
            below += [(what or "late", one) for what, one in found]
        before = line.text if len(line.text) < 40 else ""
    for line in around.before[:6]:
        yield from _of_line(line.text, "", month_first=month_first)
    yield from below


def _of_line(text: str, before: str, *, month_first: bool) -> Iterator[tuple[str, Dated]]:
    """The dates of a line; `before` is the line before it, if that is no more than a label."""
    if len(text) > 200:
        return
    at = 0
    for moment in find_moments(text, month_first=month_first):
        if moment.start - at < 60:
            what = _label(text[at : moment.start]) or (_label(before) if moment.start < 3 else "")
            yield what or ("said" if moment.start - at > 30 or len(text) > 120 else ""), Dated("byline", moment)
        at = moment.end


def _opening(around: Surroundings, *, month_first: bool) -> Iterator[Dated]:
    """The date that the running text begins with: `(3.5.2021) The harbour …`, `Press release of 3 May 2021 | …`."""
    for line in around.after[:4]:
        for moment in find_moments(line.text[:90], month_first=month_first):
            recent = moment.value.year >= _FIRST_YEAR
            if moment.start < 35 and recent and _label(line.text[: moment.start]) != "modified":
                yield Dated("byline", moment)


def _far(lines: Sequence[str], *, month_first: bool, changed: bool = False) -> Iterator[Dated]:
    """Dates on lines of their own anywhere in the page: the last resort. `changed` asks for those of changes."""
    before = ""
    for line in lines:
        short = len(line) < 80
        for moment in find_moments(line[: 80 if short else 120], month_first=month_first):
            # a sentence says it in so many words: `This entry was posted on Monday, 3 May 2021 and filed under …`
            label = _label(line[: moment.start], least=0 if short else 9)
            label = label or (_label(before) if moment.start < 3 else "")
            alone = short and (moment.end - moment.start) * 2 > len(line)
            if (label == "modified") is changed and (label or alone):
                yield Dated("updated" if changed else "byline", moment)
        before = line if len(line) < 40 else ""


def _label(before: str, *, least: int = 0) -> str:
    """What the words before a date say of it: `Updated:` or `Published on`; words of `least` letters or more."""
    modified = [match.end() for match in words().modified.finditer(before) if len(match[0]) >= least]
    published = [match.end() for match in words().published.finditer(before) if len(match[0]) >= least]
    if modified and (not published or modified[-1] >= published[-1]):
        return "modified"
    return "published" if published else ""


def _in_scripts(html: str) -> Iterator[Dated]:
    """The first date of publication among the data that the page's scripts work with."""
    for stem in _SCRIPT_STEMS:
        at = -1
        for _ in range(_MOST_SCRIPTED):
            at = html.find(stem, at + 1)
            if at < 0:
                break
            if match := _SCRIPTED.match(html, at + len(stem)):
                for moment in read_moments(match[1]):
                    yield Dated("script", moment)


def _in_title(evidence: Evidence, *, month_first: bool) -> Iterator[Dated]:
    """The date that a page's title ends with, set apart: `Harbour closed | The Paper | 3.5.2021`."""
    last = _TITLE_JOINT.split(evidence.page_title)[-1]
    for moment in find_moments(last, month_first=month_first):
        if moment.start == 0 and moment.end == len(last):
            yield Dated("title", moment)


def _in_number(url: str) -> Iterator[Dated]:
    """The moment that the number of an article in its address begins with: `/A2021050310200001234`."""
    for match in _NUMBER.finditer(url):
        yield from (Dated("url", moment) for moment in read_moments("-".join(match.groups())))


def _in_url(url: str) -> Dated | None:
    """The day in an address: `/2021/05/03/`, `/2021-05-03-`, `-20210503.`."""
    match = _IN_URL.search(url)
    if match is None:
        return None
    year, month, day, _, month2, day2, month3, day3 = match.groups()
    month, day = month or month2 or month3, day or day2 or day3
    number = str(words().months.get(month.lower(), 0)) if month.isalpha() else month
    return next((Dated("url", moment) for moment in read_moments(f"{year}-{number.zfill(2)}-{day.zfill(2)}")), None)
