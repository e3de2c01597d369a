"""Time expressions, and the article's own dates."""

from newsparse.annotations.times.checking import fault_of
from newsparse.annotations.times.finding import find_times
from newsparse.annotations.times.publication import with_dates

__all__ = ["fault_of", "find_times", "with_dates"]
