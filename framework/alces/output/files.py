"""New files for results."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def new_netcdf(file_base: str, suffix: str) -> Any:
    """A classic (64-bit offset) NetCDF file, its folder made where missing.

    That format can be read while the run still writes it, unlike NETCDF4.
    """
    import netCDF4

    path = Path(file_base + suffix)
    path.parent.mkdir(parents=True, exist_ok=True)
    return netCDF4.Dataset(str(path), "w", format="NETCDF3_64BIT_OFFSET")
