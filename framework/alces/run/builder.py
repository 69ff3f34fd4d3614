"""From the deck tree to objects; every mistake of the deck is collected before stopping."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alces.assembly import Model
from alces.dofs import DofMap, Space, Variable, cellwise_space, hermite_space
from alces.hit import DeckError, DeckErrors, Node, did_you_mean
from alces.mesh import Mesh
from alces.params import BOOLEAN, VARIABLE, Values, declared, validate
from alces.physics import IntegratedBC, NodalBC, Object
from alces.ranks import Ranks
from alces.registry import ObjectTable
from alces.run.actions import expand_actions
from alces.run.coverage import check_coverage
from alces.run.distribute import distributed_mesh
from alces.run.geometry import coordinates, displacements, order_of
from alces.run.periodic import check_periodic, merged_nodes
from alces.run.property_outputs import add_property_outputs
from alces.run.references import check_references, mesh_hint
from alces.run.systems import (
    DEBUG_PARAMS,
    INTEGRATOR_OPTIONS,
    INTEGRATOR_PARAMS,
    INTEGRATORS,
    OBJECT_SYSTEMS,
    ORDERS,
    PERIODIC_PARAMS,
    PREDICTOR_PARAMS,
    PREDICTOR_SKIPS,
    PROBLEM_PARAMS,
    QUADRATURE_ORDERS,
    QUADRATURE_PARAMS,
    SETTINGS_SYSTEMS,
    UNSUPPORTED,
    VARIABLE_PARAMS,
)


class Builder:
    """Builds the objects of one deck.

    Args:
        deck: resolved deck tree; actions are expanded in it.
        table: the known types.
        ranks: the processes that build the same deck together, each with its part of the mesh.

    Attributes:
        objects: system -> objects in the order of the deck.
        model: the assembled `Model`.
        whole_mesh: the mesh of all processes together; None on all but the first.
        executioner, time_stepper, preconditioner, outputs: run settings as objects.
        broken: system -> names of blocks with mistakes; short_forms_failed: whether blocks may be missing.
    """

    def __init__(self, deck: Node, table: ObjectTable, ranks: Ranks):
        self.deck, self.table, self.ranks = deck, table, ranks
        self.errors: list[DeckError] = []
        self.broken: dict[str, set[str]] = {system: set() for system in (*OBJECT_SYSTEMS, "Variables")}
        self.objects: dict[str, list[Any]] = {system: [] for system in OBJECT_SYSTEMS}
        self.variables: dict[str, tuple[Variable, Values]] = {}
        self.auxiliaries: dict[str, tuple[Variable, Values]] = {}
        self.outputs: list[Any] = []
        self.time_stepper: Any = None
        self.preconditioner: Any = None
        self.globals = deck.children.get("GlobalParams")
        expand_actions(self)
        self.short_forms_failed = bool(self.errors)
        self.problem = self._settings("Problem", PROBLEM_PARAMS)
        self._top_level()
        mesh, self.whole_mesh = distributed_mesh(self, ranks)
        self._all_variables(mesh)
        for system in OBJECT_SYSTEMS:
            self._objects(system)
        self.shown_in = add_property_outputs(self)
        self.debug = self._settings("Debug", DEBUG_PARAMS)
        self.executioner = self._executioner()
        self._preconditioning()
        self._outputs()
        self.quadrature = self._settings("Executioner/Quadrature", QUADRATURE_PARAMS)
        self.periodic = self._periodic(mesh)
        check_references(self, mesh)
        if self.errors:
            raise DeckErrors(sorted(self.errors, key=_place))
        assert mesh is not None
        self.model = self._model(mesh)
        places = {name: values.location_of() for name, (_, values) in self.variables.items()}
        solved = self.problem.kernel_coverage_check and self.problem.solve
        check_coverage(self.model, places if solved else {})

    # -- helpers used by the other builders --------------------------------------------------------
    def make(
        self, system: str, node: Node, name: str = "", default_type: str = "", extra: Sequence[str] = ()
    ) -> Any:
        """The object of a block, or None after noting what is wrong with it."""
        kind = node.get("type") or default_type
        if not kind:
            others = node.parent.children if node.parent is not None else {}
            hint = did_you_mean(node.name, [name for name in others if name != node.name])
            self.fail(f"missing parameter 'type' in [{node.path}]", node.location, hint)
            return None
        try:
            cls = self.table.find(system, kind)
        except KeyError as error:
            where = node.values["type"].location if "type" in node.values else node.location
            self.fail(str(error.args[0]), where)
            return None
        values, errors = validate(node, declared(cls).values(), self.globals, extra)
        self.errors += errors
        if errors:
            return None
        try:
            return cls(name or node.name, values)
        except DeckError as error:
            self.errors.append(error)
        return None

    def fail(self, message: str, location: Any = None, hint: str = "") -> None:
        """Note a mistake of the deck."""
        self.errors.append(DeckError(message, location, hint))

    # -- stages ------------------------------------------------------------------------------------
    def _top_level(self) -> None:
        known = (*OBJECT_SYSTEMS, *SETTINGS_SYSTEMS)
        for name, node in self.deck.children.items():
            if name in UNSUPPORTED:
                self.fail(f"{UNSUPPORTED[name]} are not supported, but the deck has [{name}]", node.location)
            elif name not in known:
                hint = did_you_mean(name, known) or "allowed: " + ", ".join(known)
                self.fail(f"unknown block [{name}]", node.location, hint)
        for required in ("Mesh", *(("Variables",) if self.problem.solve else ()), "Executioner"):
            if required not in self.deck.children:
                hint = did_you_mean(required, [c for c in self.deck.children if c not in known])
                self.fail(f"the deck has no [{required}] block", self.deck.location, hint)
        for name, value in self.deck.values.items():
            if name not in self.deck.referenced:
                hint = did_you_mean(name, self.deck.referenced)
                self.fail(f"unused parameter '{name}' at the top of the deck", value.key_location,
                          hint or "no ${" + name + "} refers to it")

    def _all_variables(self, mesh: Mesh | None) -> None:
        for system, found in (("Variables", self.variables), ("AuxVariables", self.auxiliaries)):
            block = self.deck.children.get(system)
            for node in block.children.values() if block else ():
                values, errors = validate(node, VARIABLE_PARAMS, self.globals)
                self.errors += errors
                if errors:
                    self.broken["Variables"].add(node.name)
                    continue
                try:
                    VARIABLE.parse(node.name)
                except ValueError as error:
                    self.fail(str(error), node.location)
                if node.name in self.variables:
                    self.fail(f"duplicate variable '{node.name}': it is also in [Variables]", node.location)
                for child in node.children.values():
                    if child.name not in ("InitialCondition",):
                        self.fail(
                            f"unknown block [{child.path}]", child.location, "allowed: InitialCondition"
                        )
                blocks: tuple[int, ...] = ()
                if mesh is not None:
                    blocks = tuple(self._block_id(mesh, name, values) for name in values.block)
                order = order_of(mesh) if values.order == "MESH" else values.order
                family = "MONOMIAL" if order == "CONSTANT" else values.family
                space = self._space(family, order, mesh, values)
                variable = Variable(node.name, space, blocks, values.scaling,
                                    values.long_name, values.unit)
                found[node.name] = (variable, values)

    def _space(self, family: str, order: str, mesh: Mesh | None, values: Values) -> Space:
        if order not in ORDERS[family]:
            self.fail(f"variables of family {family} and order {order} are not supported",
                      values.location_of("order"), f"orders of {family}: {', '.join(ORDERS[family])}")
        elif mesh is not None and order != "CONSTANT" and family != "LAGRANGE":
            try:
                return hermite_space(mesh) if family == "HERMITE" else cellwise_space(mesh, family, order)
            except ValueError as error:
                self.fail(str(error), values.location_of("family"))
        return Space(family, order)

    def _block_id(self, mesh: Mesh, name: str, values: Values) -> int:
        try:
            return mesh.subdomain_id(name)
        except KeyError as error:
            self.fail(str(error.args[0]), values.location_of("block"), mesh_hint(mesh, "block", name))
            return -1

    def _objects(self, system: str) -> None:
        block = self.deck.children.get(system)
        for node in block.children.values() if block else ():
            if system == "BCs" and node.name == "Periodic" and "type" not in node.values:
                continue
            if not self._enabled(node):
                continue
            made = self.make(system, node)
            if made is not None:
                self.objects[system].append(made)
            else:
                self.broken[system].add(node.name)
        if system == "ICs":
            self._inline_conditions()

    def _enabled(self, node: Node) -> bool:
        """MOOSE's switch of every object: ``enable = false`` leaves it out."""
        if "enable" not in node.values:
            return True
        try:
            return BOOLEAN.parse(node.values["enable"].text)
        except ValueError as error:
            self.fail(f"'{node.path}/enable': {error}", node.values["enable"].location)
            return False

    def _inline_conditions(self) -> None:
        """``[Variables/x/InitialCondition]`` and ``initial_condition = value``."""
        for found in (self.variables, self.auxiliaries):
            for name, (_, values) in found.items():
                top = "Variables" if found is self.variables else "AuxVariables"
                node = self.deck.find(f"{top}/{name}")
                child = node.children.get("InitialCondition") if node else None
                if values.initial_condition is not None:
                    child = Node(f"{name}_initial", values.location_of("initial_condition"))  # type: ignore[arg-type]
                    child.set("type", "ConstantIC", child.location)
                    child.set("value", repr(values.initial_condition), child.location)
                if child is not None:
                    child.set("variable", name, child.location)
                    made = self.make("ICs", child)
                    if made is not None:
                        self.objects["ICs"].append(made)

    def _settings(self, system: str, params: Sequence) -> Values:
        node = self.deck.find(system)
        if node is None:  # GlobalParams are for the blocks of the deck: their `order` is no quadrature's
            values, errors = validate(Node(system, self.deck.location), params, None)
        else:
            values, errors = validate(node, params, self.globals)
        self.errors += errors
        return values

    def _inherit_dt(self, executioner: Node, stepper: Node) -> None:
        """A stepper that starts from a `dt` and has none of its own takes the executioner's."""
        if "dt" in executioner.values and "dt" not in stepper.values:
            kind = self.table.classes.get("TimeStepper", {}).get(stepper.get("type") or "")
            if kind is not None and "dt" in declared(kind):
                stepper.set_value("dt", executioner.values["dt"])

    def _executioner(self) -> Any:
        node = self.deck.children.get("Executioner")
        if node is None:
            return None
        for child in node.children.values():
            if child.name == "TimeStepper":
                self._inherit_dt(node, child)
                self.time_stepper = self.make("TimeStepper", child)
            elif child.name == "TimeIntegrator":
                integrator = self._settings("Executioner/TimeIntegrator", INTEGRATOR_PARAMS)
                if "scheme" in node.values:
                    self.fail("'Executioner/scheme' and [Executioner/TimeIntegrator] say the same twice",
                              child.location)
                elif "type" in child.values:
                    node.set("scheme", INTEGRATORS[integrator.type or "ImplicitEuler"], child.location)
                for name, (kind, own) in INTEGRATOR_OPTIONS.items():
                    if name in child.values and integrator.type == kind:
                        node.set_value(own, child.values[name])
                    elif name in child.values:
                        self.fail(f"'{child.path}/{name}' goes with type = {kind}",
                                  child.values[name].location)
            elif child.name == "Predictor":
                predictor = self._settings("Executioner/Predictor", PREDICTOR_PARAMS)
                node.set("predictor", "true", child.location)
                node.set("predictor_scale", repr(predictor.scale or 0.0), child.location)
                for name in PREDICTOR_SKIPS.keys() & child.values:
                    node.set_value(PREDICTOR_SKIPS[name], child.values[name])
            elif child.name != "Quadrature":
                known = ("TimeStepper", "TimeIntegrator", "Predictor", "Quadrature")
                self.fail(f"unknown block [{child.path}]", child.location, did_you_mean(child.name, known))
        made = self.make("Executioner", node)
        if made is not None and self.time_stepper is None and hasattr(made, "default_stepper"):
            self.time_stepper = self.make("TimeStepper", made.default_stepper(node), "TimeStepper")
        return made

    def _preconditioning(self) -> None:
        block = self.deck.children.get("Preconditioning")
        for node in block.children.values() if block else ():
            self.preconditioner = self.make("Preconditioning", node)

    def _outputs(self) -> None:
        from alces.run.outputs import SHORTCUTS, output_nodes

        block = self.deck.children.get("Outputs")
        for node in output_nodes(block, self):
            made = self.make("Outputs", node)
            if made is not None:
                self.outputs.append(made)
        known = {"all", "none", "console", *SHORTCUTS, *(output.name for output in self.outputs)}
        shown = ("Materials", "Postprocessors", "VectorPostprocessors")
        for thing in (thing for system in shown for thing in self.objects[system]):
            for name in thing.p.outputs:
                if name not in known:
                    self.fail(f"[{thing.system}/{thing.name}]: there is no output '{name}'",
                              thing.p.location_of("outputs"), did_you_mean(name, sorted(known)))

    # -- the model ---------------------------------------------------------------------------------
    def _model(self, mesh: Mesh) -> Model:
        unknowns = [v for v, _ in self.variables.values()]
        auxiliaries = [v for v, _ in self.auxiliaries.values()]
        merged = merged_nodes(mesh, self.periodic, [v.name for v in unknowns])
        quadrature = [*unknowns, *(v for v in auxiliaries if not v.space.nodal)]  # as in MOOSE
        degree = max((v.space.degree for v in quadrature), default=0)
        order = QUADRATURE_ORDERS.get(self.quadrature.order, 2 * degree + 1)
        try:
            dofs = DofMap(mesh, unknowns, merged, self.ranks)
            aux = DofMap(mesh, auxiliaries, ranks=self.ranks)
        except ValueError as error:
            raise DeckErrors([DeckError(str(error), self.deck.children["Variables"].location)]) from None
        conditions = self.objects["BCs"]
        return Model(
            mesh, dofs, aux, order, QUADRATURE_ORDERS.get(self.quadrature.side_order, order),
            coordinates=coordinates(self.problem, self.deck.children["Mesh"], mesh),
            displacements=displacements(self),
            ranks=self.ranks,
            kernels=self.objects["Kernels"],
            integrated_bcs=[c for c in conditions if isinstance(c, IntegratedBC)],
            nodal_bcs=[c for c in conditions if isinstance(c, NodalBC)],
            dirac_kernels=self.objects["DiracKernels"],
            materials=self.objects["Materials"],
            functions=_by_name(self.objects["Functions"]),
            user_objects=_by_name(self.objects["UserObjects"]),
            initial_conditions=self.objects["ICs"],
            aux_kernels=self.objects["AuxKernels"],
            postprocessors=_by_name(self.objects["Postprocessors"]),
            vector_postprocessors=_by_name(self.objects["VectorPostprocessors"]),
        )

    def _periodic(self, mesh: Mesh | None) -> list[Values]:
        block = self.deck.find("BCs/Periodic")
        out = []
        for node in block.children.values() if block else ():
            values, errors = validate(node, PERIODIC_PARAMS, self.globals)
            known = (*self.variables, *self.broken["Variables"])
            self.errors += errors or check_periodic(values, mesh, known)
            out.append(values)
        return out


def _by_name(objects: Sequence[Object]) -> dict[str, Any]:
    return {made.name: made for made in objects}


def _place(error: DeckError) -> tuple:
    where = error.location
    return (where.file, where.line, where.column) if where else ("", 0, 0)
