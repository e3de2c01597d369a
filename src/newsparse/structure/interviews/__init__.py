"""Interviews among the blocks: labels, turns, roles and speakers."""

from newsparse.structure.interviews.finding import find_interviews
from newsparse.structure.interviews.plan import InterviewPlan, Interviews, TurnPlan

__all__ = ["InterviewPlan", "Interviews", "TurnPlan", "find_interviews"]
