"""`${}`: names, arithmetic, functions, and its mistakes."""

import pytest


def test_names_and_paths(read):
    root = read("n = 4\n[Mesh]\n nx = ${n}\n ny = '${nx} ${Mesh/nx}'\n[]\n[A]\n v = a${Mesh/nx}b\n[]\n")
    assert root.get("Mesh/nx") == "4"
    assert root.get("Mesh/ny") == "4 4"
    assert root.get("A/v") == "a4b"


def test_search_goes_outwards_from_the_enclosing_block(read):
    inner = "[c]\n x = 2\n y = ${x}\n[]\n"
    root = read(f"x = 0\n[A]\n x = 1\n [b]\n  y = ${{x}}\n{inner} []\n[]\n[B]\n y = ${{x}}\n[]\n")
    assert root.get("A/b/y") == "1"
    assert root.get("A/b/c/y") == "2"
    assert root.get("B/y") == "0"


def test_paths_may_be_relative_to_an_outer_block(read):
    assert read("[A]\n [p]\n  k = 7\n []\n [q]\n  v = ${p/k}\n []\n[]\n").get("A/q/v") == "7"


def test_a_parameter_may_take_the_outer_one_of_its_name(read):
    assert read("v = 5\n[A]\n v = ${v}\n[]\n").get("A/v") == "5"


def test_nested_braces_and_chains(read):
    root = read("which = b\na_b = 3\nv = ${a_${which}}\nw = ${${name}}\nname = v\nu = ${replace w}\n")
    assert root.get("v") == root.get("w") == root.get("u") == "3"


def test_location_raw_and_use_survive(read):
    root = read("n = 4\nm = 5\n[A]\n  v = '${n} 2'\n[]\n")
    value = root.find("A").values["v"]
    assert (value.text, value.raw, str(value.location)) == ("4 2", "'${n} 2'", "d.i:4:7")
    assert value.at(2) == value.location
    assert root.referenced == {"n"}


def test_raw_joins_its_words(read):
    assert read("s = _x\nv = ${raw ${s} a 1}\n").get("v") == "_xa1"


def test_dollars_without_braces_are_text(read):
    assert read("v = 'a$b $ {c}'\n").get("v") == "a$b $ {c}"


@pytest.mark.parametrize(
    ("braces", "value"),
    [
        ("${fparse 2*a + 1}", 7.0),
        ("${fparse sqrt(16) + if(a > 2, 1, 0)}", 5.0),
        ("${fparse r := a + 1; r^2}", 16.0),
        ("${a*2+1}", 7.0),
        ("${lx/nx}", 2.5),
        ("${lx / nx}", 2.5),
        ("${2^10}", 1024.0),
        ("${fparse ${a} + ${a}}", 6.0),
        ("${cos(pi)}", -1.0),
        ("${fparse 0.1 + 0.2}", 0.30000000000000004),
        ("${fparse 1/3}", 0.3333333333333333),
        ("${fparse 1e-9 * a}", 3e-9),
    ],
)
def test_arithmetic(read, braces, value):
    assert float(read(f"a = 3\nlx = 10\nnx = 4\nv = '{braces}'\n").get("v")) == pytest.approx(
        value, rel=1e-15, abs=0
    )
    assert float(read(f"a = 3\nlx = 10\nnx = 4\nv = {braces}\n").get("v")) == pytest.approx(
        value, rel=1e-15, abs=0
    )


def test_printed_numbers(read):
    printed = {
        "2*5": "10",
        "1/8": "0.125",
        "0.1+0.2": "0.30000000000000004",
        "-3*1e20": "-3e+20",
        "1e-7": "1e-07",
    }
    for expression, text in printed.items():
        assert read(f"a = ${{fparse {expression}}}\n").get("a") == text


def test_a_parameter_of_that_path_wins_over_division(read):
    assert read("lx = 8\nnx = 2\nv = ${lx/nx}\n[lx]\n nx = path\n[]\n").get("v") == "path"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("5 nm -> um", "0.005"),
        ("0.1 nm -> um", "0.0001"),
        ("1 eV -> J", "1.602176634e-19"),
        ("2 h -> min", "120"),
        ("3 kg*m/s^2 -> N", "3"),
        ("8.314 J/(mol*K) -> J/mol/K", "8.314"),
        ("1 J/m^3 -> eV/nm^3", "6.241509074460763e-09"),
        ("1 V*A -> W", "1"),
        ("1 Ohm -> 1/S", "1"),
        ("1 C/s -> mA", "1000"),
        ("1 V/(A*m) -> Ohm/m", "1"),
        ("1 (cm^2)^2 -> mm^4", "10000"),
        ("25 degC -> K", "298.15"),
        ("300 K -> degC", "26.85"),
        ("10 degC -> degC", "10"),
        ("-1.5e3 MPa -> GPa", "-1.5"),
        ("1 µm -> m", "1e-06"),
        ("4.20 mm", "4.20"),
    ],
)
def test_units(read, text, result):
    assert read(f"v = ${{units {text}}}\n").get("v") == result


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5 nm -> s", "'nm' and 's' measure different things"),
        ("5 nmm -> m", "unknown unit 'nmm'"),
        ("x nm -> m", "cannot read '${units x nm -> m}'"),
        ("5 nm ->", "cannot read '${units 5 nm ->}'"),
        ("5 m/ -> m", "cannot read the unit 'm/'"),
        ("5 (m -> m", "cannot read the unit '(m'"),
        ("5 m) -> m", "cannot read the unit 'm)'"),
        ("5 m^99999999 -> m", "cannot read the unit 'm^99999999'"),
        ("5 degC -> m", "'m' is no temperature"),
        ("5 degC/s -> K/s", "unknown unit 'degC'"),
        ("1e999 m -> nm", "1e999 is too large"),
    ],
)
def test_wrong_units(errors, text, message):
    (error,) = errors(f"v = ${{units {text}}}\n")
    assert error.message == message


def test_tiny_numbers_cost_nothing(read):
    assert read("v = ${units 1e-999999999 m -> nm}\n").get("v") == "0"


def test_unknown_name_with_place_and_nearest(errors):
    (error,) = errors("length = 4\n[Mesh]\n  xmax = '1 ${lenght}'\n[]\n")
    assert error.message == "no parameter 'lenght' that '${}' could mean"
    assert error.hint == "did you mean 'length'?"
    assert str(error.location) == "d.i:3:13"
    (error,) = errors("[Mesh]\n nx = 4\n[]\n[A]\n v = ${Mesh/nxx}\n[]\n")
    assert (error.message.split()[2], error.hint) == ("'Mesh/nxx'", "did you mean 'Mesh/nx'?")
    (error,) = errors("lx = 4\nnx = 2\nv = ${fparse lx/nnx}\n")
    assert (error.message.split()[2], error.hint) == ("'nnx'", "did you mean 'nx'?")
    (error,) = errors("lx = 4\nnx = 2\nv = ${lx/nnx}\n")
    assert error.message.split()[2] == "'nnx'"
    (error,) = errors("v = ${replace my-name}\n")
    assert error.message.split()[2] == "'my-name'"


def test_circles_are_named(errors):
    (error,) = errors("a = ${b}\nb = ${c}\n[X]\n v = ${a}\n[]\nc = ${fparse 2*a}\n")
    assert error.message == "parameters need each other: a -> b -> c -> a"
    (error,) = errors("[A]\n x = ${x}\n[]\n")
    assert error.message == "parameters need each other: A/x -> A/x"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("${}", "nothing in '${}'"),
        ("'${ }'", "nothing in '${}'"),
        ("'${n'", "'${' is never closed"),
        ("${fparse 1 +}", "cannot evaluate '1 +'"),
        ("${fparse 1/0}", "'1/0' has no finite value"),
        ("${fparse sqrt(0-1)}", "'sqrt(0-1)' has no finite value"),
        ("${fparse 2*word}", "'word' is no number: 'left'"),
        ("${env HOME}", "cannot evaluate 'env HOME'"),
        ("${HOME}", "no parameter 'HOME'"),
        ("${__import__('os')}", "cannot evaluate"),
        ("${fparse nosuch(1)}", "cannot evaluate"),
    ],
)
def test_wrong_braces(errors, monkeypatch, value, message):
    monkeypatch.setenv("HOME", "secret")
    quoted = f'"{value}"' if "'" in value and not value.startswith("'") else value
    (error,) = errors(f"n = 1\nword = left\nv = {quoted}\n")
    assert error.message.startswith(message)
    assert error.location.line == 3


def test_all_mistakes_are_collected_once_each(errors):
    found = errors("a = ${nope}\nb = ${a}\nc = ${a}\n[X]\n y = ${zilch}\n[]\n")
    assert [str(error.location) for error in found] == ["d.i:1:5", "d.i:5:6"]


def test_growth_is_bounded(errors):
    lines = ["a0 = xxxxxxxxxx"] + [f"a{k} = '{f'${{a{k - 1}}}' * 10}'" for k in range(1, 30)]
    assert "substitution writes more than" in errors("\n".join(lines))[0].message


def test_depth_is_bounded(errors, read):
    def chain(length):
        return "a0 = 1\n" + "".join(f"a{k} = ${{fparse a{k - 1} + 1}}\n" for k in range(length, 0, -1))

    assert read(chain(50)).get("a50") == "51"
    assert "nested more than 60 deep" in errors(chain(5000))[0].message
    assert "nested more than 60 deep" in errors("v = " + "${" * 5000 + "}" * 5000)[0].message
    assert errors("v = ${fparse " + "(" * 50_000 + ")" * 50_000 + "}")[0].location.line == 1


def test_many_braces_in_one_value_are_quick(read):
    assert read("a = 1\nv = '" + "${a} " * 100_000 + "'\n").get("v") == "1 " * 100_000
