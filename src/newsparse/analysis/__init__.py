"""Building blocks that domain plugins share: places, amounts, officials, modality. Called on demand; no parse pays for them."""

from newsparse.analysis.modality import Modality, Status, find_status
from newsparse.analysis.officials import Official, find_officials
from newsparse.analysis.passages import Finding, Passage, passages, whole_words, word_table
from newsparse.analysis.places import Place, country_name, find_places
from newsparse.analysis.quantities import Quantity, find_quantities

__all__ = [
    "Finding",
    "Modality",
    "Official",
    "Passage",
    "Place",
    "Quantity",
    "Status",
    "country_name",
    "find_officials",
    "find_places",
    "find_quantities",
    "find_status",
    "passages",
    "whole_words",
    "word_table",
]
