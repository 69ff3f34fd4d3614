from __future__ import annotations

import io

import pytest
from alces.output import Console
from alces.output.console import duration


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def played(console):
    console.banner({"title": "dendrite", "unknowns": "72605"})
    console.step_begin(1, 0.001, 0.001)
    console.newton(0, 12.5, {"eta": 12.0, "c": 3.5})
    console.cut(0.001, 0.001, 0.0005, "diverged: line search")
    console.warning("no preconditioner given")
    console.step_end(1, 0.0005, 0.0005, 4, "residual fell", 0.25, 20.0)
    console.finish(["done in 80 s"])
    return console.stream.getvalue()


def test_plain_lines():
    assert played(Console(io.StringIO())).splitlines() == [
        "title     dendrite",
        "unknowns  72605",
        "",
        "  step to time 0.001 failed: diverged: line search; dt 0.001 -> 0.0005",
        "  warning: no preconditioner given",
        "step 1: time = 0.0005, dt = 0.0005, 4 Newton iterations (residual fell), 25.0% done, 1m00s left",
        "done in 80 s",
    ]


def test_verbose_prints_each_newton_iteration_with_the_norm_of_each_field():
    lines = played(Console(io.StringIO(), verbose=True)).splitlines()
    assert "step 1: time = 0.001, dt = 0.001" in lines
    assert "  newton  0  |R| = 1.250000e+01  eta 1.200e+01  c 3.500e+00" in lines


def test_quiet_keeps_cuts_warnings_and_summary():
    assert len(played(Console(io.StringIO(), quiet=True)).splitlines()) == 3


def test_terminal_gets_a_table_with_one_header_and_no_plain_lines():
    console = Console(Terminal())
    for step in range(1, 4):
        console.step_end(step, step * 0.1, 0.1, 3, "converged", step / 3, 1.0 * step)
    lines = console.stream.getvalue().splitlines()
    assert len(lines) == 4 and lines[0].startswith("\033[1m") and "newton" in lines[0]
    assert lines[1].split() == ["1", "0.1", "0.1", "3", "33.3%", "2s"]


def test_time_left_is_unknown_at_the_start():
    console = Console(io.StringIO())
    console.step_end(0, 0.0, 0.1, 1, "converged", 0.0, 1.0)
    assert console.stream.getvalue().endswith("0.0% done, ? left\n")


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0s"), (59.7, "1m00s"), (185, "3m05s"), (7620, "2h07m"), (356400, "4d03h")]
)
def test_duration(seconds, text):
    assert duration(seconds) == text
