"""What newsparse knows of each language: one TOML file a language, and its loader."""

from newsparse.languages.conjugation import cues_of
from newsparse.languages.detection import detect, others
from newsparse.languages.given import GivenNames, given_names
from newsparse.languages.loader import BUILT_IN, Language, built_in, load
from newsparse.languages.patterns import either
from newsparse.languages.zones import offset_of, zones

__all__ = [
    "BUILT_IN",
    "GivenNames",
    "Language",
    "built_in",
    "cues_of",
    "detect",
    "either",
    "given_names",
    "load",
    "offset_of",
    "others",
    "zones",
]
