"""Which language a text is in."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.languages import detect

SENTENCES = {
    "en": "The harbour office said on Monday that the ferry will not sail before the end of the week.",
    "de": "Das Hafenamt teilte am Montag mit, dass die Fähre nicht vor dem Ende der Woche fährt.",
    "fr": "La capitainerie a annoncé lundi que le bac ne partira pas avant la fin de la semaine.",
    "es": "La oficina del puerto dijo el lunes que el barco no saldrá antes de que acabe la semana.",
    "it": "La capitaneria ha detto lunedì che il traghetto non partirà prima della fine della settimana.",
    "pt": "A capitania disse na segunda-feira que o barco não vai sair antes do fim da semana.",
    "nl": "Het havenkantoor zei maandag dat de veerboot niet voor het einde van de week zal varen.",
    "sv": "Hamnkontoret sade på måndagen att färjan inte kommer att gå före slutet av veckan.",
    "pl": "Kapitanat powiedział w poniedziałek, że prom nie wypłynie przed końcem tygodnia, ale to nie jest pewne.",
    "ru": "Управление порта сообщило в понедельник, что паром не выйдет до конца недели.",
    "el": "Το λιμεναρχείο είπε τη Δευτέρα ότι το πλοίο δεν θα φύγει πριν από το τέλος της εβδομάδας.",
    "ja": "港湾局は月曜日、週末までフェリーは出ないと発表した。",
    "zh": "港务局周一表示,渡轮在周末之前不会开航。",
    "ko": "항만청은 월요일에 배가 주말 전에는 뜨지 않는다고 밝혔다.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_tells_its_language(code):
    assert detect(SENTENCES[code]) == code
    assert newsparse.parse(SENTENCES[code]).language == code


@pytest.mark.parametrize("text", ["", "42", "Zxqv krblt", "Envoys met."])
def test_nothing_is_guessed_where_nothing_tells(text):
    assert newsparse.parse(text).language is None


def test_a_text_too_short_to_name_its_language_is_read_all_the_same():
    article = newsparse.parse("Mr Hale said no. Mr Hale left.")
    assert article.language is None
    assert [person.name for person in article.people] == ["Hale"]
