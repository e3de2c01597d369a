"""The article's own date: headers as outlets and scrapers leave them, in five languages."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

import newsparse

BODY = {
    "en": "The council of Marlow met and decided that the old bridge is to be closed to lorries while the river is high.",
    "de": "Der Rat der Stadt hat beschlossen, dass die alte Brücke für Lastwagen gesperrt wird, solange der Fluss hoch ist.",
    "es": "El consejo de la ciudad decidió que el puente viejo se cierra para los camiones mientras el río siga tan alto.",
    "fr": "Le conseil de la ville a décidé que le vieux pont sera fermé aux camions tant que la rivière est si haute.",
    "it": "Il consiglio della città ha deciso che il vecchio ponte resta chiuso ai camion finché il fiume è così alto.",
}
EST = timezone(timedelta(hours=-5))
EDT = timezone(timedelta(hours=-4))
INDIA = timezone(timedelta(hours=5, minutes=30))
DAY = date(2024, 5, 3)
NEXT = date(2024, 5, 4)


def at(hour: int, minute: int, zone: timezone | None = None, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)


HEADERS = [
    # language, header, published, its source, modified
    ("en", "Published: 3 May 2024", DAY, "label", None),
    ("en", "Published: May 3, 2024, 5:30 p.m. EDT", at(17, 30, EDT), "label", None),
    ("en", "Published May 3, 2024 | Updated May 4, 2024", DAY, "label", NEXT),
    (
        "en",
        "Published 3 May 2024, 10:15 BST; Last updated 4 May 2024, 08:00 BST",
        at(10, 15),
        "label",
        at(8, 0, None, NEXT),
    ),
    ("en", "Updated: May 4, 2024", None, None, NEXT),
    ("en", "First published on Fri 3 May 2024 07.00 BST", at(7, 0), "label", None),
    ("en", "Posted on Friday, May 3rd, 2024 at 5:30 PM", at(17, 30), "label", None),
    ("en", "POSTED: 05/03/2024 05:30 PM EDT\nUPDATED: 05/13/2024 08:00 AM EDT", DAY, "label", date(2024, 5, 13)),
    ("en", "Date: 2024-05-03T17:30:00+05:30", at(17, 30, INDIA), "label", None),
    ("en", "Date:\nMay 3, 2024", DAY, None, None),
    ("en", "By Emma Hartley | May 3, 2024", DAY, "byline", None),
    ("en", "By Emma Hartley, Staff Writer\nMay 3, 2024", DAY, None, None),
    (
        "en",
        "By Emma Hartley\nPublished 5:30 PM EST, Fri February 2, 2024",
        at(17, 30, EST, date(2024, 2, 2)),
        "label",
        None,
    ),
    ("en", "Friday, 3 May 2024", DAY, "date-line", None),
    ("en", "May 3, 2024 5:30 pm", at(17, 30), "date-line", None),
    ("en", "MARLOW, May 3, 2024 (Wire) — The council met.", DAY, "dateline", None),
    ("en", "Corrected May 4, 2024: An earlier version named the wrong river.", None, None, NEXT),
    (
        "en",
        "A reader wrote on May 3, 2024 that the bridge had been shaking for a while, and nobody replied.",
        None,
        None,
        None,
    ),
    ("en", "Published: soon", None, None, None),
    ("en", "Published: 30 February 2024", None, None, None),
    ("en", "Published: 03/04/2024", None, None, None),
    ("de", "Veröffentlicht am 3. Mai 2024", DAY, "label", None),
    ("de", "Veröffentlicht: 03.05.2024, 17:30 Uhr", at(17, 30), "label", None),
    ("de", "Stand: 04.05.2024, 08:00 Uhr", None, None, at(8, 0, None, NEXT)),
    ("de", "Erstellt am 3. Mai 2024 - Aktualisiert am 4. Mai 2024", DAY, "label", NEXT),
    ("de", "03.05.2024, 17.30 Uhr", at(17, 30), "date-line", None),
    ("de", "Von Jonas Vik, 3. Mai 2024", DAY, "byline", None),
    ("de", "Freitag, 3. Mai 2024", DAY, "date-line", None),
    ("es", "Publicado el 3 de mayo de 2024", DAY, "label", None),
    ("es", "Actualizado: 4 de mayo de 2024", None, None, NEXT),
    ("es", "3 de mayo de 2024", DAY, "date-line", None),
    ("es", "Fecha de publicación: 03/05/2024", DAY, "label", None),
    ("es", "Publicado: 3 de mayo de 2024 | Última actualización: 4 de mayo de 2024", DAY, "label", NEXT),
    ("fr", "Publié le 3 mai 2024", DAY, "label", None),
    ("fr", "Publié le 03/05/2024 à 17h30, mis à jour le 04/05/2024 à 8h00", at(17, 30), "label", at(8, 0, None, NEXT)),
    ("fr", "Par Claire Morel, le 3 mai 2024", DAY, "byline", None),
    ("fr", "Mis à jour le 4 mai 2024", None, None, NEXT),
    ("it", "Pubblicato il 3 maggio 2024", DAY, "label", None),
    ("it", "3 maggio 2024", DAY, "date-line", None),
    ("it", "Pubblicato il 3 maggio 2024 - Ultimo aggiornamento 4 maggio 2024", DAY, "label", NEXT),
    ("it", "Di Marta Conti, 3 maggio 2024", DAY, "byline", None),
]


def day_of(found):
    return found.value.date() if isinstance(found.value, datetime) else found.value


@pytest.mark.parametrize(("language", "header", "published", "source", "modified"), HEADERS)
def test_a_header_dates_the_article(language, header, published, source, modified) -> None:
    article = newsparse.parse(f"Old bridge closed\n\n{header}\n\n{BODY[language]}\n\n{BODY[language]}")
    metadata = article.metadata
    for wanted, found in ((published, metadata.date_published), (modified, metadata.date_modified)):
        if wanted is None:
            assert found is None
            continue
        assert found is not None
        if isinstance(wanted, datetime):
            assert isinstance(found.value, datetime)
            assert found.value.replace(tzinfo=None) == wanted.replace(tzinfo=None)
            assert wanted.tzinfo is None or found.value == wanted
        else:
            assert day_of(found) == wanted
    if source is not None:
        assert metadata.date_published.source == source
