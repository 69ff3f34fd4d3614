"""The report of ``-snes_test_jacobian``."""

import re

import numpy as np
from alces.dofs import Ghosts
from alces.ranks import Ranks
from alces.solve.jacobian_test import differences, report
from scipy import sparse


def f(x):
    return np.array([x[0] ** 3 + x[1], np.sin(x[1])])


def jacobian(x):
    return np.array([[3 * x[0] ** 2, 1.0], [0.0, np.cos(x[1])]])


X = np.array([2.0, 0.5])
ALL = Ghosts(Ranks(), 2)


def numbers(text):
    return [float(n) for n in re.findall(r"= ([\d.e+-]+)", text)]


def test_differences_of_smooth_functions():
    np.testing.assert_allclose(differences(f, X, ALL), jacobian(X), rtol=1e-9, atol=1e-10)


def test_a_right_jacobian():
    ratio, difference = numbers(report(f, sparse.csr_matrix(jacobian(X)), X, ALL))
    assert ratio < 1e-9 and difference < 1e-8


def test_a_wrong_jacobian_is_seen_at_its_size():
    """An error of 5 in one entry: the difference is 5, relative to the wrong matrix's norm."""
    wrong = jacobian(X)
    wrong[0, 1] += 5.0
    ratio, difference = numbers(report(f, sparse.csr_matrix(wrong), X, ALL))
    np.testing.assert_allclose(difference, 5.0, rtol=1e-5)
    np.testing.assert_allclose(ratio, 5.0 / np.linalg.norm(wrong), rtol=1e-5)
