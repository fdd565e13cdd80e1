"""Prints every frame's cells as text that Java makes of a table in the same way."""
import datetime as dt
import decimal
import pathlib
import random
import struct
import sys
import warnings

import numpy as np
import pandas as pd

warnings.simplefilter("ignore")


def cell(value):
    if value is None or value is pd.NaT or value is pd.NA or isinstance(value, decimal.Decimal) and value.is_nan():
        return "-"
    if value != value or value == "":
        return "-"
    if isinstance(value, (bool, np.bool_)):
        return str(bool(value)).lower()
    if isinstance(value, (float, np.floating, decimal.Decimal)):
        return struct.pack(">d", float(value)).hex()
    if isinstance(value, str):
        return "s" + value.encode().hex()
    if isinstance(value, pd.Interval):
        return "s" + str(value).encode().hex()
    if isinstance(value, pd.Period):
        value = value.start_time
    if isinstance(value, dt.datetime) and not isinstance(value, pd.Timestamp):
        value = pd.Timestamp(value)
    if isinstance(value, pd.Timestamp):
        naive = value.tz_convert("UTC").tz_localize(None) if value.tz else value
        return str((np.datetime64(naive.to_datetime64(), "ms")).astype("i8"))
    if isinstance(value, pd.Timedelta):
        return str(value.value // {"ns": 1, "us": 1000, "ms": 10 ** 6, "s": 10 ** 9}[getattr(value, "unit", "ns")])
    if isinstance(value, dt.date):
        return str(value.toordinal() - 719163)
    if isinstance(value, dt.time):
        return str(((value.hour * 60 + value.minute) * 60 + value.second) * 1000 + value.microsecond // 1000)
    return str(value)


def cells(frame):
    flat = frame if isinstance(frame.index, pd.RangeIndex) else frame.reset_index()
    return "\n".join(f"{name}: " + " ".join(map(cell, flat[name])) for name in flat.columns)


def column(kind, n, r, rng):
    holes = [r.random() < 0.2 for _ in range(n)]
    words = ["", "a", "é", "\U0001f600", "word", "x" * 300, "\x00", "line\nline"]
    if kind == "f8":
        return np.frombuffer(rng.bytes(8 * n), "f8").copy()
    if kind == "f4":
        return np.array([np.nan if h else rng.normal() for h in holes], "f4")
    if kind[0] in "iu" and kind[1:].isdigit():
        info = np.iinfo(kind)
        return np.array([r.randint(int(info.min) + (kind[0] == "i"), min(int(info.max), 2 ** 63 - 1)) for _ in range(n)], kind)
    if kind == "bool":
        return np.array([r.random() < 0.5 for _ in range(n)], bool)
    if kind == "str":
        return pd.Series([r.choice([None, np.nan]) if h else r.choice(words) for h in holes], dtype=r.choice([object, None]))
    if kind == "unique":
        return [f"{i} {r.random()}" for i in range(n)]
    if kind == "Int64":
        return pd.array([None if h else r.randint(-2 ** 63 + 1, 2 ** 63 - 1) for h in holes], r.choice(["Int64"]))
    if kind == "boolean":
        return pd.array([None if h else r.random() < 0.5 for h in holes], "boolean")
    if kind == "string":
        return pd.array([None if h else r.choice(words) for h in holes], "string")
    if kind == "datetime":
        return np.array(["NaT" if h else r.randint(-2 ** 62, 2 ** 62) for h in holes], "M8[ns]") if n else np.array([], "M8[ns]")
    if kind == "zone":
        return pd.DatetimeIndex(np.array([r.randint(0, 2 ** 61) for _ in range(n)], "M8[ns]"), tz="UTC").tz_convert(
            r.choice(["UTC", "America/New_York", "Asia/Kolkata"]))
    if kind == "category":
        return pd.Categorical([None if h else r.choice("abc") for h in holes], categories=r.sample("abcd", 4), ordered=r.random() < 0.5)
    if kind == "date":
        return pd.Series([None if h else dt.date.fromordinal(r.randint(1, 3_000_000)) for h in holes], dtype=object)
    return pd.Series([None if h else dt.time(r.randint(0, 23), r.randint(0, 59), 0, r.randint(0, 999999)) for h in holes], dtype=object)


KINDS = ["f8", "f4", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "bool", "str", "unique", "Int64", "boolean", "string",
         "datetime", "zone", "category", "date", "time"]
OLD = pd.__version__.startswith("1.1.")  # which cannot reset an index of its own nullable arrays


def make(folder, seed, count):
    r, rng = random.Random(seed), np.random.default_rng(seed)
    for number in range(count):
        n = r.choice([0, 1, 2, 7, 1500])
        kinds = [r.choice(KINDS) for _ in range(r.randint(1, 6))]
        frame = pd.DataFrame({f"c{i}{k}": column(k, n, r, rng) for i, k in enumerate(kinds)})
        if r.random() < 0.4 and not (OLD and {"Int64", "boolean", "string", "category"} & set(kinds[:2])):
            frame = frame.set_index(list(frame.columns)[:r.randint(1, 1 if OLD else min(2, len(kinds)))])
        if r.random() < 0.3:
            frame = frame.iloc[::r.choice([-1, 2, 3])]
        frame.attrs = {"seed": seed, "n": [n, {"kinds": tuple(kinds)}]}
        path = folder / f"{number}.pkl"
        pd.to_pickle(frame, path, protocol=r.randint(2, 5))


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    if len(sys.argv) > 2:
        make(folder, int(sys.argv[2]), int(sys.argv[3]))
    for path in sorted(folder.glob("*.pkl"), key=lambda p: int(p.stem)):
        print("=" + path.stem)
        print(cells(pd.read_pickle(path)))
