"""Material properties that a deck wants in its results: a material's ``outputs``, ``output_properties``."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.dofs import Space, Variable
from alces.hit import Node, did_you_mean
from alces.params import INTEGERS, NAME, Param, declared, validate
from alces.physics import AuxKernel, Material, Points

_COMPONENTS: dict[str, dict[str, tuple[int, ...]]] = {
    "scalar": {"": ()},
    "vector": {f"_{axis}": (i,) for i, axis in enumerate("xyz")},
    "tensor": {f"_{i}{j}": (i, j) for i in range(3) for j in range(3)},
}
"""Shape -> end of the variable's name -> indices of the component."""


class PropertyOutput(AuxKernel):
    """Cell averages of a component of a property, in an auxiliary variable of its own."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("property", NAME, doc="the property"),
        Param("variable", NAME, doc="the cell variable, named as the property: dF/dc is one"),
        Param("component", INTEGERS, (), doc="indices of the component of a vector or tensor"),
    )

    def value(self, q: Points) -> Any:
        """See `AuxKernel.value`."""
        a = q.property(self.p.property)
        for i in self.p.component[:1]:
            a = a[i] if len(self.p.component) == 1 else a.c[i][self.p.component[1]]
        return a


def add_property_outputs(builder: Any) -> dict[str, tuple[str, ...]]:
    """Add a cell variable for every property (component) that is to be written, on the materials' blocks.

    Returns:
        variable -> names of the outputs that show it.
    """
    shown: dict[str, tuple[str, ...]] = {}
    blocks: dict[str, list[tuple[str, ...]]] = {}
    taken = {*builder.variables, *builder.auxiliaries}
    for material in builder.objects["Materials"]:
        if set(material.p.outputs) <= {"none"}:
            continue
        for name, shape in _chosen(builder, material).items():
            if name in taken:
                builder.fail(f"[Materials/{material.name}]: the property '{name}' cannot be written, because "
                             "there is a variable of that name", material.p.location_of("outputs"))
                continue
            for end in _COMPONENTS.get(shape, {}):
                shown[name + end] = material.p.outputs
            blocks.setdefault(name, []).append(material.p.block)
    for name, parts in blocks.items():
        everywhere = not all(parts)
        _add(builder, name, () if everywhere else tuple(dict.fromkeys(b for part in parts for b in part)))
    return shown


def _chosen(builder: Any, material: Material) -> dict[str, str]:
    """Property -> shape of those that a material's parameters ask for."""
    provided = material.provides()
    wanted = material.p.output_properties
    for name in wanted:
        if name not in provided:
            builder.fail(f"[Materials/{material.name}] does not provide the property '{name}'",
                         material.p.location_of("output_properties"), did_you_mean(name, provided))
    return {name: shape for name, shape in provided.items() if not wanted or name in wanted}


def _add(builder: Any, name: str, blocks: tuple[str, ...]) -> None:
    shape = next(m.provides()[name] for m in builder.objects["Materials"] if name in m.provides())
    for end, component in _COMPONENTS.get(shape, {}).items():
        node = Node(name + end, builder.deck.location)
        for key, text in (
            ("variable", name + end),
            ("property", name),
            ("execute_on", "INITIAL TIMESTEP_END"),
            ("component", " ".join(map(str, component))),
            ("block", " ".join(blocks)),
        ):
            if text:
                node.set(key, text, node.location)
        values, errors = validate(node, declared(PropertyOutput).values())
        assert not errors
        builder.objects["AuxKernels"].append(PropertyOutput(name + end, values))
        variable = Variable(name + end, Space("MONOMIAL", "CONSTANT"), (), 1.0, name + end, "1")
        builder.auxiliaries[variable.name] = (variable, values)
