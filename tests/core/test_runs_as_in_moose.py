"""Decks as they are written for MOOSE: coordinates of [Mesh], labels, predictors, numbers by name."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.hit import DeckErrors

LINE = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 4
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [diffusion]
    type = Diffusion
    variable = u
  []
  [rate]
    type = TimeDerivative
    variable = u
  []
[]
[BCs]
  [left]
    type = DirichletBC
    variable = u
    boundary = left
    value = 0
  []
  [right]
    type = FunctionDirichletBC
    variable = u
    boundary = right
    function = t
  []
[]
[Executioner]
  type = Transient
  num_steps = 4
  dt = 0.5
[]
"""


def with_postprocessors(text, **blocks):
    inner = "".join(f"[{name}]\n{body}\n[]\n" for name, body in blocks.items())
    return text + f"[Postprocessors]\n{inner}[]\n"


@pytest.mark.parametrize("block", ["Mesh", "Problem"])
def test_cylinder_and_sphere_on_a_line(problem, block):
    """Volumes of the unit cylinder (height 1) and of the unit ball; a line of RZ lies along the radius."""
    deck = with_postprocessors(LINE, volume="type = VolumePostprocessor")
    deck += "[Problem]\n solve = false\n[]\n"
    for kind, volume in (("RZ", math.pi), ("RSPHERICAL", 4.0 / 3.0 * math.pi)):
        p = problem(deck, f"{block}/coord_type={kind}", "Executioner/num_steps=1", "Mesh/elem_type=EDGE3",
                    "Variables/u/order=SECOND")
        p.run(write=False)
        assert p.state.postprocessors["volume"] == pytest.approx(volume)


def test_axis_of_rotation_in_the_mesh_block(problem):
    """A 2 x 1 rectangle about its long side and about its short side."""
    deck = with_postprocessors(LINE, volume="type = VolumePostprocessor") + "[Problem]\n solve = false\n[]\n"
    for axis, volume in (("X", 2.0 * math.pi), ("Y", 4.0 * math.pi)):
        p = problem(deck, "Mesh/dim=2", "Mesh/xmax=2", "Mesh/coord_type=RZ", f"Mesh/rz_coord_axis={axis}")
        p.run(write=False)
        assert p.state.postprocessors["volume"] == pytest.approx(volume)


def test_coordinates_given_wrongly(problem):
    with pytest.raises(DeckErrors, match="needs a 1-D or 2-D mesh"):
        problem(LINE, "Mesh/dim=3", "Mesh/coord_type=RZ")
    with pytest.raises(DeckErrors, match=r"stands in \[Mesh\] and in \[Problem\]"):
        problem(LINE + "[Problem]\n coord_type = RZ\n[]\n", "Mesh/coord_type=RZ")


def test_variables_without_kernels_where_nothing_is_solved(problem):
    deck = LINE[: LINE.index("[Kernels]")] + LINE[LINE.index("[BCs]") :]
    with pytest.raises(DeckErrors, match="no kernel acts"):
        problem(deck)
    problem(deck + "[Problem]\n solve = false\n[]\n")


def predicted(problem, skips):
    return problem(LINE.replace(" num_steps = 4", " num_steps = 4\n [Predictor]\n  type = SimplePredictor\n"
                                f"  scale = 1\n  {skips}\n []"))


@pytest.mark.parametrize(
    ("skips", "guessed"),
    [("", [1.0, 1.5, 2.0]), ("skip_times = 1.5", [1.0, 1.0, 2.0]),
     ("skip_times_old = '0.5 1.5'", [0.5, 1.5, 1.5])],
)
def test_steps_without_prediction(problem, monkeypatch, skips, guessed):
    """u at the right end, t: the guesses of steps 2 to 4 are extrapolations, or the old values."""
    p = predicted(problem, skips)
    seen = []
    solve = p.solve

    def watched(guess, averaged):
        seen.append(guess[-1])
        return solve(guess, averaged)

    monkeypatch.setattr(p, "solve", watched)
    p.run(write=False)
    assert seen[1:] == pytest.approx(guessed)


def test_no_prediction_after_a_failed_step(problem):
    executioner = predicted(problem, "skip_after_failed_timestep = true").executioner
    state = type("State", (), {"u_old": numpy.array([3.0]), "t": 1.0})
    executioner.history.u_older, executioner.history.dt_old = numpy.array([1.0]), 1.0
    assert executioner._guess(state, 1.0) == 5.0
    executioner.history.cut = True
    assert executioner._guess(state, 1.0) == 3.0


def test_newmark_without_rates_in_the_first_steps(problem):
    """Without rates the profile is the steady one; after the inactive steps it is not."""
    deck = LINE.replace(" num_steps = 4", " num_steps = {}\n [TimeIntegrator]\n  type = NewmarkBeta\n"
                        "  inactive_tsteps = 2\n []")
    means = []
    for steps in (2, 3):
        p = problem(deck.format(steps))
        p.run(write=False)
        means.append(p.state.u[2] / p.state.u[-1])
    assert means[0] == pytest.approx(0.5)
    assert abs(means[1] - 0.5) > 1e-3


LABEL = """
[AuxVariables]
  [flux]
  []
[]
[AuxKernels]
  [flux]
    type = TagVectorAux
    variable = flux
    v = u
    vector_tag = surface
  []
[]
"""


def test_residual_of_labelled_terms(problem):
    """Convection -10 (200 - u) at the right end of a bar of conductance 10 held at 100: -500 leaves."""
    deck = LINE.replace("type = Diffusion", "type = CoefDiffusion\n coef = 10")
    deck = deck.replace("value = 0", "value = 100").replace("    function = t\n", "")
    deck = deck.replace("type = FunctionDirichletBC", "type = ConvectiveFluxFunction\n coefficient = 10\n"
                        " extra_vector_tags = surface\n T_infinity = 200")
    deck = deck.replace("type = Transient\n  num_steps = 4\n  dt = 0.5", "type = Steady")
    start = deck.index("  [rate]")
    deck = deck[:start] + deck[deck.index("[BCs]") - 3 :]
    deck = with_postprocessors(deck + LABEL, out="type = NodalSum\n variable = flux\n boundary = right",
                               everywhere="type = NodalSum\n variable = flux")
    p = problem(deck)
    p.run(write=False)
    assert p.state.postprocessors["out"] == pytest.approx(-500.0)
    assert p.state.postprocessors["everywhere"] == pytest.approx(-500.0)


def test_labels_that_show_nothing(problem):
    with pytest.raises(DeckErrors, match="no term of 'u' has 'surface'"):
        problem(LINE + LABEL)
    with pytest.raises(DeckErrors, match="prescribes values"):
        problem(LINE.replace("value = 0", "value = 0\n extra_vector_tags = surface") + LABEL)
    with pytest.raises(DeckErrors, match="not of the family"):
        problem(LINE.replace("type = Diffusion", "type = Diffusion\n extra_vector_tags = surface") + LABEL,
                "AuxVariables/flux/family=MONOMIAL", "AuxVariables/flux/order=CONSTANT")


def test_point_and_time_from_postprocessors(problem):
    deck = with_postprocessors(
        LINE,
        when="type = Receiver\n default = 12",
        where="type = FunctionValuePostprocessor\n function = t",
        value="type = FunctionValuePostprocessor\n function = 't + 0.5*x + 3*z'\n time = when\n"
              " point = '-1 0 where'\n execute_on = 'INITIAL TIMESTEP_END'",
    )
    p = problem(deck)
    assert p.state.postprocessors["when"] == 12.0  # before the first step too
    p.run(write=False)
    assert p.state.postprocessors["value"] == pytest.approx(12.0 - 0.5 + 3.0 * 2.0)
    with pytest.raises(DeckErrors, match="1 to 3 coordinates"):
        problem(deck.replace("'-1 0 where'", "'1 2 3 4'"))


def test_value_where_another_variable_is_extreme(problem):
    """x where x (0.8 - x) is largest among the quadrature points: the one nearest to 0.4."""
    aux = "[AuxVariables]\n [x]\n []\n [hill]\n []\n[]\n[ICs]\n" + "".join(
        f" [{name}]\n  type = FunctionIC\n  variable = {name}\n  function = '{f}'\n []\n"
        for name, f in (("x", "x"), ("hill", "x*(0.8 - x)"))
    ) + "[]\n"
    deck = with_postprocessors(
        LINE + aux,
        top="type = ElementExtremeValue\n variable = x\n proxy_variable = hill",
        foot="type = ElementExtremeValue\n variable = x\n proxy_variable = hill\n value_type = min",
    )
    p = problem(deck, "Mesh/nx=20", "Executioner/num_steps=1")
    p.run(write=False)
    gauss = 0.5 / math.sqrt(3.0)
    assert p.state.postprocessors["top"] == pytest.approx(0.4 + (0.5 - gauss) / 20)
    assert p.state.postprocessors["foot"] == pytest.approx(1.0 - (0.5 - gauss) / 20)


def test_time_of_steady_problems(problem, tmp_path):
    """Functions see `time`, 0 unless it is given; what is written at the end alone has time 2."""
    deck = LINE.replace("type = Transient\n  num_steps = 4\n  dt = 0.5", "type = Steady")
    deck = deck[: deck.index("  [rate]")] + deck[deck.index("[BCs]") - 3 :]
    deck = with_postprocessors(deck.replace("function = t", "function = 't + 1'"),
                               end="type = PointValue\n variable = u\n point = '1 0 0'")
    deck += f"[Outputs]\n file_base = {tmp_path}/out\n [csv]\n  type = CSV\n"
    deck += "  execute_on = 'INITIAL FINAL'\n []\n[]\n"
    for time, end in ((0, 1.0), (3, 4.0)):
        p = problem(deck, f"Executioner/time={time}")
        p.run()
        assert p.state.postprocessors["end"] == pytest.approx(end)
    rows = numpy.loadtxt(tmp_path / "out.csv", delimiter=",", skiprows=1)
    assert rows[:, 0].tolist() == [0.0, 2.0]


def test_postprocessor_as_function(problem):
    deck = LINE + "[Functions]\n [f]\n  type = PostprocessorFunction\n  pp = p\n []\n[]\n"
    p = problem(with_postprocessors(deck, p="type = Receiver\n default = 7",
                                    q="type = FunctionValuePostprocessor\n function = f"))
    p.run(write=False)
    assert p.state.postprocessors["q"] == 7.0
