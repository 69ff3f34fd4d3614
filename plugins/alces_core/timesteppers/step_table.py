"""Step lengths given as a table over time."""
from __future__ import annotations

from alces.physics import Object
from alces_core.functions.table import Table
from alces_core.lists import require_length


def step_table(owner: Object) -> Table | None:
    """The table of an object's `time_t` and `time_dt`; None if it has none."""
    require_length(owner, "time_dt", "time_t")
    if not owner.p.time_t:
        return None
    if min(owner.p.time_dt) <= 0.0:
        raise owner.error("time_dt", "step lengths must be above zero")
    try:
        return Table(owner.p.time_t, owner.p.time_dt)
    except ValueError as error:
        raise owner.error("time_t", str(error)) from None
