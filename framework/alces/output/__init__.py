"""Output of a run: plain data in, files out. Knows nothing of decks, physics or solvers."""

from .animation import animate
from .console import Console
from .csv import CSVWriter
from .exodus import ExodusWriter
from .fields import Field, RunInfo, Snapshot, Writer
from .gnuplot import GnuplotWriter
from .netcdf import NetCDFWriter, open_dataset
from .panels import panels
from .performance import PerformanceLog
from .pictures import PictureWriter
from .plot_source import Contour
from .time_series import time_series

__all__ = [
    "CSVWriter", "Console", "Contour", "ExodusWriter", "Field", "GnuplotWriter", "NetCDFWriter",
    "PerformanceLog", "PictureWriter", "RunInfo", "Snapshot", "Writer", "animate", "open_dataset", "panels",
    "time_series",
]  # fmt: skip
