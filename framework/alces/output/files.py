"""Files for results: new ones, and those of a run that is continued."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO


def new_netcdf(file_base: str, suffix: str) -> Any:
    """A classic (64-bit offset) NetCDF file, its folder made where missing.

    That format can be read while the run still writes it, unlike NETCDF4.
    """
    import netCDF4

    path = Path(file_base + suffix)
    path.parent.mkdir(parents=True, exist_ok=True)
    return netCDF4.Dataset(str(path), "w", format="NETCDF3_64BIT_OFFSET")


def continued_netcdf(file_base: str, suffix: str, records: int) -> Any:
    """A file of `new_netcdf` with its first `records` records.

    Their number stands behind the four bytes that tell the format; what lies behind the last one in the file
    is overwritten by new ones. Raises OSError for a file that is another, or has fewer.
    """
    import netCDF4

    path = Path(file_base + suffix)
    with path.open("r+b") as file:
        if file.read(4) != b"CDF\x02":
            raise OSError(f"'{path}' is not the file that the run has written")
        there = int.from_bytes(file.read(4), "big")
        if there < records:
            raise OSError(f"'{path}' holds {there} times, but {records} were written before the checkpoint")
        file.seek(4)
        file.write(records.to_bytes(4, "big"))
    dataset = netCDF4.Dataset(str(path), "r+")
    dataset.set_auto_maskandscale(False)
    return dataset


def close_netcdf(file: Any) -> None:
    """Close a file; one that cannot be completed is given up: to close it a second time, as its destructor
    does, is a crash."""
    try:
        file.close()
    except (OSError, RuntimeError):
        type(file)._isopen.__set__(file, 0)  # an assignment would be taken for an attribute of the file
        raise


def check_variables(file: Any, names: Iterable[str]) -> None:
    """Raises OSError, and closes the file, unless it has these variables."""
    missing = [name for name in names if name not in file.variables]
    if missing:
        path = file.filepath()
        file.close()
        raise OSError(f"'{path}' has no '{missing[0]}': another run has written it")


def continued_table(path: Path, header: str, size: int) -> TextIO:
    """A table with this first line, cut back to `size` bytes.

    Raises OSError for a file with another first line, or a shorter one.
    """
    file = path.open("r+", encoding="utf-8")
    if file.readline() != header + "\n":
        file.close()
        raise OSError(f"'{path}' has other columns: another run has written it")
    if file.seek(0, os.SEEK_END) < size:
        file.close()
        raise OSError(f"'{path}' is shorter than it was when the checkpoint was written")
    file.truncate(size)
    file.seek(0, os.SEEK_END)
    return file
