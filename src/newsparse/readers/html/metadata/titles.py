"""The headline: what the page's title, its metadata and its visible headings agree on, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsparse.model import Sourced
from newsparse.readers.html.metadata.evidence import Evidence, Marked
from newsparse.readers.html.metadata.json_ld import first_text
from newsparse.readers.html.metadata.moments import find_moments
from newsparse.readers.html.metadata.names import folded

# What stands between headline and site: `Flood closes road - Politics | The Paper`.
_JOINT = re.compile(
    r"\s+[|\-–—·•»«‹›:/~]+\s+|\s*[|｜ㅣ•]\s*|(?<=\w)\s*»\s*|(?<=\w)\s?-\s(?=[A-Z][^-]{1,30}$)|(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])-(?=[^-]{1,20}[|ㅣ｜])|：(?=[^：]{1,20}$)"
)
_ENTRY_CLASS = re.compile(r"(?:entry|post|article|news)[-_]*(?:title|headline)|\bheadline")
_APART = frozenset("|｜ㅣ-–—·•»«:：/~_")
_WORD = re.compile(r"\w+")
_SET_APART = re.compile(r"\s[:：]\s")


@attrs.frozen(kw_only=True)
class Claim:
    """A title that the page's metadata give, as it stands there and without the site."""

    text: str
    bare: str
    source: str


def find_title(evidence: Evidence, outlets: frozenset[str]) -> tuple[Sourced[str] | None, Marked | None]:
    """Return the headline: the visible one where metadata bear it out, else what the metadata agree on.

    The second value is the heading that shows it, or one that says the same in other words.
    """
    named = _json_ld_title(evidence)
    social = evidence.first(
        "og:title", "twitter:title", "parsely-title", "sailthru.title", "headline", "dc.title", "dcterms.title", "title"
    )
    claims = [Claim(text=named, bare=without_site(named, outlets), source="json-ld")] if named else []
    if social:
        source = "opengraph" if social[0] == "og:title" else "meta"
        claims.append(Claim(text=social[1], bare=without_site(social[1], outlets), source=source))
    if page_title := evidence.page_title:
        bare = _behind_colon(page_title, evidence, outlets) or without_site(page_title, outlets)
        claims.append(Claim(text=page_title, bare=bare, source="title"))
    headings: dict[str, Marked] = {}
    for one in evidence.headings:
        if one.tag == "h1" and len(headings) < 20 and (text := one.text()):
            headings.setdefault(text, one)
    heading = _main_heading(tuple(headings), claims, outlets)
    if (not heading or len(claims) < 2) and (found := _part_shown(evidence, claims, heading, outlets)):
        return Sourced(value=found.text(), source="heading"), found
    for claim in claims[:2]:
        if (
            (claim.source != "title" or len(claims) == 1)
            and folded(claim.bare) != folded(heading)
            and (shown := _shown(claim.bare, evidence))
        ):
            # the same words, joined otherwise: `Kicker - Rain is coming` is `Kicker: Rain is coming`
            same = [other.bare for other in claims[:2] if folded(other.bare) == folded(claim.bare)]
            return Sourced(value=same[-1], source="heading"), shown
    if heading:
        kicked = _without_kicker(headings[heading], claims)
        return kicked or _reconciled(heading, claims) or Sourced(value=heading, source="heading"), headings[heading]
    return _agreed(claims), None


def _behind_colon(title: str, evidence: Evidence, outlets: frozenset[str]) -> str:
    """`The Paper: Flood closes road` is `Flood closes road`, unless a heading has it all."""
    lead, colon, rest = title.partition(": ")
    if not colon or len(rest) < 8 or folded(lead) not in outlets:
        return ""
    return "" if any(one.text() == title for one in evidence.headings) else without_site(rest.strip(), outlets)


def _reconciled(heading: str, claims: Sequence[Claim]) -> Sourced[str] | None:
    """What the metadata make of the visible headline, where they know better; None where the heading stands.

    Editors write one headline for the page and one for search engines, and the latter is the one that `<title>` repeats.
    """
    key = folded(heading)
    by_source = {claim.source: claim for claim in claims}
    named = by_source.get("json-ld")
    social = by_source.get("opengraph") or by_source.get("meta")
    title = folded(by_source["title"].bare) if "title" in by_source else ""
    if named and social and folded(named.text) == folded(social.text):
        bare = folded(named.bare)
        if bare != key and (bare.endswith(key) or (bare != title and not bare.startswith(key))):
            return Sourced(value=named.bare, source="json-ld")
    for same in claims:
        if folded(same.bare) == key:  # `Kicker : Rain is coming` is how a page sets what is written `Kicker: Rain …`
            return Sourced(value=same.bare, source="heading") if _SET_APART.search(heading) else None
    for claim in (social, named):
        bare = folded(claim.bare) if claim else ""
        # The heading has a kicker, a date or a label in it: `Headline: Rain is coming`, `18 Dec Rain is coming`.
        lead = len(key) - len(bare)  # no more than `The` is no kicker
        if claim and len(bare) > 12 and lead > 3 and key.endswith(bare) and (bare != title or lead < 20):
            return Sourced(value=claim.bare, source=claim.source)
    return None


def _without_kicker(heading: Marked, claims: Sequence[Claim]) -> Sourced[str] | None:
    """The second part of a heading of two that metadata have the other way round: `Rain is coming - Weather`."""
    parts = tuple(heading.parts())
    if len(parts) == 2 and any(folded(claim.bare) == folded(parts[1] + parts[0]) for claim in claims):
        return Sourced(value=parts[1], source="heading")
    return None


def _shown(text: str, evidence: Evidence) -> Marked | None:
    """The heading of the page that is `text`, or has it as a part (`<h1><span>Kicker</span> <span>Rain is coming</span></h1>`).

    Pages that optimise for search engines keep an `<h1>` for those and show their readers another heading.
    """
    key = folded(text)
    if len(key) < 12:
        return None
    for one in evidence.headings:
        whole = one.text()
        if text[:4].casefold() not in whole.casefold() or (one.tag != "h1" and _links_away(one, evidence)):
            continue
        if folded(whole) == key or any(folded(part) == key for part in one.parts()):
            return one
    return None


def _links_away(one: Marked, evidence: Evidence) -> bool:
    """Whether a heading is a link, but for the entry's own, which blogs link to itself: those of other articles are."""
    if not one.is_link() or not _ENTRY_CLASS.search(one.names):
        return one.is_link()
    link = one.node.css_first("a[href]")
    href = (link.attributes.get("href") or "") if link is not None else ""
    return len(href) < 2 or href not in (evidence.url, evidence.canonical)


def _part_shown(evidence: Evidence, claims: Sequence[Claim], heading: str, outlets: frozenset[str]) -> Marked | None:
    """The heading that begins or ends a title whose other part is the site: `Rain is coming_Weather_The Paper`.

    It is the longer part, or its class or property says that it is the entry's. It goes before a main heading that is the
    other part, too: many sites set their own name as the page's first heading.
    """
    title = claims[0].text if claims else ""
    if not title or folded(heading) == folded(title) or (heading and not _is_part(heading, title)):
        return None
    for one in evidence.headings:
        text = one.text()
        if len(text) < 8 or text == heading or not _is_part(text, title) or folded(text) in outlets:
            continue
        if one.tag != "h1" and _links_away(one, evidence):
            continue
        entry = _ENTRY_CLASS.search(one.names) or one.attributes.get("itemprop") == "headline"
        if entry or (len(text) >= len(heading) + 12 and len(text) * 2 + 3 >= len(title)):
            return one
    return None


def _is_part(text: str, title: str) -> bool:
    """Whether a title begins or ends with `text`, set apart from the rest."""
    if title.endswith(text):
        return title[: len(title) - len(text)].rstrip()[-1:] in _APART
    return title.startswith(text) and title[len(text) :].lstrip()[:1] in _APART


def _agreed(claims: Sequence[Claim]) -> Sourced[str] | None:
    """The claim that another bears out, else the first."""
    bare = [folded(claim.bare) for claim in claims]
    if len(claims) > 2 and len(bare[0]) > 12 and all(folded(claim.text).startswith(bare[0]) for claim in claims):
        return Sourced(value=claims[0].bare, source=claims[0].source)  # the others add section and site
    for at, claim in enumerate(claims):
        if claim.bare and bare.count(bare[at]) > 1:
            return Sourced(value=claim.bare, source=claim.source)
    first = next((claim for claim in claims if claim.bare), None)
    return None if first is None else Sourced(value=first.bare, source=first.source)


def _json_ld_title(evidence: Evidence) -> str:
    for node in evidence.graph.articles:
        if text := first_text(node, "headline", "name"):
            return text
    return ""


def _main_heading(headings: Sequence[str], claims: Sequence[Claim], outlets: frozenset[str]) -> str:
    """The `<h1>` that shares most words with what the metadata say; none if it names the site or something else."""
    wanted = [(folded(claim.bare), set(_WORD.findall(claim.bare.casefold()))) for claim in claims]
    tails = {folded(tail) for claim in claims for tail in _lesser(_JOINT.split(claim.text))}
    best, best_score = "", 0.0
    for heading in dict.fromkeys(headings[:20]):
        key, words = folded(heading), set(_WORD.findall(heading.casefold()))
        if not key or key in outlets or (key in tails and all(key != one for one, _ in wanted)):
            continue  # the site's or the section's name, which some templates set as a heading
        score = max((_likeness(key, words, one, theirs) for one, theirs in wanted), default=0.5)
        if score > best_score:
            best, best_score = heading, score
    if best_score >= 0.2 or not claims:
        return best
    rest = [
        heading for heading in dict.fromkeys(headings) if folded(heading) and folded(heading) not in outlets | tails
    ]
    return rest[0] if len(rest) == 1 and len(_WORD.findall(rest[0])) >= 4 else ""


def _lesser(parts: Sequence[str]) -> Iterator[str]:
    """The parts of a title that are no longer than its first, and so may be section or site."""
    return (part for part in parts[1:] if len(part) <= len(parts[0]))


def _likeness(key: str, words: set[str], other: str, others: set[str]) -> float:
    """One for equal texts, else the share of common words."""
    if key == other:
        return 1.0
    shared = len(words & others)
    return 0.95 * shared / max(1, len(words | others))


def without_site(title: str, outlets: Iterable[str]) -> str:
    """`Flood closes road - Politics | The Paper` is `Flood closes road`."""
    cuts = [(match.start(), match.end()) for match in _JOINT.finditer(title[:500])]
    if (
        cuts and "«" in title and "»" in title
    ):  # these close what stands between them: `«We are closed» says the harbour`
        cuts = [(start, end) for start, end in cuts if title[start:end].strip() not in "«»"]
    if cuts and _is_day(title[cuts[-1][1] :]):
        title, cuts = title[: cuts[-1][0]], cuts[:-1]
    known = frozenset(outlets)
    end = len(title)
    if cuts and _names_site(title[: cuts[0][0]], known):
        return title[_behind_sections(title, cuts) :].strip() or title
    for start, after in reversed(cuts):
        tail, head = title[after:end], title[:start]
        if folded(tail) in known or any(len(name) > 4 and name in folded(tail) for name in known):
            end = start
            continue
        mark = title[start:after].strip()
        if (end == len(title) and mark in ("|", "｜", "ㅣ", "•", "»") and len(head) >= len(tail)) or (
            (end < len(title) and mark in ("|", "｜", "ㅣ", "»"))
            or (end < len(title) and mark in "-–—" and len(tail.split()) <= 2 and len(head) > 15)
        ):
            end = start
        else:
            break
    return title[:end].strip() or title


def _is_day(text: str) -> bool:
    """Whether `text` is a date and nothing else."""
    return any(moment.start == 0 and moment.end == len(text) for moment in find_moments(text[:40]))


def _names_site(lead: str, known: frozenset[str]) -> bool:
    """Whether a title begins with the site: `The Paper - Politics - Flood closes road`."""
    key = folded(lead)
    return (
        key in known
        or (key.startswith("the") and key[3:] in known)
        or (len(lead.split()) == 2 and any(len(name) > 3 and key.startswith(name) for name in known))
    )


def _behind_sections(title: str, cuts: Sequence[tuple[int, int]]) -> int:
    """Where the headline begins after the site's name and sections of a word or two: the path that led to it."""
    at = cuts[0][1]
    for start, after in cuts[1:]:
        if len(title[at:start].split()) > 2 or len(title) - after < start - at:
            break
        at = after
    return at
