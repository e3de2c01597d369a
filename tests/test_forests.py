"""Forests: an answer that is told from some of the trees is the answer that all of them give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsparse.forests import Tree, above, compiled

COLUMNS = 3
figures = st.integers(-4, 4).map(lambda number: number / 2)
trees: st.SearchStrategy[Tree] = st.recursive(
    figures,
    lambda below: st.tuples(st.integers(0, COLUMNS - 1), figures, below, below),
    max_leaves=6,
)


@given(st.lists(trees, max_size=12), figures, st.lists(st.tuples(figures, figures, figures), max_size=4))
def test_some_trees_give_the_answer_of_all(
    forest: list[Tree], limit: float, rows: list[tuple[float, float, float]]
) -> None:
    is_above, total = above(forest, limit), compiled(forest)
    for row in rows:
        assert is_above(row) == (total(*row) > limit)
