from __future__ import annotations

import pytest
from alces.output import PerformanceLog


@pytest.fixture
def clock(monkeypatch):
    """A clock that is moved by hand."""
    now = [0.0]
    monkeypatch.setattr("alces.output.performance.time.perf_counter", lambda: now[0])

    def wait(seconds):
        now[0] += seconds

    return wait


def test_self_time_excludes_nested_timers(clock):
    log = PerformanceLog()
    with log.timer("step"):
        clock(1.0)
        for _ in range(2):
            with log.timer("jacobian"):
                clock(2.0)
        clock(0.5)
    step, jacobian = log.timings["step"], log.timings["jacobian"]
    assert (step.calls, step.total, step.own) == (1, 5.5, 1.5)
    assert (jacobian.calls, jacobian.total, jacobian.own) == (2, 4.0, 4.0)


def test_a_timer_inside_itself_counts_once(clock):
    log = PerformanceLog()
    with log.timer("solve"):
        clock(1.0)
        with log.timer("solve"):
            clock(2.0)
    timing = log.timings["solve"]
    assert (timing.calls, timing.total, timing.own) == (2, 3.0, 3.0)


def test_timer_stops_when_its_body_fails(clock):
    log = PerformanceLog()
    with pytest.raises(ZeroDivisionError), log.timer("bad"):
        clock(1.0)
        _ = 1 / 0
    assert log.timings["bad"].calls == 1 and log.timings["bad"].total == 1.0


def test_table_is_sorted_by_self_time_with_percent_of_the_wall(clock):
    log = PerformanceLog()
    with log.timer("small"):
        clock(1.0)
    with log.timer("large"):
        clock(3.0)
    log.count("bytes to host", 1_000_000)
    log.count("bytes to host", 500_000)
    rows = [line.split() for line in log.table().splitlines()]
    assert rows[0] == ["section", "calls", "total", "s", "self", "s", "%"]
    assert rows[1] == ["large", "1", "3.000", "3.000", "75.0"]
    assert rows[2] == ["small", "1", "1.000", "1.000", "25.0"]
    assert rows[3] == ["bytes", "to", "host", "1,500,000"]
