"""The parts that tell the features of speakers: weighed once, they weigh what the features they stand for weigh."""

from __future__ import annotations

import pytest

from newsparse.annotations.quotations import attribution
from newsparse.annotations.quotations.answers import Attribution
from newsparse.annotations.quotations.lexicon import lexicon_of
from newsparse.annotations.quotations.ranking import models_of, score
from newsparse.annotations.quotations.stretches import find_stretches, quoting_blocks
from newsparse.annotations.quotations.telling import TELLERS
from newsparse.languages import load
from newsparse.model import Paragraph, Span

TEXTS = {
    "en": "Ann Lee, who leads the board, met Tom Brook. She rose as he called the plan “a mistake for all”, then “late”.",
    "de": "Ann Lehmann traf den Minister. Den Plan nannte sie am Montag „einen schweren Fehler“, die Zahlen „alt“.",
}


def cases_in(code: str) -> list[attribution.Case]:
    text = TEXTS[code]
    leaf = Paragraph(span=Span(0, len(text)), content=Span(0, len(text)), text=text, rule="test")
    blocks = quoting_blocks((leaf,))
    stretches, _ = find_stretches(text, blocks)
    cases: list[attribution.Case] = []

    def decide(case: attribution.Case) -> Attribution:
        cases.append(case)
        return case.choices[0].attribution

    attribution.attribute(text, blocks, stretches, lexicon_of(load(code)), decide)
    return cases


@pytest.mark.parametrize("code", TEXTS)
def test_parts_weigh_what_their_features_weigh(code: str) -> None:
    models = models_of(code)
    choices = 0
    for case in cases_in(code):
        for choice, found in zip(case.choices, attribution.scores_of(case, models), strict=True):
            assert found == pytest.approx(score(choice.shown, models.speaker))
            choices += 1
    assert choices > 4


@pytest.mark.parametrize("code", TEXTS)
def test_every_part_is_known_and_of_words_and_numbers_alone(code: str) -> None:
    for case in cases_in(code):
        for choice in case.choices:
            for name, *of in choice.parts + choice.forms:
                assert name in TELLERS
                for one in of:
                    assert isinstance(one, (str, int, tuple, type(None)))
