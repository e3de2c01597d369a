"""The forms that authors and titles come in: JSON-LD's, bylines', and titles with the site and the day."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from newsparse.readers.html.metadata import read_metadata
from newsparse.readers.html.metadata.titles import without_site


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('"By Jane Marlow"', ["Jane Marlow"]),
        ('{"name":"Jane Marlow, Political Editor"}', ["Jane Marlow"]),
        ('{"name":"Jane Marlow (she/her)"}', ["Jane Marlow"]),
        ('{"name":"Jane Marlow/AP"}', ["Jane Marlow", "AP"]),
        ('{"name":"Jane Marlow - The Paper"}', ["Jane Marlow"]),
        ('{"name":["Jane Marlow","Piet de Groot"]}', ["Jane Marlow", "Piet de Groot"]),
        ('{"@type":"Person","givenName":"Jane","familyName":"Marlow"}', ["Jane Marlow"]),
        ('{"@list":[{"name":"Jane Marlow"},{"name":"Omar Said"}]}', ["Jane Marlow", "Omar Said"]),
        ('{"name":"The Paper and AP"}', ["The Paper", "AP"]),
    ],
)
def test_authors_of_json_ld_in_every_form(author, names):
    html = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain","publisher":{"name":"The Paper"},'
        f'"author":{author}}}</script><h1>Rain</h1><p>It rained.'
    )
    found = read_metadata(LexborHTMLParser(html), html, "https://paper.example/rain").authors
    assert found is not None
    assert list(found.value) == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Words: Jane Marlow. Photos: Omar Said", ["Jane Marlow"]),
        ("BY JANE MARLOW AND OMAR SAID", ["JANE MARLOW", "OMAR SAID"]),
        ("Von Anna Weitz, Brüssel", ["Anna Weitz"]),
        ("Politik | 12 Uhr | Autorin: Anna Weitz", ["Anna Weitz"]),
        ("2021-05-03 10:22:11 来源：港口日报 作者：张晓明", ["张晓明"]),
        ("홍길동 기자", ["홍길동"]),
        ("佐藤美咲記者", ["佐藤美咲"]),
        ("Της Μαρίας Παππά", ["Μαρίας Παππά"]),
        ("Jane Marlow on behalf of the harbour", ["Jane Marlow"]),
        ("Jane Marlow Special to the Paper", ["Jane Marlow"]),
        ("Das Interview führte Anna Weitz", ["Anna Weitz"]),
        ("부산=홍길동 기자", ["홍길동"]),
        ("By Jane Marlow For Paper.Example", ["Jane Marlow"]),
        ("Andrew Marlow/Shutterstock", []),
        ("Donna Marlow and Taylor Reed celebrate after a long day at the harbour", []),
        ("Reviewed by: Omar Said", []),
        ("The Harbour Team", []),
        ("TSV Hafen", []),
        # where from, who helped, who else had a hand in it
        ("Jane Marlow in Port Sable", ["Jane Marlow"]),
        ("By Jane Marlow, Harbour Correspondent, and Omar Said in Port Sable", ["Jane Marlow", "Omar Said"]),
        ("Par Maëlle Guénolé (avec AFP)", ["Maëlle Guénolé"]),
        ("Par la rédaction avec AFP", []),
        ("Von Wiebke Lütjens (wl)", ["Wiebke Lütjens"]),
        ("Jane Marlow (now) and Omar Said (earlier)", ["Jane Marlow", "Omar Said"]),
        ("By Jane Marlow. Translated by Omar Said", ["Jane Marlow"]),
        ("Tekst Wietske Hoekema Beeld Jelle van der Ploeg", ["Wietske Hoekema"]),
        ("Autor: Itziar Olabarri. Fotografía: Unai Goñi", ["Itziar Olabarri"]),
        # who asked
        ("Das Gespräch führten Wiebke Lütjens und Jörn Haack", ["Wiebke Lütjens", "Jörn Haack"]),
        ("Entretien réalisé par Maëlle Guénolé", ["Maëlle Guénolé"]),
        ("Entrevista de Itziar Olabarri", ["Itziar Olabarri"]),
        ("Intervista di Ginevra Scarpellini", ["Ginevra Scarpellini"]),
        ("Entrevista de Graça Meirelles", ["Graça Meirelles"]),
        ("Rozmawiała Bożena Wiśniak", ["Bożena Wiśniak"]),
        ("Interview Wietske Hoekema", ["Wietske Hoekema"]),
        # who was sent
        ("Van onze verslaggever Wietske Hoekema", ["Wietske Hoekema"]),
        ("dal nostro inviato Sandro Pini", ["Sandro Pini"]),
        ("De notre correspondante à Port-Sable, Maëlle Guénolé", ["Maëlle Guénolé"]),
    ],
)
def test_bylines_beside_a_date(byline, names):
    html = f"<h1>Rain is coming</h1><p>{byline}<p>3.5.2021<p>{'It rained for days. ' * 9}<p>{'It rained on. ' * 9}"
    found = read_metadata(LexborHTMLParser(html), html, "https://paper.example/rain").authors
    assert list(found.value if found else ()) == names


@pytest.mark.parametrize("when", ["Published 2 hours ago", "Uppdaterad 15.59 | Publicerad 14.14", "May 3, 2021"])
def test_a_name_beside_a_line_that_tells_when(when):
    html = f"<h1>Rain is coming</h1><p>Amanda Reed<p>{when}<p>{'It rained for days. ' * 9}<p>{'It rained on. ' * 9}"
    found = read_metadata(LexborHTMLParser(html), html, "https://paper.example/rain").authors
    assert found is not None
    assert found.value == ("Amanda Reed",)


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Rain is coming – The Paper – 03.05.2021", "Rain is coming"),
        ("«We are closed» says the harbour | The Paper", "«We are closed» says the harbour"),
        ("The new harbour-bureau | The Paper", "The new harbour-bureau"),
        ("The Paper - Rain is coming", "Rain is coming"),
    ],
)
def test_the_site_and_the_day_are_no_part_of_a_title(title, bare):
    assert without_site(title, {"paper"}) == bare


@pytest.mark.parametrize(
    ("below", "names"),
    [
        # a place stands nearer to the date than the author
        ("<p>Inés Lizarraga<br>Puerto Sable<br>4 may 2021", ["Inés Lizarraga"]),
        # microdata tell the name from the office
        (
            "<p itemprop=author itemscope>By <span itemprop=name>Jane Marlow</span>, <span>Marine Editor</span>",
            ["Jane Marlow"],
        ),
        # at the end, in brackets, with the editor
        ("<p>4 May 2021{text}<p>(Reporting by Jane Marlow; Editing by Omar Said)", ["Jane Marlow"]),
        # another article's byline below its own heading
        ("<p>4 May 2021{text}<aside><h3>Gulls win</h3><p>By Omar Said</aside>", []),
        ("<p>4 May 2021{text}<article><h3>Gulls win</h3><p class=byline>Omar Said</p></article>", []),
    ],
)
def test_authors_by_where_they_stand(below, names):
    text = f"<p>{'It rained for days. ' * 19}" * 3
    html = f"<main><h1>Rain is coming</h1>{below.format(text=text)}</main>"
    found = read_metadata(LexborHTMLParser(html), html, "https://paper.example/rain").authors
    assert list(found.value if found else ()) == names


def test_a_catalogue_s_inverted_name():
    html = '<meta name="DC.creator" content="Marlow, Jane"><h1>Rain</h1><p>It rained.'
    found = read_metadata(LexborHTMLParser(html), html, None).authors
    assert found is not None
    assert found.value == ("Jane Marlow",)


def test_the_site_before_a_colon():
    html = (
        "<title>Rust and Rain: The last tram</title><h1><a href=/>Rust and Rain</a></h1>"
        '<h3 class="post-title"><a href="https://rustandrain.example/tram">The last tram</a></h3><p>It left.'
    )
    found = read_metadata(LexborHTMLParser(html), html, "https://rustandrain.example/tram").title
    assert found is not None
    assert found.value == "The last tram"
