"""Values in cells, at nodes chosen by a proxy, along lines; rates of properties; steps by computing time."""

import alces_core as core
import numpy as np
import pytest
from alces.hit import DeckError
from alces.physics import StepReport
from alces.physics.sample import SamplePoints
from alces_core.aux.material_rate_real_aux import MaterialRateRealAux
from alces_core.postprocessors.elemental_variable_value import ElementalVariableValue
from alces_core.timesteppers.solution_time_adaptive_dt import SolutionTimeAdaptiveDT
from alces_core.vectorpostprocessors.line_value_sampler import LineValueSampler


def test_the_mean_in_a_cell(make):
    pp = make(ElementalVariableValue, variable="u", elementid=1)
    u = np.array([[1.0, 2.0], [3.0, 5.0]])
    q = SamplePoints({"u": {"value": u}}, cell_numbers=np.array([[0], [1]]), dual=False)
    assert pp.finish(pp.integrand(q).ravel()) == 4.0
    nowhere = SamplePoints({"u": {"value": u}}, cell_numbers=np.array([[5], [6]]), dual=False)
    with pytest.raises(DeckError, match="no cell 1"):
        pp.finish(pp.integrand(nowhere).ravel())


def test_a_proxy_chooses_the_node(make):
    fields = {"u": {"value": np.array([[1.0], [2.0]])}, "p": {"value": np.array([[-9.0], [4.0]])}}
    q = SamplePoints(fields, dual=False)
    pp = make(core.NodalExtremeValue, variable="u", proxy_variable="p", value_type="max_abs")
    assert pp.chooser(q).ravel().tolist() == [9.0, 4.0]
    assert make(core.NodalExtremeValue, variable="u").chooser(q) is None


def test_the_rate_of_a_property(make):
    aux = make(MaterialRateRealAux, variable="r", property="p", factor=2, offset=1)
    q = SamplePoints({}, properties={"p": 5.0}, properties_old={"p": 2.0}, dt=0.5)
    assert aux.value(q) == pytest.approx(13.0)
    assert aux.value(SamplePoints({}, properties={"p": 5.0}, dt=0.0)) == 1.0


def test_points_of_a_line(make):
    line = make(
        LineValueSampler, variable="u", start_point="1 1 0", end_point="4 5 0", num_points=3, sort_by="id"
    )
    assert line.points() == [(1.0, 1.0, 0.0), (2.5, 3.0, 0.0), (4.0, 5.0, 0.0)]
    assert line.ids() == [0.0, 2.5, 5.0]
    assert line.columns(SamplePoints({"u": {"value": 7.0}}, dual=False)) == {"u": 7.0}


def report(dt, seconds):
    return StepReport(1, 0.0, dt, 1, 1, False, lambda f, t: 0.0, lambda p: 0.0, seconds)


def test_steps_grow_until_time_gets_dearer(make):
    """Costs per unit of time 2, 1 and then 5, above both: shrink, and for two steps do not turn again."""
    stepper = make(SolutionTimeAdaptiveDT, dt=1.0, percent_change=0.5)
    assert stepper.first(report(0.0, 0.0)) == 1.0
    assert stepper.next(report(1.0, 2.0)) == 1.5
    assert stepper.next(report(1.0, 1.0)) == 1.5
    assert stepper.next(report(1.0, 5.0)) == 0.5
    assert stepper.next(report(1.0, 9.0)) == 0.5
    assert make(SolutionTimeAdaptiveDT, dt=1.0, initial_direction=-1).next(report(1.0, 1.0)) == pytest.approx(
        0.9
    )
