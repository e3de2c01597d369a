"""Conditional logistic regression: which of a case's choices is right, by the features of each.

For corpora of a few hundred cases, where every case should weigh the same however often it comes by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import scipy.sparse
from scipy.optimize import minimize

Case = tuple[Sequence[Sequence[str]], Sequence[int]]
"""The features of each choice, and the places of those that are right."""


def fit(cases: Sequence[Case], penalty: float, least: int) -> dict[str, float]:
    """Return the weights of the features that `least` cases have; `penalty` keeps them small."""
    seen = Counter(feature for shown, _ in cases for feature in {one for choice in shown for one in choice})
    columns = {feature: at for at, feature in enumerate(sorted(one for one, n in seen.items() if n >= least))}
    flat = [
        (case, place in right, choice)
        for case, (shown, right) in enumerate(cases)
        for place, choice in enumerate(shown)
    ]
    held = [(row, columns[one]) for row, (_, _, choice) in enumerate(flat) for one in choice if one in columns]
    rows, places = zip(*held, strict=True)
    matrix = scipy.sparse.csr_matrix((np.ones(len(rows)), (rows, places)), shape=(len(flat), len(columns)))
    of_case = np.array([case for case, _, _ in flat])
    right = np.array([good for _, good, _ in flat])
    starts = np.flatnonzero(np.r_[True, of_case[1:] != of_case[:-1]])

    def odds(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        highest = np.maximum.reduceat(scores, starts)
        powers = np.exp(scores - highest[of_case])
        whole = np.add.reduceat(powers, starts)
        return highest + np.log(whole), powers / whole[of_case]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        whole, share = odds(scores)
        good, share_of_right = odds(np.where(right, scores, -1e9))
        told = (whole - good).sum() + penalty / 2 * (weights @ weights)
        return told, matrix.T @ (share - share_of_right) + penalty * weights

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return {feature: round(float(found[at]), 3) for feature, at in columns.items() if abs(found[at]) >= 0.01}
