"""What newsparse knows of each language: one TOML file a language, and its loader."""

from newsparse.languages.detection import detect
from newsparse.languages.loader import BUILT_IN, Language, built_in, given_name_lists, load

__all__ = ["BUILT_IN", "Language", "built_in", "detect", "given_name_lists", "load"]
