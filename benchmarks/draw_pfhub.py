"""`python benchmarks/draw_pfhub.py FOLDER PICTURE`: draws what `pfhub.py --to FOLDER` left there."""
from __future__ import annotations

import csv
import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt


def columns(folder: Path, name: str) -> dict[str, list[float]]:
    """Column -> values of a CSV file; the first row is left out, since logarithms are drawn."""
    with (folder / f"{name}.csv").open() as table:
        rows = list(csv.DictReader(table))[1:]
    return {key: [float(row[key]) for row in rows] for key in rows[0]}


def main(folder: Path, picture: Path) -> None:
    """Energies of 1 and 6, tip and solid fraction of 3a."""
    figure, (one, six, three) = plt.subplots(1, 3, figsize=(11, 3.2), layout="constrained")
    for axes, names in ((one, ("1a", "1b", "1c")), (six, ("6a", "6b"))):
        for name in names:
            found = columns(folder, name)
            axes.semilogx(found["time"], found["free_energy"], label=name)
        axes.set(xlabel="time", ylabel="free energy")
        axes.legend()
    one.set_xlim(left=1)
    six.set_xlim(left=0.1)
    found = columns(folder, "3a")
    three.plot(found["time"], found["tip"], label="tip")
    three.plot(found["time"], [1e4 * s for s in found["solid_fraction"]], "--", label="solid fraction x 10^4")
    three.set(xlabel="time", title="3a")
    three.legend()
    figure.savefig(picture, dpi=110)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
