"""Mistakes in what the command line changes are placed in the argument."""

from __future__ import annotations

import pytest

WIDTH = ("[Mesh]", "width = 2\n[Mesh]\n  xmax = ${width}")


@pytest.mark.parametrize(
    ("argument", "column", "message", "hint"),
    [
        ("widht=1", 1, "unused parameter 'widht' at the top of the deck", "did you mean 'width'?"),
        ("Kernels/conduction/type=Foo", 25, "unknown type 'Foo' in [Kernels]", ""),
        (
            "Kernels/conductoin/diffusivity=2",
            1,
            "missing parameter 'type' in [Kernels/conductoin]",
            "did you mean 'conduction'?",
        ),
        ("Executioner/dtt=1", 1, "unused parameter 'Executioner/dtt'", "did you mean 'dt'?"),
        ("Executioner/dt=-1", 16, "'Executioner/dt': -1 is out of range", "expected: number"),
        ("Executioner/dt=", 16, "'Executioner/dt': '' is not a number", "expected: number"),
        ("Functions/ramp/expression='x + * t'", 32, "expected a number, a name or '(', found '*'", ""),
        ("Executoiner/dt=1", 1, "unknown block [Executoiner]", "did you mean 'Executioner'?"),
    ],
)
def test_placed_in_the_argument(run, argument: str, column: int, message: str, hint: str) -> None:
    answer = run(WIDTH, arguments=[argument])
    assert answer.code == 2
    assert len(answer.errors) == 1, answer.messages
    found = answer.errors[0].splitlines()
    assert found[0].startswith(f"<command line>:1:{column}: error: ")
    assert message in found[0]
    assert found[1] == f"  1 | {argument}"
    assert hint in found[-1]


def test_mistakes_of_deck_and_command_line_together(run) -> None:
    answer = run(("value = 0", "value = cold"), arguments=["Executioner/dt=-1"])
    assert len(answer.errors) == 2


def test_word_without_meaning(run) -> None:
    answer = run(arguments=["Executioner/dt"])
    assert answer.code == 2
    assert "'Executioner/dt' is neither an option nor path/to/parameter=value" in answer.messages


def test_override_in_quotes(run, tmp_path) -> None:
    assert run(arguments=["Functions/ramp/expression='3 + 0*x'", "Executioner/num_steps=1"]).code == 0
    header, start, end = (tmp_path / "deck_out.csv").read_text().splitlines()
    assert (header, start) == ("time,mean", "0,0")
    assert end.startswith("0.1,")
