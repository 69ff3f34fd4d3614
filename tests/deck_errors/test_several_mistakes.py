"""All independent mistakes of a deck are reported at once, and one mistake is reported once."""

from __future__ import annotations


def test_mistakes_of_every_kind_are_collected(run) -> None:
    answer = run(
        ("'x + 2*t'", "'x + 2*temp'"),
        ("type = MatDiffusion", "type = MatDifusion"),
        ("value = 0", "value = cold"),
        ("boundary = right", "boundary = rihgt"),
        ("type = ElementAverageValue\n    variable = T", "type = ElementAverageValue\n    variable = TT"),
        ("dt = 0.1", "dt = -1"),
        ("csv = true", "cvs = true"),
        ("ny = 4", "ny = 4\n  nzz = 3"),
    )
    assert answer.code == 2
    assert answer.messages.splitlines()[-1] == "7 errors in the deck"
    places = ["nzz", "temp", "MatDifusion", "cold\n  []", "TT", "-1", "cvs"]
    assert [e.split(": error")[0] for e in answer.errors] == [answer.place_of(p) for p in places]
    # without a mesh nobody knows its boundaries: that mistake comes with the next run
    assert "rihgt" not in answer.messages


def test_names_are_checked_although_other_blocks_are_wrong(run) -> None:
    answer = run(
        ("variable = T\n  []\n  [cond", "variable = TT\n  []\n  [cond"),
        ("diffusivity = k", "difusivity = k"),
        ("boundary = left", "boundary = lefft"),
        ("function = ramp", "function = rampe"),
        ("num_steps", "num_stesp"),
    )
    assert [e.split(": error: ")[1].splitlines()[0] for e in answer.errors] == [
        "Unknown variable 'TT' in [Kernels/rate]",
        "unused parameter 'Kernels/conduction/difusivity'",
        "[BCs/cold]: unknown boundary 'lefft'; the mesh has: bottom (0), right (1), top (2), left (3)",
        "Unable to find function 'rampe' for [BCs/hot]",
        "unused parameter 'Executioner/num_stesp'",
    ]


def test_syntax_errors_are_collected_across_blocks(run) -> None:
    answer = run(("nx = 4", "nx ="), ("type = TimeDerivative", "type TimeDerivative"), ("'k rho'", "'k rho"))
    assert len(answer.errors) == 3, answer.messages


def test_a_wrong_block_is_not_also_missing(run) -> None:
    """Names whose own block has a mistake are known: nobody else complains about them."""
    for change in (
        ("[T]\n", "[T]\n    order = THRID\n"),  # a variable that four blocks use
        ("'x + 2*t'", "'x +'"),  # a function that a condition uses
        ("'2 3'", "'2'"),  # a material whose property a kernel uses
        ("type = ElementAverageValue", "type = ElementAverage"),
    ):
        answer = run(change)
        assert answer.code == 2
        assert len(answer.errors) == 1, answer.messages
