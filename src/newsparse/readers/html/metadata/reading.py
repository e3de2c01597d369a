"""All that a page says of itself, each value from the surest source that has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsparse.model import Metadata, Sourced
from newsparse.readers.html.metadata.authors import find_authors, outlet_names
from newsparse.readers.html.metadata.cleaning import clean
from newsparse.readers.html.metadata.dates import find_dates
from newsparse.readers.html.metadata.evidence import Evidence, gather
from newsparse.readers.html.metadata.json_ld import first_text, texts_of
from newsparse.readers.html.metadata.lenient_json import Json
from newsparse.readers.html.metadata.names import folded
from newsparse.readers.html.metadata.sections import find_section
from newsparse.readers.html.metadata.sites import find_site
from newsparse.readers.html.metadata.surroundings import look_around
from newsparse.readers.html.metadata.titles import find_title

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


def read_metadata(tree: LexborHTMLParser, html: str, url: str | None) -> Metadata:
    """Return what the page says of itself; `html` is its decoded source, `tree` that source parsed, unchanged."""
    evidence = gather(tree, url)
    site = find_site(evidence, html)
    outlets = outlet_names(evidence)
    title, heading = find_title(evidence, outlets | ({folded(site.value)} if site else set()))
    if site and site.value not in evidence.meta.get("author", ()):  # a site may bear its author's name
        outlets |= {folded(site.value)}
    around = look_around(evidence, heading)
    dates = find_dates(evidence, around, html)
    return Metadata(
        title=title,
        alternative_headline=_property(evidence, ("alternativeHeadline",), ()),
        description=_property(
            evidence, ("description",), ("og:description", "description", "twitter:description", "dc.description")
        ),
        authors=find_authors(evidence, around, outlets, title.value if title else "", html),
        date_published=dates.published,
        date_modified=dates.modified,
        section=find_section(evidence, around, outlets, title.value if title else "", html),
        keywords=_keywords(evidence),
        language=_language(evidence),
        site_name=site,
        url=_address(evidence),
        image=_image(evidence),
        type=_property(evidence, ("@type",), ("og:type",)),
    )


def _property(evidence: Evidence, keys: tuple[str, ...], names: tuple[str, ...]) -> Sourced[str] | None:
    """A property of the JSON-LD article, or else a `<meta>`, or microdata."""
    for node in (*evidence.graph.articles, *evidence.graph.works):
        if text := first_text(node, *keys):
            return Sourced(value=text, source="json-ld")
    if found := evidence.first(*names):
        return Sourced(value=found[1], source="opengraph" if found[0].startswith("og:") else "meta")
    text = next(_marked(evidence, keys), "")
    return Sourced(value=text, source="microdata") if text else None


def _marked(evidence: Evidence, keys: tuple[str, ...]) -> Iterator[str]:
    """What elements of the page have as a property of microdata or RDFa."""
    wanted = {key.lower() for key in keys}
    for one in evidence.marked if wanted else ():
        if one.properties and any(name.rpartition(":")[2] in wanted for name in one.properties.split()):
            value = clean(one.attributes.get("content") or one.attributes.get("src"))
            if text := value or one.text() or clean(one.attributes.get("href")):
                yield text


_IMAGES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "parsely-image-url")


def _image(evidence: Evidence) -> Sourced[str] | None:
    """The address of the picture that stands for the article."""
    graph = evidence.graph
    found = _property(evidence, (), _IMAGES)
    if found is None:
        addresses = (_image_of(node, graph.by_id) for node in (*graph.articles, *graph.works, *graph.pages))
        address = next(filter(None, addresses), "")
        found = Sourced(value=address, source="json-ld") if address else None
    if found is None and (address := next(_marked(evidence, ("image", "thumbnailUrl")), "")):
        found = Sourced(value=address, source="microdata")
    try:
        return None if found is None else Sourced(value=urljoin(evidence.url, found.value), source=found.source)
    except ValueError:
        return None


def _image_of(node: dict[str, Json], by_id: dict[str, dict[str, Json]]) -> str:
    """The address of an image, which may be text, an object, a reference to one, or several of them."""
    image = node.get("image") or node.get("thumbnailUrl")
    image = image[0] if isinstance(image, list) and image else image
    if isinstance(image, dict) and isinstance(identity := image.get("@id"), str) and "url" not in image:
        image = by_id.get(identity, image)
    return clean(image.get("url") or image.get("contentUrl")) if isinstance(image, dict) else clean(image)


def _keywords(evidence: Evidence) -> Sourced[tuple[str, ...]] | None:
    for source, texts in (
        ("json-ld", [text for node in evidence.graph.articles for text in texts_of(node.get("keywords"))]),
        ("meta", [text for _, text in evidence.all("article:tag", "news_keywords", "keywords", "parsely-tags")]),
        ("microdata", list(_marked(evidence, ("keywords",)))),
    ):
        words = [part.strip() for text in texts for part in text.split(",")]
        if found := tuple(dict.fromkeys(word for word in words if word)):
            return Sourced(value=found[:100], source=source)
    return None


def _language(evidence: Evidence) -> Sourced[str] | None:
    if evidence.language:
        return Sourced(value=evidence.language, source="html")
    return _property(evidence, ("inLanguage",), ("og:locale", "content-language", "language", "dc.language"))


def _address(evidence: Evidence) -> Sourced[str] | None:
    for source, address in (
        ("canonical", evidence.canonical),
        ("opengraph", (evidence.first("og:url") or ("", ""))[1]),
    ):
        if address:
            try:
                return Sourced(value=urljoin(evidence.url, address), source=source)
            except ValueError:
                continue
    return None
