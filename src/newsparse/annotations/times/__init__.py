"""Time expressions, and the article's own dates."""

from newsparse.annotations.times.finding import find_times
from newsparse.annotations.times.publication import with_dates

__all__ = ["find_times", "with_dates"]
