"""Elements that do not lock: B-bar with one dilatation per cell."""

from __future__ import annotations

from alces.ad import Tensor, identity
from alces.physics import Points


def mean_dilatation(q: Points, t: Tensor) -> Tensor:
    """The tensor with its trace replaced by the mean of it over the cell.

    Applied to the strain and, as the average is its own adjoint, to the stress that the virtual strain meets.
    Source: Hughes, Int. J. Numer. Meth. Engng. 15 (1980) 1413, with the mean dilatation of Nagtegaal, Parks &
    Rice, Comput. Methods Appl. Mech. Engng. 4 (1974) 153.
    """
    trace = t.trace()
    return t + identity * ((q.cell_mean(trace) - trace) * (1.0 / 3.0))
