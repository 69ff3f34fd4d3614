"""Types for the deck's [Outputs]."""
from __future__ import annotations

from alces.builtins.outputs.console import Console
from alces.builtins.outputs.csv import CSV
from alces.builtins.outputs.exodus import Exodus
from alces.builtins.outputs.gnuplot import Gnuplot
from alces.builtins.outputs.netcdf import NetCDF
from alces.builtins.outputs.pictures import Pictures
from alces.run.checkpointing import Checkpoint

OUTPUT_OBJECTS: list[type] = [Checkpoint, Console, CSV, Exodus, Gnuplot, NetCDF, Pictures]
