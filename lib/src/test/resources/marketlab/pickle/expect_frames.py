"""Checks files that Java wrote: each argument pair is a path and an expression of what it must hold."""
import datetime as dt
import sys
import warnings

import numpy as np
import pandas as pd

warnings.simplefilter("ignore")
EXACT = not pd.__version__.startswith("1.1.")
nan, NaT, NA = float("nan"), pd.NaT, pd.NA


def ns(*texts, tz=None):
    values = np.array([t or "NaT" for t in texts], "M8[ns]")
    return pd.DatetimeIndex(values, tz="UTC") if tz else values


def frame(data, attrs=None, **axes):
    made = pd.DataFrame(data, **axes)
    made.attrs = attrs or {}
    return made


for path, expression in zip(sys.argv[1::2], sys.argv[2::2]):
    try:
        expected, read = eval(expression), pd.read_pickle(path)
        pd.testing.assert_frame_equal(expected, read, check_exact=EXACT)
        assert dict(read.attrs) == dict(expected.attrs), read.attrs
        assert list(read.attrs) == list(expected.attrs), read.attrs
        assert type(read.index) is type(expected.index), read.index
        read.iloc[:0].copy()
        for name in read.columns:
            values = read[name].to_numpy(copy=True)
            read[name] = values
    except Exception as e:
        print(f"{path}: {expression}: {type(e).__name__}: {e}")
