"""Writes frames of every kind that this pandas has, in protocols 2 to 5, to the folder given."""
import datetime as dt
import decimal
import pathlib
import sys
import warnings

import dateutil.tz
import numpy as np
import pandas as pd

warnings.simplefilter("ignore")
folder = pathlib.Path(sys.argv[1])
V2 = int(pd.__version__.split(".")[0]) >= 2
V3 = int(pd.__version__.split(".")[0]) >= 3
V15 = tuple(map(int, pd.__version__.split(".")[:2])) >= (1, 5)
days = pd.date_range("2024-01-01", periods=3)
frames = {
    "float64": pd.DataFrame({"a": [1.5, np.nan, -0.0], "b": [np.inf, -np.inf, 5e-324]}),
    "float32": pd.DataFrame({"a": np.array([1.5, np.nan, 3e38], "f4")}),
    "ints": pd.DataFrame({f"{k}{w}": np.array([0, 1, np.iinfo(f"{k}{w}").max // (2 if k == "u" and w == 8 else 1)], f"{k}{w}")
                          for k in "iu" for w in (1, 2, 4, 8)}),
    "intmins": pd.DataFrame({f"i{w}": np.array([np.iinfo(f"i{w}").min, 0, 1], f"i{w}") for w in (1, 2, 4, 8)}),
    "bools": pd.DataFrame({"a": [True, False, True], "b": [False, False, True]}),
    "datetimes": pd.DataFrame({"a": days, "b": [days[0], pd.NaT, days[1]]}),
    "nanoseconds": pd.DataFrame({"a": days + pd.Timedelta(123456789, "ns")}),
    "before1970": pd.DataFrame({"a": np.array(["1969-12-31T23:59:59.999999999", "1678-01-01", "2261-12-31"], "M8[ns]")}),
    "zones": pd.DataFrame({"utc": days.tz_localize("UTC"), "ny": days.tz_localize("America/New_York"),
                           "fixed": days.tz_localize(dt.timezone(dt.timedelta(hours=5, minutes=30)))}),
    "timedeltas": pd.DataFrame({"a": [pd.Timedelta("1d 2h"), pd.NaT, pd.Timedelta(5, "ns")]}),
    "strings": pd.DataFrame({"a": ["x", "", "zé\U0001f600"], "b": ["x", None, "y"], "c": ["x", np.nan, "x"]}),
    "strings_repeated": pd.DataFrame({"a": ["one", "two", "three"] * 100}),
    "strings_unique": pd.DataFrame({"a": [f"word{i}" for i in range(3000)]}),
    "strings_objects": pd.DataFrame({"a": pd.Series(["x", None, ""], dtype=object), "b": pd.Series([None, np.nan, "z"], dtype=object)}),
    "strings_long": pd.DataFrame({"a": ["x" * 300, "y" * 70000, "é" * 100000]}),
    "string": pd.DataFrame({"a": pd.array(["x", None, ""], "string")}),
    "bools_objects": pd.DataFrame({"a": [True, None, False], "b": pd.Series([True, False, True], dtype=object)}),
    "nothing_but_none": pd.DataFrame({"a": pd.Series([None, None], dtype=object)}),
    "nullable": pd.DataFrame({"Int64": pd.array([1, None, 3], "Int64"), "UInt8": pd.array([1, None, 255], "UInt8"),
                              "Int16": pd.array([-32768, None, 3], "Int16"), "boolean": pd.array([True, None, False], "boolean")}),
    "categories": pd.DataFrame({
        "a": pd.Categorical(["x", "y", None], categories=["y", "x", "unused"]),
        "b": pd.Categorical(["low", "high", "low"], categories=["low", "mid", "high"], ordered=True),
        "n": pd.Categorical([3, 1, None], categories=[3, 2, 1]), "d": pd.Categorical(days)}),
    "dates": pd.DataFrame({"a": [dt.date(2024, 1, 1), None, dt.date(1, 1, 1)], "b": pd.Series([dt.date(2024, 1, 1), pd.NaT, None], dtype=object)}),
    "times": pd.DataFrame({"a": [dt.time(9, 15), None, dt.time(23, 59, 59, 999999)]}),
    "index_day": pd.DataFrame({"a": [1.0, 2, 3]}, index=days.rename("day")),
    "index_business": pd.DataFrame({"a": [1.0, 2, 3]}, index=pd.bdate_range("2024-01-05", periods=3)),
    "index_monthend": pd.DataFrame({"a": [1.0, 2, 3]}, index=pd.date_range("2024-01-31", periods=3, freq=pd.offsets.MonthEnd())),
    "index_hours": pd.DataFrame({"a": [1.0, 2, 3]}, index=pd.date_range("2024-01-31", periods=3, freq="2h" if V2 else "2H")),
    "index_weekly": pd.DataFrame({"a": [1.0, 2, 3]}, index=pd.date_range("2024-01-05", periods=3, freq="W-FRI")),
    "index_quarters": pd.DataFrame({"a": [1.0, 2, 3]}, index=pd.date_range("2024-03-31", periods=3, freq=pd.offsets.QuarterEnd(startingMonth=3))),
    "index_zone": pd.DataFrame({"a": [1.0, 2, 3]}, index=days.tz_localize("Asia/Kolkata").rename("ts")),
    "index_utc": pd.DataFrame({"a": [1.0, 2, 3]}, index=days.tz_localize("UTC")),
    "index_strings": pd.DataFrame({"a": [1.0, 2]}, index=pd.Index(["x", "y"], name="k")),
    "index_ints": pd.DataFrame({"a": [1.0, 2]}, index=[7, 5]),
    "index_floats": pd.DataFrame({"a": [1.0, 2]}, index=pd.Index([7.5, 5.0], name="strike")),
    "index_bools": pd.DataFrame({"a": [1.0, 2]}, index=[True, False]),
    "index_category": pd.DataFrame({"a": [1.0, 2]}, index=pd.CategoricalIndex(["x", "y"], name="c")),
    "index_timedelta": pd.DataFrame({"a": [1.0, 2]}, index=pd.TimedeltaIndex(["1h", "3h"])),
    "index_range_wide": pd.DataFrame({"a": [1.0, 2]}, index=pd.RangeIndex(5541470786392124556, -3641666569206777942, -4591568677799451249)),
    "index_range_beyond": pd.DataFrame({"a": [1.0, 2]}, index=pd.RangeIndex(3265816379197345101, 11566283924111905405, 4150233772457280152)),
    "labels_blanks": pd.DataFrame([[1.0, 2.0, 3.0, 4.0, 5.0]], columns=[" a", "a", "A\t", "  ", ""],
                                  index=pd.Index(["x"], dtype=object, name="\x01n ")),
    "index_range": pd.DataFrame({"a": [1.0, 2]}, index=pd.RangeIndex(10, 30, 10, name="r")),
    "index_reversed": pd.DataFrame({"a": [1.0, 2, 3]}).iloc[::-1],
    "index_multi": pd.DataFrame({"v": [1.0, 2, 3]}, index=pd.MultiIndex.from_tuples(
        [("x", days[0]), ("x", days[1] + pd.Timedelta(1, "ns")), ("y", pd.NaT)], names=["k", "t"])),
    "index_multi_unnamed": pd.DataFrame({"v": [1.0, 2]}, index=pd.MultiIndex.from_product([["a"], [1, 2]])),
    "columns_ints": pd.DataFrame(np.arange(6.0).reshape(2, 3)),
    "columns_some_ints": pd.DataFrame({5: [1.0], 3: [2]}),
    "columns_twice": pd.DataFrame([[1.0, 2, 3]], columns=["a", "a", "A"]),
    "columns_named": pd.DataFrame({"a": [1.0]}).rename_axis(columns="fields"),
    "columns_dates": pd.DataFrame([[1.0, 2, 3]], columns=days),
    "empty": pd.DataFrame(),
    "no_rows": pd.DataFrame({"a": pd.Series([], dtype="f8"), "b": pd.Series([], dtype=object), "c": pd.Series([], dtype="M8[ns]")}),
    "no_columns": pd.DataFrame(index=[1, 2]),
    "sliced": pd.DataFrame({"a": [1.0, 2, 3], "b": [4.0, 5, 6], "c": [7.0, 8, 9]}).iloc[1:, ::2],
    "fortran": pd.DataFrame(np.asfortranarray(np.arange(12.0).reshape(4, 3)), columns=list("abc")),
    "c_order": pd.DataFrame(np.arange(12.0).reshape(4, 3), columns=list("abc")),
    "strided": pd.DataFrame(np.arange(48.0).reshape(8, 6)[::2, ::-2], columns=list("abc")),
    "big_endian": pd.DataFrame({"a": np.array([1.5, 2], ">f8"), "i": np.array([1, -2], ">i4")}),
    "mixed": pd.DataFrame({"o": [1.0, 2, 3], "v": [10, 20, 30], "s": list("abc"), "t": days, "f": [True, False, True],
                           "h": [2.0, 3, 4]}),
    "series": pd.Series([1.0, 2, 3], name="s", index=days),
    "series_unnamed": pd.Series(["x", "y"]),
    "series_zone": pd.Series(days.tz_localize("Europe/Berlin"), name=7),
    "array": np.arange(3.0),
    "array_2d": np.arange(6).reshape(2, 3),
    "array_2d_fortran": np.asfortranarray(np.arange(6.0).reshape(3, 2)),
}
frames["attrs"] = pd.DataFrame({"a": [1.0]})
frames["attrs"].attrs = {
    "version": "1.0", "seed": 42, "x": 2.5, "flag": True, "nothing": None, "list": [1, [2, {"k": None}]], "tuple": (1, ("a",)),
    "units": {"a": "index points", 3: "three"}, "ts": pd.Timestamp("2024-01-01 00:00:00.123456789"),
    "tsz": pd.Timestamp("2024-01-01", tz="UTC"), "tsny": pd.Timestamp("2024-01-01", tz="America/New_York"),
    "when": dt.datetime(2024, 1, 1, 9, 15), "whenz": dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc), "day": dt.date(2024, 1, 1),
    "clock": dt.time(9, 15), "delta": dt.timedelta(days=-1, seconds=5, microseconds=7), "pdelta": pd.Timedelta(5, "ns"),
    "f8": np.float64(3), "i8": np.int64(4), "f4": np.float32(1.5), "b1": np.bool_(True), "big": 2 ** 70, "negative": -(2 ** 65),
    "bytes": b"abc\xff", "nan": float("nan"), "nat": pd.NaT, "na": pd.NA, "set": {1, 2}, "array": np.arange(3),
    "words": np.array(["x", "y"], dtype=object), "decimal": decimal.Decimal("1.50"), "text": "\x00é\U0001f600", "long": "z" * 70000}
def objects(*values):
    return pd.Series(list(values), dtype=object)


D = decimal.Decimal
months = pd.period_range("2023-11", periods=3, freq="M")
bounds = pd.interval_range(0, 3)
frames.update({
    "decimals": pd.DataFrame({"a": [D("1.50"), None, D("-0.00")], "b": [D("1E+3"), D("2"), D("Infinity")]}),
    "decimals_index": pd.DataFrame({"a": [1.0, 2]}, index=pd.Index([D("1.5"), D("2.50")], name="strike")),
    "objects_ints": pd.DataFrame({"a": objects(1, None, 3), "b": objects(1, 2.5, np.nan), "c": objects(2 ** 70, 1, 2)}),
    "objects_numpy": pd.DataFrame({"a": objects(np.int64(1), np.float64(2.5), None), "b": objects(np.bool_(True), None, np.bool_(False))}),
    "objects_times": pd.DataFrame({
        "a": objects(*days), "z": objects(*days.tz_localize("Asia/Kolkata")), "d": objects(dt.datetime(2024, 1, 1, 9), None, pd.NaT),
        "u": objects(dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc), None, None), "t": objects(pd.Timedelta(5), dt.timedelta(1), None)}),
    "objects_mixed": pd.DataFrame({"a": objects(1, "x", [1, {"k": (2,)}]), "b": objects(b"x", {1}, frozenset([2])), "v": [1.0, 2, 3]},
                                  index=pd.Index(["x", "x", "y"], name="twice")),
    "objects_dates": pd.DataFrame({"a": objects(dt.date(2024, 1, 1), pd.Timestamp("2024-01-01"), "x")}),
    "objects_periods": pd.DataFrame({"p": objects(*months), "i": objects(*bounds)}),
    "objects_labels": pd.DataFrame([[1.0, 2, 3]], columns=pd.Index(["a", 1, dt.date(2024, 1, 1)], dtype=object)),
    "columns_multi": pd.DataFrame(np.arange(12.0).reshape(3, 4), index=days.rename("Date"), columns=pd.MultiIndex.from_product(
        [["Close", "Open"], ["AAPL", "BRK B"]], names=["Price", "Ticker"])),
    "columns_multi_mixed": pd.DataFrame([[1.0, 2, "x"]], columns=pd.MultiIndex.from_tuples([("a", 1), ("a", 2), ("b", 1)])),
    "columns_multi_flat": pd.DataFrame([[1.0, 2]], columns=pd.MultiIndex.from_tuples([("Date", ""), ("Close", "A")])),
    "columns_multi_twice": pd.DataFrame([[1.0, 2]], columns=pd.MultiIndex.from_tuples([("a", "b"), ("a", "b")])),
    "period_index": pd.DataFrame({"v": [1.0, 2, 3], "p": months}, index=months.rename("month")),
    "period_missing": pd.DataFrame({"p": pd.Series([months[0], pd.NaT, months[2]])}),
    "interval_index": pd.DataFrame({"v": [1.0, 2, 3], "i": bounds}, index=bounds.rename("band")),
    "interval_days": pd.DataFrame({"v": [1.0, 2]}, index=pd.IntervalIndex.from_breaks(days, closed="left")),
    "interval_missing": pd.DataFrame({"i": pd.Series([pd.Interval(0.5, 1.5), None], dtype="interval")}),
    "interval_multi": pd.DataFrame({"v": [1.0, 2, 3]}, index=pd.MultiIndex.from_arrays([bounds, months])),
    "cut": pd.DataFrame({"a": pd.cut(pd.Series([1.0, 2, np.nan]), [0, 1, 2])}, index=pd.CategoricalIndex(pd.cut([1, 2, 3], 3))),
    "sparse": pd.DataFrame({"f": pd.arrays.SparseArray([0.0, 0, 1]), "n": pd.arrays.SparseArray([np.nan, 1.0, np.nan]),
                            "i": pd.arrays.SparseArray([0, 0, 7]), "b": pd.arrays.SparseArray([True, False, False]),
                            "k": pd.arrays.SparseArray([0.0, 5, 6], fill_value=0.0, kind="block")}),
    "complex": pd.DataFrame({"a": [1 + 2j, complex(np.nan, 0), -0.0j], "b": np.array([1j, 2, 3], "c8"), "x": [1.0, 2, 3]}),
    "complex_series": pd.Series([1 + 2j, 3j], name="z"),
    "timedelta_freq": pd.DataFrame({"a": [1.0, 2, 3]}, index=pd.timedelta_range("1h", periods=3, freq=pd.offsets.Hour(2))),
    "custom_freq": pd.DataFrame({"a": [1.0, 2, 3]}, index=pd.date_range(
        "2024-01-01", periods=3, freq=pd.offsets.CustomBusinessDay(holidays=["2024-01-02"]))),
    "dateutil": pd.DataFrame({"a": days.tz_localize(dateutil.tz.tzoffset("IST", 19800))}, index=days.tz_localize(dateutil.tz.tzutc())),
})
if V15:  # an older one makes times of them when it reads its own pickle
    frames["objects_index"] = pd.DataFrame({"a": [1.0, 2, 3]}, index=pd.Index(list(days), dtype=object, name="t"))
for freq in [pd.offsets.YearEnd(month=3), pd.offsets.QuarterEnd(startingMonth=1), pd.offsets.Week(weekday=2), pd.offsets.BDay(),
             pd.offsets.Day(), pd.offsets.Hour(), pd.offsets.Minute(), pd.offsets.Second(), pd.offsets.Milli(), pd.offsets.MonthEnd(2)]:
    frames["period_" + freq.freqstr] = pd.DataFrame({"v": [1.0, 2]}, index=pd.period_range("1969-12-30 10:30", periods=2, freq=freq))
if hasattr(pd.DataFrame, "set_flags"):
    frames["flags"] = pd.DataFrame({"a": [1.0]}).set_flags(allows_duplicate_labels=False)
if V15:
    frames["float_nullable"] = pd.DataFrame({"a": pd.array([1.5, None, 2.5], "Float64"), "b": pd.array([1.5, None, 2.5], "Float32")})
    holes = pd.array([1.5, None, 2.5], "Float64")
    holes._data[2] = np.nan
    frames["float_nullable_nan"] = pd.DataFrame({"a": holes})
    frames["string_python"] = pd.DataFrame({"a": pd.array(["x", None, "y"], "string[python]")})
if V2:
    import zoneinfo
    for unit in ("s", "ms", "us"):
        frames["unit_" + unit] = pd.DataFrame({"a": days.as_unit(unit), "z": days.tz_localize("Asia/Tokyo").as_unit(unit),
                                               "d": pd.to_timedelta([1, 2, 3], unit="h").as_unit(unit)}, index=days.as_unit(unit))
    frames["unit_index_zone"] = pd.DataFrame({"a": [1.0, 2, 3]}, index=days.tz_localize("UTC").as_unit("s"))
    frames["zoneinfo"] = pd.DataFrame({"a": days.tz_localize(zoneinfo.ZoneInfo("America/New_York"))})
    frames["far"] = pd.DataFrame({"a": np.array(["0001-01-01", "9999-12-31", "-5000-01-01"], "M8[s]")})
if V2 or V15:
    frames["index_nullable"] = pd.DataFrame({"a": [1.0, 2]}, index=pd.Index(pd.array([1, None], "Int64"), name="n"))
try:
    import pyarrow
    frames["string_arrow"] = pd.DataFrame({"a": pd.array(["x", None, ""], "string[pyarrow]")})
    frames["string_arrow_slice"] = pd.DataFrame({"a": pd.array(["x", None, "", "yz", "w"] * 7, "string[pyarrow]")}).iloc[3:20]
    if hasattr(pd, "ArrowDtype"):
        at = pd.Timestamp("2024-01-01 09:15:00.123456")
        frames["arrow"] = pd.DataFrame({name: pd.Series(values, dtype=pd.ArrowDtype(kind)) for name, values, kind in [
            ("s", ["x", None, ""], pyarrow.string()), ("l", ["x", None, "y"], pyarrow.large_string()),
            ("b", [True, None, False], pyarrow.bool_()), ("n", [at, None, at], pyarrow.timestamp("ns")),
            ("u", [at, None, at], pyarrow.timestamp("us")), ("d", [dt.date(2024, 1, 1), None, None], pyarrow.date32()),
            ("t", [dt.time(9, 15), None, None], pyarrow.time64("us")), ("p", [pd.Timedelta(5), None, None], pyarrow.duration("ns")),
            ("m", [D("1.50"), None, D("-2.25")], pyarrow.decimal128(10, 2)),
            ("z", [at.tz_localize("UTC"), None, None], pyarrow.timestamp("ns", tz="Asia/Kolkata"))]})
        frames["arrow_index"] = pd.DataFrame({"v": [1.0]}, index=pd.Index(pd.Series([at], dtype=pd.ArrowDtype(pyarrow.timestamp("ns")))))
        frames["arrow_slice"] = pd.DataFrame({"s": pd.Series(["x", None, "yz"] * 9, dtype=pd.ArrowDtype(pyarrow.string()))}).iloc[4:20]
    frames["arrow_numbers"] = pd.DataFrame({t: pd.array([1, None, 3], t + "[pyarrow]") for t in ("int8", "uint16", "int64", "double", "float")})
except ImportError:
    pass
for name, frame in frames.items():
    for protocol in (2, 3, 4, 5):
        pd.to_pickle(frame, folder / f"{name}.p{protocol}.pkl", protocol=protocol)
print(len(frames))
