"""Order parameters of a polycrystal, ``gr0, gr1, ...``."""

from __future__ import annotations

from alces.params import COUPLEDS, INTEGER, STRING, Param
from alces.physics import Object

OP_NUM = Param("op_num", INTEGER, 0, doc="number of order parameters", range="op_num >= 0 & op_num <= 1000")
VAR_NAME_BASE = Param("var_name_base", STRING, "", doc="their common name; a number from 0 is appended")
GRAINS = (
    OP_NUM,
    VAR_NAME_BASE,
    Param("v", COUPLEDS, (), doc="the order parameters, instead of the two others"),
)


def grain_names(owner: Object) -> tuple[str, ...]:
    """The order parameters that `v`, or `op_num` and `var_name_base`, name.

    Raises:
        DeckError: there are none.
    """
    names = tuple(getattr(owner.p, "v", ())) or tuple(
        f"{owner.p.var_name_base}{i}" for i in range(owner.p.op_num if owner.p.var_name_base else 0))
    if not names:
        raise owner.error("op_num", "'op_num' and 'var_name_base' must name order parameters")
    return names
