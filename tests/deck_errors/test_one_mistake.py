"""Each mistake gives one message: its exact place, the line, the nearest right name if there is one."""

from __future__ import annotations

import pytest

# what is changed in the sound deck, the text the caret points at, what the message says
MISTAKES = {
    "unknown type": (
        [("type = MatDiffusion", "type = MatDifusion")],
        "MatDifusion",
        "unknown type 'MatDifusion' in [Kernels]; did you mean 'MatDiffusion'?",
    ),
    "unknown type, nothing near": (
        [("type = MatDiffusion", "type = Xyzzy")],
        "Xyzzy",
        "unknown type 'Xyzzy' in [Kernels]; `alces list Kernels` shows what there is",
    ),
    "type of another block": (
        [("type = MatDiffusion", "type = NeumannBC")],
        "NeumannBC",
        "'NeumannBC' belongs in [BCs]",
    ),
    "misspelt parameter": (
        [("diffusivity = k", "difusivity = k")],
        "difusivity",
        "unused parameter 'Kernels/conduction/difusivity'\n",
        "did you mean 'diffusivity'?",
    ),
    "number expected": (
        [("value = 0", "value = cold")],
        "cold\n  []",
        "'BCs/cold/value': 'cold' is not a number",
    ),
    "not a number": ([("value = 0", "value = nan")], "nan", "'nan' is not a finite number"),
    "integer expected": ([("nx = 4", "nx = 4.5")], "4.5", "'4.5' is not an integer"),
    "infinite integer": ([("nx = 4", "nx = inf")], "inf", "'inf' is not a finite number"),
    "word of a set": (
        [("[T]\n", "[T]\n    family = LAGRANG\n")],
        "LAGRANG\n",
        "'LAGRANG' is not one of: LAGRANGE, MONOMIAL, L2_LAGRANGE, HERMITE; did you mean 'LAGRANGE'?",
    ),
    "out of range": (
        [("dt = 0.1", "dt = -0.1")],
        "-0.1",
        "'Executioner/dt': -0.1 is out of range; it must satisfy dt > 0",
    ),
    "negative number of steps": (
        [("num_steps = 2", "num_steps = -1")],
        "-1",
        "-1 is out of range; it must satisfy num_steps >= 0",
    ),
    "times in the wrong order": ([("num_steps = 2", "end_time = -1")], "-1", "must be after start_time = 0"),
    "missing value": ([("nx = 4", "nx =")], "=\n", "missing value of 'nx'"),
    "empty value": ([("nx = 4", "nx = ''")], "''", "'' is not a number"),
    "empty list": ([("boundary = left", "boundary = ''")], "''", "'BCs/cold/boundary': must not be empty"),
    "missing parameter": (
        [("    boundary = left\n", "")],
        "[cold]",
        "missing required parameter 'BCs/cold/boundary'",
    ),
    "missing type": (
        [("    type = MatDiffusion\n", "")],
        "[conduction]",
        "missing parameter 'type' in [Kernels/conduction]",
    ),
    "missing block": (
        [("[Executioner]\n  type = Transient\n  dt = 0.1\n  num_steps = 2\n[]\n\n", "")],
        "[Mesh]",
        "the deck has no [Executioner] block",
    ),
    "unknown block": (
        [("[Postprocessors]", "[Postprocesors]")],
        "[Postprocesors]",
        "unknown block [Postprocesors]",
        "did you mean 'Postprocessors'?",
    ),
    "unclosed block": (
        [("    value = 0\n  []\n", "    value = 0\n")],
        "[BCs]",
        "block [BCs] is never closed",
    ),
    "unclosed header": ([("[Kernels]", "[Kernels")], "[Kernels\n", "block header '[Kernels' lacks its ']'"),
    "unclosed quote": ([("'k rho'", "'k rho")], "'k rho", "quote ' is never closed"),
    "bad expression": (
        [("'x + 2*t'", "'x + 2*(t'")],
        "'\n  []\n[]\n\n[Materials]",
        "expected ')' to close the '(' at character 7",
    ),
    "foreign character": (
        [("'x + 2*t'", "'x + 2*t ? 1'")],
        "? 1",
        "unexpected character '?' in an expression",
    ),
    "unknown function in an expression": (
        [("'x + 2*t'", "'x + sine(t)'")],
        "sine(t)",
        "unknown function 'sine'; did you mean 'sin",
    ),
    "unknown name in an expression": (
        [("'x + 2*t'", "'x + 2*temp'")],
        "temp'",
        "unknown in the formula: 'temp'",
        "known: x, y, z, t",
    ),
    "bad expression instead of a function": (
        [("function = ramp", "function = 'x +* 2'")],
        "* 2'",
        "Unable to find function 'x +* 2' for [BCs/hot]; nor is it an expression: expected a number",
    ),
    "unknown name in an expression instead of a function": (
        [("function = ramp", "function = 'sin(x) + ramps'")],
        "ramps'",
        "unknown name 'ramps' in the expression for [BCs/hot]",
        "ParsedFunction",
    ),
    "unknown function": (
        [("function = ramp", "function = rmap")],
        "rmap",
        "Unable to find function 'rmap'",
        "did you mean 'ramp'?",
    ),
    "unknown variable": (
        [("variable = T\n    diffusivity", "variable = TT\n    diffusivity")],
        "TT",
        "Unknown variable 'TT' in [Kernels/conduction]",
        "did you mean 'T'?",
    ),
    "unknown variable, nothing near": (
        [("variable = T\n    diffusivity", "variable = c\n    diffusivity")],
        "c\n    diff",
        "Unknown variable 'c' in [Kernels/conduction]",
        "known variables: T",
    ),
    "equation of an auxiliary variable": (
        [
            ("[Functions]", "[AuxVariables]\n  [q]\n  []\n[]\n[Functions]"),
            ("variable = T\n    boundary = left", "variable = q\n    boundary = left"),
        ],
        "q\n    boundary",
        "'q' is in [AuxVariables], but [BCs/cold] needs a variable of [Variables]",
    ),
    "duplicate block": (
        [("  [hot]", "  [cold]")],
        "[cold]\n    type = Func",
        "duplicate block [BCs/cold]: it stands at deck.i:41:3",
    ),
    "duplicate parameter": (
        [("nx = 4", "nx = 4\n  nx = 5")],
        "nx = 5",
        "duplicate parameter 'nx' in [Mesh]: first set at deck.i:4:3",
    ),
    "duplicate variable": (
        [("[Functions]", "[AuxVariables]\n  [T]\n  []\n[]\n[Functions]")],
        "[T]\n  []\n[]\n[Func",
        "duplicate variable 'T': it is also in [Variables]",
    ),
    "wrong vector length": ([("'2 3'", "'2 3 4'")], "'2 3 4'", "has 3 entries, but 'prop_names' needs 2"),
    "impossible boundary": (
        [("boundary = left", "boundary = lefft")],
        "lefft",
        "unknown boundary 'lefft'; the mesh has: bottom (0), right (1), top (2), left (3)",
        "did you mean 'left'?",
    ),
    "impossible block": (
        [("variable = T\n  []\n[]\n\n[Exec", "variable = T\n    block = 7\n  []\n[]\n\n[Exec")],
        "7\n",
        "unknown subdomain '7'; the mesh has: 0",
    ),
    "variable on an impossible block": (
        [("[T]\n", "[T]\n    block = steel\n")],
        "steel\n  []\n[]\n\n[Func",
        "unknown subdomain 'steel'",
    ),
    "unknown property": (
        [("diffusivity = k", "diffusivity = kk")],
        "kk",
        "the material property 'kk' for [Kernels/conduction], parameter 'diffusivity', is provided by no",
        "did you mean 'k'?",
    ),
    "tensor for a scalar": (
        [
            (
                "[steel]",
                "[C]\n    type = GenericConstantRankTwoTensor\n    tensor_name = K\n"
                "    tensor_values = '1 1 1'\n  []\n  [steel]",
            ),
            ("diffusivity = k", "diffusivity = K"),
        ],
        "K\n  []\n[]\n\n[BCs]",
        "the material property 'K' is a tensor, but [Kernels/conduction]",
    ),
    "variable without an equation": (
        [("[T]\n  []\n", "[T]\n  []\n  [c]\n  []\n")],
        "[c]",
        "no kernel acts on the variable 'c'",
    ),
    "missing mesh file": (
        [("type = GeneratedMesh\n  dim = 2\n  nx = 4\n  ny = 4", "type = FileMesh\n  file = none.e")],
        "none.e",
        "there is no mesh file 'none.e'",
    ),
    "missing include": (
        [("[Functions]", "!include none.i\n[Functions]")],
        "!include",
        "no such file: 'none.i'",
    ),
    "circular include": (
        [("[Functions]", "!include deck.i\n[Functions]")],
        "!include",
        "files include each other: deck.i -> deck.i",
    ),
    "unknown substitution": ([("nx = 4", "nx = ${n}")], "${n}", "no parameter 'n'"),
    "unused top-level parameter": (
        [("[Mesh]", "width = 2\n[Mesh]")],
        "width",
        "unused parameter 'width' at the top of the deck",
    ),
    "postprocessors in a circle": (
        [
            (
                "[mean]",
                "[a]\n    type = ScalePostprocessor\n    value = b\n  []\n  [b]\n"
                "    type = ScalePostprocessor\n    value = a\n  []\n  [mean]",
            )
        ],
        "[a]",
        "postprocessors need each other in a circle: a -> b -> a",
    ),
    "point outside the mesh": (
        [("[mean]", "[p]\n    type = PointValue\n    variable = T\n    point = '2 2 0'\n  []\n  [mean]")],
        "'2 2 0'",
        "(2, 2, 0) is outside the mesh",
    ),
    "value that PETSc refuses": (
        [
            (
                "num_steps = 2",
                "num_steps = 2\n  petsc_options_iname = -ksp_type\n  petsc_options_value = gmrees",
            )
        ],
        "gmrees",
        "PETSc does not accept an option: Unable to find requested KSP type gmrees",
    ),
    "names and values of unequal number": (
        [
            (
                "num_steps = 2",
                "num_steps = 2\n  petsc_options_iname = -ksp_type\n  petsc_options_value = 'a b'",
            )
        ],
        "'a b'",
        "1 names but 2 values are given",
    ),
    "unknown time integrator": (
        [("num_steps = 2", "num_steps = 2\n  [TimeIntegrator]\n    type = BFD2\n  []")],
        "BFD2",
        "'BFD2' is not one of: ImplicitEuler, ",
        "did you mean 'BDF2'?",
    ),
    "unknown quadrature order": (
        [("num_steps = 2", "num_steps = 2\n  [Quadrature]\n    order = FORTH\n  []")],
        "FORTH",
        "did you mean 'FOURTH'?",
    ),
    "periodic boundary that is none": (
        [
            (
                "[BCs]\n",
                "[BCs]\n  [Periodic]\n    [all]\n      primary = lef\n      secondary = right\n"
                "      translation = '1 0 0'\n    []\n  []\n",
            )
        ],
        "lef\n",
        "unknown boundary 'lef'",
        "did you mean 'left'?",
    ),
    "misspelt output": (
        [("csv = true", "cvs = true")],
        "cvs",
        "unused parameter 'Outputs/cvs'",
        "did you mean 'csv'?",
    ),
    "output that cannot be written": (
        [("csv = true", "csv = true\n  file_base = deck.i/out")],
        "true\n  file",
        "cannot write 'deck.i/out'",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_message_at_the_right_place(run, mistake: str) -> None:
    changes, place, *words = MISTAKES[mistake]
    answer = run(*changes)
    assert answer.code == 2, answer.messages
    assert len(answer.errors) == 1, answer.messages
    message = answer.errors[0]
    assert message.startswith(f"{answer.place_of(place)}: error: "), message
    for word in words:
        assert word in message + "\n"


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_offending_line_and_a_caret_are_shown(run, mistake: str) -> None:
    changes, place, *_ = MISTAKES[mistake]
    answer = run(*changes)
    line, column = (int(n) for n in answer.place_of(place).split(":")[1:])
    shown = answer.errors[0].splitlines()
    assert shown[1] == f"  {line} | {answer.text.splitlines()[line - 1]}"
    assert shown[2].index("^") - shown[1].index("| ") - 2 == column - 1


def test_the_deck_itself_is_sound(run) -> None:
    assert run().code == 0
