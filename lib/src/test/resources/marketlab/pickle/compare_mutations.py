"""
Compares every pickle of the first folder with what Java read of it: written again, and as cells.

Two things that Java does not check may differ. A time zone that Python does not know: Java knows others, and the instants
do not depend on it. A frequency that is not that of the times: pandas checks it only in what Java wrote.
"""
import os
import pathlib
import pickle
import sys
import warnings

import numpy as np
import pandas as pd
from pandas.compat import pickle_compat

sys.path.insert(0, sys.argv[3])
from cells import cell
from compare_frames import check

MODULES = {"pandas", "numpy", "datetime", "decimal", "pytz", "zoneinfo", "pyarrow", "dateutil"}
OTHERS = {("builtins", name) for name in ("slice", "set", "frozenset", "bytes", "bytearray")} | {("_codecs", "encode")}


def allowed(module, name):
    module = module.replace("__builtin__", "builtins")
    if (module, name) == ("builtins", "getattr"):
        return
    if "." in name and module.split(".")[0] != "pandas" or module.split(".")[0] not in MODULES and (module, name) not in OTHERS:
        raise pickle.UnpicklingError(f"{module} {name} is not allowed")


def only_unpickle(owner, name):
    """The one getattr that Python writes."""
    if name != "_unpickle":
        raise pickle.UnpicklingError(f"getattr of {name} is not allowed")
    return getattr(owner, name)


class Fast(pickle.Unpickler):
    def find_class(self, module, name):
        allowed(module, name)
        return only_unpickle if name == "getattr" else super().find_class(module, name)


class Compatible(pickle_compat.Unpickler):
    def find_class(self, module, name):
        allowed(module, name)
        return only_unpickle if name == "getattr" else super().find_class(module, name)


def read(path):
    """As pandas.read_pickle, with nothing imported but what pickles of pandas name."""
    with open(path, "rb") as file:
        try:
            return Fast(file).load()
        except (AttributeError, ImportError, TypeError, ValueError):
            file.seek(0)
            return Compatible(file).load()


def columns(frame):
    frame = pd.DataFrame(frame) if isinstance(frame, (np.ndarray, pd.Series)) else frame
    levels = range(0 if isinstance(frame.index, pd.RangeIndex) else frame.index.nlevels)
    values = [frame.index.get_level_values(i) for i in levels] + [frame.iloc[:, i] for i in range(frame.shape[1])]
    return [line for value in values for line in lines_of(value)]


def lines_of(values):
    """A line, or two of complex numbers; None of objects that Java has as text, or as numbers of one class."""
    if values.dtype.kind == "c":
        return [" ".join(map(cell, values.to_numpy().real)), " ".join(map(cell, values.to_numpy().imag))]
    classes = {type(value) for value in values if value is not None and value is not pd.NaT and value is not pd.NA}
    return [None] if values.dtype == object and len(classes) > 1 else [" ".join(map(cell, values))]


def compare(path, again):
    """What differs; nothing if all is the same."""
    try:
        frame = read(path)
        try:
            check(frame, read(again))
        except ValueError as e:
            if "does not conform to passed frequency" not in str(e):
                raise
        lines = pathlib.Path(f"{again}.txt").read_text().split("\n")
        java = [line.rpartition(": ")[2] for line in lines if line]
        pandas = columns(frame)
        assert len(java) == len(pandas), (java, pandas)
        assert all(b is None or a == b for a, b in zip(java, pandas)), (java, pandas)
        return ""
    except Exception as e:
        if type(e).__name__ in ("UnknownTimeZoneError", "ZoneInfoNotFoundError"):
            return ""
        return f"{type(e).__name__}: {str(e)[:300]!r}"


warnings.simplefilter("ignore")
changed, again = map(pathlib.Path, sys.argv[1:3])
compared = 0
for path in sorted(changed.iterdir()):
    child = os.fork()  # numpy may crash on a pickle that was changed
    if child == 0:
        said = compare(path, again / path.name)
        print(f"{path.name}: {said}\n" if said else "", end="", flush=True)
        os._exit(1 if said else 0)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        print(f"{path.name}: signal {os.WTERMSIG(status)}", flush=True)
    compared += status == 0
print(compared, "compared")
