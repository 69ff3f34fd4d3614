"""Newmark's method written with velocities and accelerations as auxiliary variables.

Source: Newmark, J. Engng. Mech. Div. ASCE 85 (1959) 67.
"""

from __future__ import annotations

from typing import Any

from alces.params import REAL, Param

BETA = Param("beta", REAL, doc="Newmark's beta; 0.25: constant average acceleration", range="beta > 0")
GAMMA = Param("gamma", REAL, doc="Newmark's gamma; 0.5: no numerical damping", range="gamma >= 0")


def acceleration(u: Any, u_old: Any, v_old: Any, a_old: Any, dt: float, beta: float) -> Any:
    """Acceleration at the end of a step from displacements and the state at its start."""
    return ((u - u_old) / (dt * dt) - v_old / dt - a_old * (0.5 - beta)) / beta


def velocity(v_old: Any, a_old: Any, a: Any, dt: float, gamma: float) -> Any:
    """Velocity at the end of a step."""
    return v_old + dt * ((1.0 - gamma) * a_old + gamma * a)
