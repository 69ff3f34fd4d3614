"""Short forms of mechanics."""

from __future__ import annotations

import pytest
from alces.hit import DeckError, parse
from alces.params import declared, validate
from alces_mechanics import alces_objects
from alces_mechanics.actions.pressure_action import PressureAction
from alces_mechanics.actions.quasi_static_action import QuasiStaticAction
from alces_mechanics.actions.stress_divergence_action import StressDivergenceAction

SYSTEMS = ("Kernels", "Materials", "AuxKernels", "BCs")


def expand(cls, text, path):
    """The deck after the action at `path`, with GlobalParams as a builder would use them."""
    deck = parse(text)
    node = deck.find(path)
    values, errors = validate(node, declared(cls).values(), deck.find("GlobalParams"))
    assert not errors, [e.render() for e in errors]
    cls(node.name, values).expand(deck)
    return deck


def check_blocks(deck):
    """Every block that has a type is one that its object accepts."""
    table = {cls.__name__: cls for cls in alces_objects()}
    for system in SYSTEMS:
        for block in deck.find(system).children.values() if deck.find(system) else ():
            if kind := block.get("type"):
                _, errors = validate(block, declared(table[kind]).values())
                assert not errors, [e.render() for e in errors]


QUASI_STATIC = """
[GlobalParams]
  displacements = 'disp_x disp_y'
[]
[Physics/SolidMechanics/QuasiStatic]
  [all]
    %s
  []
[]
"""
WHERE = "Physics/SolidMechanics/QuasiStatic/all"


def test_quasi_static_adds_variables_strain_kernels_and_outputs():
    deck = expand(
        QuasiStaticAction,
        QUASI_STATIC
        % """
        strain = SMALL
        add_variables = true
        eigenstrain_names = 'misfit heat'
        generate_output = 'stress_xy vonmises_stress strain_zz plastic_strain_xx'
        block = 'a b'""",
        WHERE,
    )
    assert list(deck.find("Variables").children) == ["disp_x", "disp_y"]
    assert deck.get("Variables/disp_x/order") == "MESH"
    assert deck.get("Materials/all_strain/type") == "ComputeSmallStrain"
    assert deck.get("Materials/all_strain/eigenstrain_names") == "misfit heat"
    kernels = deck.find("Kernels").children.values()
    assert [(k.get("type"), k.get("variable"), k.get("component"), k.get("block")) for k in kernels] == [
        ("StressDivergenceTensors", "disp_x", "0", "a b"),
        ("StressDivergenceTensors", "disp_y", "1", "a b"),
    ]
    aux = {k.get("variable"): k for k in deck.find("AuxKernels").children.values()}
    assert (aux["stress_xy"].get("index_i"), aux["stress_xy"].get("index_j")) == ("0", "1")
    assert aux["vonmises_stress"].get("scalar_type") == "VonMisesStress"
    assert aux["strain_zz"].get("rank_two_tensor") == "total_strain"
    assert aux["plastic_strain_xx"].get("rank_two_tensor") == "plastic_strain"
    assert deck.get("AuxVariables/stress_xy/family") == "MONOMIAL"
    assert deck.get("AuxVariables/stress_xy/order") == "CONSTANT"
    check_blocks(deck)


@pytest.mark.parametrize(
    ("options", "material"),
    [
        ("incremental = true", "ComputeIncrementalSmallStrain"),
        ("planar_formulation = PLANE_STRAIN", "ComputePlaneSmallStrain"),
        ("planar_formulation = PLANE_STRAIN\nincremental = true", "ComputePlaneIncrementalStrain"),
    ],
)
def test_options_choose_the_strain_material(options, material):
    deck = expand(QuasiStaticAction, QUASI_STATIC % options, WHERE)
    assert deck.get("Materials/all_strain/type") == material
    check_blocks(deck)


def test_plane_stress_needs_a_stress_material_that_knows():
    with pytest.raises(DeckError, match="plane_stress = true"):
        expand(QuasiStaticAction, QUASI_STATIC % "planar_formulation = PLANE_STRESS", WHERE)
    text = (
        QUASI_STATIC % "planar_formulation = PLANE_STRESS"
        + """
    [Materials/s]
      type = ComputeLinearElasticStress
      plane_stress = true
    []"""
    )
    deck = expand(QuasiStaticAction, text, WHERE)
    assert deck.get("Materials/all_strain/type") == "ComputePlaneStressSmallStrain"
    check_blocks(deck)


def test_the_displacement_normal_to_the_plane_is_not_solved_for():
    deck = expand(
        QuasiStaticAction,
        """
        [Modules/TensorMechanics/Master/p]
          displacements = 'disp_x disp_y disp_z'
          planar_formulation = PLANE_STRAIN
          out_of_plane_direction = y
          add_variables = true
        []""",
        "Modules/TensorMechanics/Master/p",
    )
    assert list(deck.find("Variables").children) == ["disp_x", "disp_z"]
    assert [k.get("component") for k in deck.find("Kernels").children.values()] == ["0", "2"]


def test_prefix_reaches_strain_kernels_and_outputs():
    deck = expand(
        QuasiStaticAction, QUASI_STATIC % "base_name = metal\ngenerate_output = hydrostatic_stress", WHERE
    )
    assert deck.get("Materials/all_strain/base_name") == "metal"
    assert deck.get("AuxKernels/all_metal_hydrostatic_stress/rank_two_tensor") == "metal_stress"
    assert deck.find("AuxVariables/metal_hydrostatic_stress")


def test_second_order_meshes_get_second_order_displacements():
    text = "[Mesh]\n type = GeneratedMesh\n elem_type = QUAD9\n[]\n" + QUASI_STATIC % "add_variables = true"
    assert expand(QuasiStaticAction, text, WHERE).get("Variables/disp_y/order") == "MESH"


def test_orders_and_families_of_outputs_can_differ():
    deck = expand(
        QuasiStaticAction,
        QUASI_STATIC
        % """generate_output = 'stress_xx stress_yy'
        material_output_order = 'CONSTANT FIRST'
        material_output_family = 'MONOMIAL LAGRANGE'""",
        WHERE,
    )
    assert deck.get("AuxVariables/stress_yy/order") == "FIRST"
    assert deck.get("AuxVariables/stress_yy/family") == "LAGRANGE"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("strain = FINITE", "FINITE is not supported"),
        ("generate_output = vonmises_stres", "unknown output 'vonmises_stres'.*vonmises_stress"),
        ("use_displaced_mesh = true\nvolumetric_locking_correction = true", "is for the mesh at rest"),
        ("eigenstrain_names = a\nautomatic_eigenstrain_names = true", "does not go with automatic"),
        ("planar_formulation = PLANE_STRESS\nincremental = true", "total strain only"),
        ("out_of_plane_strain = ezz", "PLANE_STRAIN only"),
        (
            "generate_output = 'stress_xx stress_yy stress_zz'\nmaterial_output_order = 'FIRST FIRST'",
            "one entry",
        ),
    ],
)
def test_what_is_not_supported_is_refused_with_its_place(options, message):
    with pytest.raises(DeckError, match=message) as caught:
        expand(QuasiStaticAction, QUASI_STATIC % options, WHERE)
    assert caught.value.location is not None


def test_an_output_kernel_of_the_same_name_in_the_deck_is_not_overwritten():
    text = QUASI_STATIC % "" + "[Materials/all_strain]\n type = ComputeSmallStrain\n[]"
    with pytest.raises(DeckError, match="has one already"):
        expand(QuasiStaticAction, text, WHERE)


def test_kernels_tensor_mechanics_adds_one_kernel_for_each_displacement():
    deck = expand(
        StressDivergenceAction,
        "[Kernels/TensorMechanics]\n displacements = 'u v w'\n[]",
        "Kernels/TensorMechanics",
    )
    added = [k for k in deck.find("Kernels").children.values() if k.get("type")]
    assert [(k.get("variable"), k.get("component")) for k in added] == [("u", "0"), ("v", "1"), ("w", "2")]
    check_blocks(deck)


def test_pressure_adds_one_condition_for_each_displacement():
    deck = expand(
        PressureAction,
        """
        [BCs/Pressure/side]
          displacements = 'u v'
          boundary = 'left top'
          function = 'sin(t)'
          factor = 1e9
        []""",
        "BCs/Pressure/side",
    )
    added = [b for b in deck.find("BCs").children.values() if b.get("type")]
    assert [(b.get("variable"), b.get("component")) for b in added] == [("u", "0"), ("v", "1")]
    assert added[0].get("boundary") == "left top"
    assert (added[0].get("function"), float(added[0].get("factor"))) == ("sin(t)", 1e9)
    check_blocks(deck)
