"""Compares every frame of the second folder with that of the same name in the first, which Java read and wrote again."""
import pathlib
import sys
import warnings

import numpy as np
import pandas as pd

warnings.simplefilter("ignore")
EXACT = not pd.__version__.startswith("1.1.")  # which fails on its own nullable columns


def same(a, b):
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and np.array_equal(a, b)
    if a is pd.NaT or a is pd.NA:
        return a is b
    return a == b or (a != a and b != b)


def check_axis(a, b):
    assert type(a) is type(b) and a.dtype == b.dtype and list(a.names) == list(b.names), (a, b)
    assert same(getattr(a, "freq", None), getattr(b, "freq", None)), (a, b)


def cells(values):
    return [(type(v), v if v == v else None) for v in values]


def check(a, b):
    if isinstance(a, np.ndarray):
        a = pd.DataFrame(a)
    if isinstance(a, pd.Series):
        pd.testing.assert_series_equal(a, b, check_exact=True)
    else:
        pd.testing.assert_frame_equal(a, b, check_exact=EXACT)
        check_axis(a.columns, b.columns)
        for i, dtype in enumerate(a.dtypes):
            if dtype == object:
                assert cells(map(missing, a.iloc[:, i])) == cells(map(missing, b.iloc[:, i])), (a, b)
    check_axis(a.index, b.index)
    assert same(dict(a.attrs), dict(b.attrs)), (a.attrs, b.attrs)
    if hasattr(a, "flags"):
        assert a.flags.allows_duplicate_labels == b.flags.allows_duplicate_labels


def missing(v):
    return ("NaT",) if v is pd.NaT else ("NA",) if v is pd.NA else v


def readable(frame):
    """Not what this pandas only half understands: units other than ns came with version 2."""
    if int(pd.__version__.split(".")[0]) >= 2 or not hasattr(frame, "columns"):
        return True
    return not any("[s" in str(t) or "[u" in str(t) or "[m" in str(t) for t in [*frame.dtypes, frame.index.dtype])


if __name__ == "__main__":
    first, second = map(pathlib.Path, sys.argv[1:])
    compared = 0
    for path in sorted(second.rglob("*.pkl")):
        try:
            a = pd.read_pickle(first / path.relative_to(second))
        except Exception:
            continue
        if not readable(a):
            continue
        try:
            check(a, pd.read_pickle(path))
            compared += 1
        except Exception as e:
            print(f"{path.name} of {path.parent.name}: {type(e).__name__}: {e}")
    print(compared)
