"""Parameters of MOOSE that many objects take: accepted where nothing depends on them, else refused."""

from __future__ import annotations

import pytest
from alces.hit import DeckErrors

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
[]
[Variables]
  [u]
    type = MooseVariable
    initial_condition = 1
  []
[]
[AuxVariables]
  [v]
  []
[]
[Functions]
  [f]
    type = ParsedFunction
    expression = t
    execute_on = 'INITIAL LINEAR'
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
    lumping = true
    extra_vector_tags = 'reference'
    use_displaced_mesh = false
  []
[]
[BCs]
  [left]
    type = NeumannBC
    variable = u
    boundary = left
    value = 1
    matrix_tags = system
    use_displaced_mesh = false
  []
[]
[Materials]
  [k]
    type = GenericConstantMaterial
    prop_names = k
    prop_values = 1
    constant_on = NONE
    use_displaced_mesh = false
  []
[]
[AuxKernels]
  [v]
    type = ConstantAux
    variable = v
    value = 7
    check_boundary_restricted = false
    execute_on = TIMESTEP_END
  []
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = u
    execution_order_group = 2
    force_postaux = true
  []
  [largest]
    type = NodalExtremeValue
    variable = v
    unique_node_execute = true
  []
  [cells]
    type = NumElems
    elem_filter = TOTAL
  []
[]
[Problem]
  type = FEProblem
  skip_nl_system_check = true
  extra_tag_vectors = reference
[]
[Debug]
  show_functors = true
[]
[Executioner]
  type = Transient
  num_steps = 1
  [TimeStepper]
    type = ConstantDT
    dt = 1
    reset_dt = true
  []
[]
[Outputs]
  print_mesh_changed_info = true
  perf_graph_live = false
  [console]
    type = Console
    fit_mode = AUTO
    max_rows = 3
    all_variable_norms = true
  []
[]
"""


def test_accepted(problem):
    data = problem(DECK).run(write=False)
    assert float(data["mean"][-1]) == pytest.approx(2.0)
    assert float(data.largest[-1]) == 7.0


def test_none_means_never(problem):
    assert float(problem(DECK, "AuxKernels/v/execute_on=NONE").run(write=False).largest[-1]) == 0.0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("Kernels/rate/use_displaced_mesh=true", "true is not supported: this object knows the undisplaced"),
        ("BCs/left/use_displaced_mesh=true", "true is not supported"),
        ("Materials/k/use_displaced_mesh=true", "true is not supported"),
        ("AuxKernels/v/use_displaced_mesh=true", "true is not supported"),
        ("Postprocessors/mean/use_displaced_mesh=true", "true is not supported"),
        ("Postprocessors/mean/force_preaux=true", "true is not supported"),
        ("Materials/k/constant_on=ELEMENT", "not one of: NONE"),
        ("Variables/u/type=MooseVariableFVReal", "not one of: MooseVariable"),
        ("Problem/type=ReferenceResidualProblem", "not one of: FEProblem"),
        ("Outputs/console/output_file=true", "true is not supported"),
    ],
)
def test_refused(problem, change, message):
    with pytest.raises(DeckErrors, match=message):
        problem(DECK, change)
