"""Time integrators: how the rate of change follows from the history."""
from __future__ import annotations

from dataclasses import dataclass

import numpy

SCHEMES = ("implicit-euler", "explicit-euler", "bdf2", "crank-nicolson", "newmark-beta")


@dataclass(frozen=True)
class Rate:
    """``du/dt = slope * u + offset``; with `averaged`, the other terms are summed over old and new time.

    The second derivative, where a scheme has one, is ``second_slope * u + second_offset``.
    """

    slope: float
    offset: numpy.ndarray
    averaged: bool = False
    second_slope: float = 0.0
    second_offset: numpy.ndarray | None = None


def rate(
    scheme: str, dt: float, u_old: numpy.ndarray, dt_old: float = 0.0, u_older: numpy.ndarray | None = None
) -> Rate:
    """The rate that a scheme uses in a step of length `dt`.

    Args:
        scheme: one of `SCHEMES`.
        u_old, u_older: the unknowns at the last two accepted times, `dt_old` apart; without `u_older` (first
            step) BDF2 is implicit Euler.

    Explicit Euler has the rate of implicit Euler: what is explicit says so itself, with ``implicit = false``.
    Crank-Nicolson is written as ``2 (u - u_old)/dt + f(u) + f(u_old) = 0``, as in MOOSE.
    Source: Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, section III.5 (variable-step
    BDF2).
    """
    if scheme == "crank-nicolson":
        return Rate(2.0 / dt, -2.0 / dt * u_old, averaged=True)
    if scheme == "bdf2" and u_older is not None:
        w = dt / dt_old
        slope = (1.0 + 2.0 * w) / (1.0 + w) / dt
        return Rate(slope, -(1.0 + w) / dt * u_old + w * w / (1.0 + w) / dt * u_older)
    return Rate(1.0 / dt, -1.0 / dt * u_old)


def newmark(
    dt: float,
    u_old: numpy.ndarray,
    v_old: numpy.ndarray | float,
    a_old: numpy.ndarray | float,
    beta: float,
    gamma: float,
) -> Rate:
    """Velocity and acceleration at the end of a step by Newmark's method.

    Args:
        v_old, a_old: first and second derivative at its start.
        beta, gamma: 1/4 and 1/2 for constant average acceleration.

    Source: Newmark, J. Engng. Mech. Div. ASCE 85 (1959) 67.
    """
    slope = 1.0 / (beta * dt * dt)
    offset = -slope * u_old - v_old / (beta * dt) - a_old * (0.5 - beta) / beta
    rate_offset = v_old + dt * ((1.0 - gamma) * a_old + gamma * offset)
    return Rate(gamma * dt * slope, rate_offset, False, slope, offset)
