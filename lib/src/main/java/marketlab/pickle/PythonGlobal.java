package marketlab.pickle;

import java.util.HashMap;
import java.util.Map;

/**
 * The only globals that a pickle may name. None of them is ever imported or called: each is a symbol whose meaning the
 * decoder knows. Spellings differ between versions of Python, numpy and pandas. The first spelling is the one that we
 * write, because all versions know it.
 */
enum PythonGlobal {
    DATA_FRAME("pandas DataFrame", "pandas.core.frame DataFrame"),
    SERIES("pandas Series", "pandas.core.series Series"),
    BLOCK_MANAGER("pandas.core.internals.managers BlockManager", "pandas.core.internals BlockManager"),
    SINGLE_BLOCK_MANAGER(
            "pandas.core.internals.managers SingleBlockManager", "pandas.core.internals SingleBlockManager"),
    UNPICKLE_BLOCK("pandas._libs.internals _unpickle_block"),
    UNPICKLE_ARRAY_BACKED("pandas._libs.arrays __pyx_unpickle_NDArrayBacked"),

    NEW_INDEX("pandas.core.indexes.base _new_Index"),
    NEW_DATETIME_INDEX("pandas.core.indexes.datetimes _new_DatetimeIndex"),
    NEW_TIMEDELTA_INDEX("pandas.core.indexes.timedeltas _new_TimedeltaIndex"),
    INDEX("pandas Index", "pandas.core.indexes.base Index"),
    RANGE_INDEX("pandas RangeIndex", "pandas.core.indexes.range RangeIndex"),
    INT64_INDEX("pandas.core.indexes.numeric Int64Index"),
    UINT64_INDEX("pandas.core.indexes.numeric UInt64Index"),
    FLOAT64_INDEX("pandas.core.indexes.numeric Float64Index"),
    DATETIME_INDEX("pandas DatetimeIndex", "pandas.core.indexes.datetimes DatetimeIndex"),
    TIMEDELTA_INDEX("pandas TimedeltaIndex", "pandas.core.indexes.timedeltas TimedeltaIndex"),
    CATEGORICAL_INDEX("pandas CategoricalIndex", "pandas.core.indexes.category CategoricalIndex"),
    MULTI_INDEX("pandas MultiIndex", "pandas.core.indexes.multi MultiIndex"),
    MULTI_INDEX_FROM_ARRAYS("pandas MultiIndex.from_arrays"),
    PERIOD_INDEX("pandas PeriodIndex", "pandas.core.indexes.period PeriodIndex"),
    INTERVAL_INDEX("pandas IntervalIndex", "pandas.core.indexes.interval IntervalIndex"),
    NEW_INTERVAL_INDEX("pandas.core.indexes.interval _new_IntervalIndex"),
    INTERVAL_INDEX_FROM_ARRAYS("pandas IntervalIndex.from_arrays"),
    FROZEN_ARRAY("pandas.core.indexes.frozen FrozenNDArray", "pandas.core.base FrozenNDArray"),

    CATEGORICAL(
            "pandas Categorical", "pandas.core.arrays.categorical Categorical", "pandas.core.categorical Categorical"),
    CATEGORICAL_FROM_CODES("pandas Categorical.from_codes"),
    CATEGORICAL_DTYPE("pandas CategoricalDtype", "pandas.core.dtypes.dtypes CategoricalDtype"),
    DATETIME_ARRAY("pandas.arrays DatetimeArray", "pandas.core.arrays.datetimes DatetimeArray"),
    DATETIME_TZ_DTYPE("pandas DatetimeTZDtype", "pandas.core.dtypes.dtypes DatetimeTZDtype"),
    TIMEDELTA_ARRAY("pandas.arrays TimedeltaArray", "pandas.core.arrays.timedeltas TimedeltaArray"),
    INTEGER_ARRAY("pandas.arrays IntegerArray", "pandas.core.arrays.integer IntegerArray"),
    INT8_DTYPE("pandas Int8Dtype", "pandas.core.arrays.integer Int8Dtype"),
    INT16_DTYPE("pandas Int16Dtype", "pandas.core.arrays.integer Int16Dtype"),
    INT32_DTYPE("pandas Int32Dtype", "pandas.core.arrays.integer Int32Dtype"),
    INT64_DTYPE("pandas Int64Dtype", "pandas.core.arrays.integer Int64Dtype"),
    UINT8_DTYPE("pandas UInt8Dtype", "pandas.core.arrays.integer UInt8Dtype"),
    UINT16_DTYPE("pandas UInt16Dtype", "pandas.core.arrays.integer UInt16Dtype"),
    UINT32_DTYPE("pandas UInt32Dtype", "pandas.core.arrays.integer UInt32Dtype"),
    UINT64_DTYPE("pandas UInt64Dtype", "pandas.core.arrays.integer UInt64Dtype"),
    FLOATING_ARRAY("pandas.arrays FloatingArray", "pandas.core.arrays.floating FloatingArray"),
    FLOAT32_DTYPE("pandas Float32Dtype", "pandas.core.arrays.floating Float32Dtype"),
    FLOAT64_DTYPE("pandas Float64Dtype", "pandas.core.arrays.floating Float64Dtype"),
    BOOLEAN_ARRAY("pandas.arrays BooleanArray", "pandas.core.arrays.boolean BooleanArray"),
    BOOLEAN_DTYPE("pandas BooleanDtype", "pandas.core.arrays.boolean BooleanDtype"),
    ARRAY("pandas array"),
    STRING_ARRAY("pandas.arrays StringArray", "pandas.core.arrays.string_ StringArray"),
    STRING_ARRAY_NUMPY("pandas.core.arrays.string_ StringArrayNumpySemantics"),
    STRING_DTYPE("pandas StringDtype", "pandas.core.arrays.string_ StringDtype"),
    ARROW_STRING_ARRAY("pandas.arrays ArrowStringArray", "pandas.core.arrays.string_arrow ArrowStringArray"),
    ARROW_STRING_ARRAY_NUMPY("pandas.core.arrays.string_arrow ArrowStringArrayNumpySemantics"),
    ARROW_EXTENSION_ARRAY("pandas.arrays ArrowExtensionArray", "pandas.core.arrays.arrow.array ArrowExtensionArray"),
    ARROW_DTYPE(
            "pandas ArrowDtype", "pandas.core.dtypes.dtypes ArrowDtype", "pandas.core.arrays.arrow.dtype ArrowDtype"),
    ARROW_CHUNKS("pyarrow.lib chunked_array"),
    ARROW_TIMESTAMP("pyarrow.lib timestamp"),
    ARROW_DECIMAL("pyarrow.lib decimal128"),
    RESTORE_ARROW_ARRAY("pyarrow.lib _restore_array"),
    ARROW_BUFFER("pyarrow.lib py_buffer"),
    ARROW_TYPE("pyarrow.lib type_for_alias"),

    PERIOD_ARRAY("pandas.arrays PeriodArray", "pandas.core.arrays.period PeriodArray"),
    PERIOD_DTYPE("pandas PeriodDtype", "pandas.core.dtypes.dtypes PeriodDtype"),
    UNPICKLE_PERIOD_ARRAY("pandas._libs.tslibs.period __pyx_unpickle_PeriodMixin"),
    PERIOD("pandas Period", "pandas._libs.tslibs.period Period", "pandas._libs.period Period"),
    INTERVAL_ARRAY("pandas.arrays IntervalArray", "pandas.core.arrays.interval IntervalArray"),
    INTERVAL_DTYPE("pandas IntervalDtype", "pandas.core.dtypes.dtypes IntervalDtype"),
    UNPICKLE_INTERVAL_ARRAY("pandas._libs.interval __pyx_unpickle_IntervalMixin"),
    INTERVAL("pandas Interval", "pandas._libs.interval Interval"),
    SPARSE_ARRAY(
            "pandas.arrays SparseArray",
            "pandas.core.arrays.sparse.array SparseArray",
            "pandas.core.arrays.sparse SparseArray"),
    SPARSE_DTYPE(
            "pandas SparseDtype",
            "pandas.core.dtypes.dtypes SparseDtype",
            "pandas.core.arrays.sparse.dtype SparseDtype",
            "pandas.core.arrays.sparse SparseDtype"),
    SPARSE_INDEX("pandas._libs.sparse IntIndex"),
    SPARSE_BLOCKS("pandas._libs.sparse BlockIndex"),

    NA("pandas._libs.missing NA", "pandas NA"),
    NAT(
            "pandas._libs.tslibs.nattype __nat_unpickle",
            "pandas._libs.tslibs.nattype _nat_unpickle",
            "pandas._libs.tslib __nat_unpickle"),
    TIMESTAMP("pandas._libs.tslibs.timestamps Timestamp", "pandas._libs.tslib Timestamp", "pandas Timestamp"),
    UNPICKLE_TIMESTAMP("pandas._libs.tslibs.timestamps _unpickle_timestamp"),
    TIMEDELTA("pandas._libs.tslibs.timedeltas Timedelta", "pandas._libs.tslib Timedelta", "pandas Timedelta"),
    UNPICKLE_TIMEDELTA("pandas._libs.tslibs.timedeltas _timedelta_unpickle"),
    OFFSET_DAY("pandas._libs.tslibs.offsets Day", "pandas.tseries.offsets Day"),
    OFFSET_BUSINESS_DAY("pandas._libs.tslibs.offsets BusinessDay", "pandas.tseries.offsets BusinessDay"),
    OFFSET_HOUR("pandas._libs.tslibs.offsets Hour", "pandas.tseries.offsets Hour"),
    OFFSET_MINUTE("pandas._libs.tslibs.offsets Minute", "pandas.tseries.offsets Minute"),
    OFFSET_SECOND("pandas._libs.tslibs.offsets Second", "pandas.tseries.offsets Second"),
    OFFSET_MILLI("pandas._libs.tslibs.offsets Milli", "pandas.tseries.offsets Milli"),
    OFFSET_MICRO("pandas._libs.tslibs.offsets Micro", "pandas.tseries.offsets Micro"),
    OFFSET_NANO("pandas._libs.tslibs.offsets Nano", "pandas.tseries.offsets Nano"),
    OFFSET_WEEK("pandas._libs.tslibs.offsets Week", "pandas.tseries.offsets Week"),
    OFFSET_MONTH_BEGIN("pandas._libs.tslibs.offsets MonthBegin", "pandas.tseries.offsets MonthBegin"),
    OFFSET_MONTH_END("pandas._libs.tslibs.offsets MonthEnd", "pandas.tseries.offsets MonthEnd"),
    OFFSET_BUSINESS_MONTH_BEGIN(
            "pandas._libs.tslibs.offsets BusinessMonthBegin", "pandas.tseries.offsets BusinessMonthBegin"),
    OFFSET_BUSINESS_MONTH_END(
            "pandas._libs.tslibs.offsets BusinessMonthEnd", "pandas.tseries.offsets BusinessMonthEnd"),
    OFFSET_QUARTER_BEGIN("pandas._libs.tslibs.offsets QuarterBegin", "pandas.tseries.offsets QuarterBegin"),
    OFFSET_QUARTER_END("pandas._libs.tslibs.offsets QuarterEnd", "pandas.tseries.offsets QuarterEnd"),
    OFFSET_BUSINESS_QUARTER_BEGIN("pandas._libs.tslibs.offsets BQuarterBegin", "pandas.tseries.offsets BQuarterBegin"),
    OFFSET_BUSINESS_QUARTER_END("pandas._libs.tslibs.offsets BQuarterEnd", "pandas.tseries.offsets BQuarterEnd"),
    OFFSET_YEAR_BEGIN("pandas._libs.tslibs.offsets YearBegin", "pandas.tseries.offsets YearBegin"),
    OFFSET_YEAR_END("pandas._libs.tslibs.offsets YearEnd", "pandas.tseries.offsets YearEnd"),
    OFFSET_BUSINESS_YEAR_BEGIN("pandas._libs.tslibs.offsets BYearBegin", "pandas.tseries.offsets BYearBegin"),
    OFFSET_BUSINESS_YEAR_END("pandas._libs.tslibs.offsets BYearEnd", "pandas.tseries.offsets BYearEnd"),
    OFFSET_CUSTOM_BUSINESS_DAY(
            "pandas._libs.tslibs.offsets CustomBusinessDay", "pandas.tseries.offsets CustomBusinessDay"),
    OFFSET_CUSTOM_BUSINESS_MONTH_END(
            "pandas._libs.tslibs.offsets CustomBusinessMonthEnd", "pandas.tseries.offsets CustomBusinessMonthEnd"),
    OFFSET_CUSTOM_BUSINESS_MONTH_BEGIN(
            "pandas._libs.tslibs.offsets CustomBusinessMonthBegin", "pandas.tseries.offsets CustomBusinessMonthBegin"),
    OFFSET_BUSINESS_HOUR("pandas._libs.tslibs.offsets BusinessHour", "pandas.tseries.offsets BusinessHour"),
    OFFSET_CUSTOM_BUSINESS_HOUR(
            "pandas._libs.tslibs.offsets CustomBusinessHour", "pandas.tseries.offsets CustomBusinessHour"),
    OFFSET_WEEK_OF_MONTH("pandas._libs.tslibs.offsets WeekOfMonth", "pandas.tseries.offsets WeekOfMonth"),
    OFFSET_LAST_WEEK_OF_MONTH("pandas._libs.tslibs.offsets LastWeekOfMonth", "pandas.tseries.offsets LastWeekOfMonth"),
    OFFSET_SEMI_MONTH_END("pandas._libs.tslibs.offsets SemiMonthEnd", "pandas.tseries.offsets SemiMonthEnd"),
    OFFSET_SEMI_MONTH_BEGIN("pandas._libs.tslibs.offsets SemiMonthBegin", "pandas.tseries.offsets SemiMonthBegin"),
    OFFSET_FISCAL_YEAR("pandas._libs.tslibs.offsets FY5253", "pandas.tseries.offsets FY5253"),
    OFFSET_FISCAL_QUARTER("pandas._libs.tslibs.offsets FY5253Quarter", "pandas.tseries.offsets FY5253Quarter"),
    OFFSET_DATE("pandas._libs.tslibs.offsets DateOffset", "pandas.tseries.offsets DateOffset", "pandas DateOffset"),
    OFFSET_EASTER("pandas._libs.tslibs.offsets Easter", "pandas.tseries.offsets Easter"),

    NDARRAY("numpy ndarray"),
    DTYPE("numpy dtype"),
    TAKE("numpy take"),
    RECONSTRUCT("numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct"),
    SCALAR("numpy.core.multiarray scalar", "numpy._core.multiarray scalar"),
    FROM_BUFFER("numpy.core.numeric _frombuffer", "numpy._core.numeric _frombuffer"),

    DATE("datetime date"),
    TIME("datetime time"),
    DATETIME("datetime datetime"),
    DURATION("datetime timedelta"),
    RELATIVE_DELTA("dateutil.relativedelta relativedelta"),
    TIMEZONE("datetime timezone"),
    ZONE_INFO("zoneinfo ZoneInfo"),
    PYTZ_UTC("pytz _UTC"),
    PYTZ_ZONE("pytz _p"),
    PYTZ_FIXED_OFFSET("pytz FixedOffset", "pytz _FixedOffset"),
    DATEUTIL_UTC("dateutil.tz.tz tzutc", "dateutil.tz tzutc"),
    DATEUTIL_OFFSET("dateutil.tz.tz tzoffset", "dateutil.tz tzoffset"),
    DATEUTIL_LOCAL("dateutil.tz.tz tzlocal", "dateutil.tz tzlocal"),
    DATEUTIL_FILE("dateutil.tz.tz tzfile", "dateutil.tz tzfile"),
    DATEUTIL_ZONE("dateutil.tz._tzfile tzfile"),
    DATEUTIL_ZONE_UNPICKLE("dateutil.tz._tzfile _unpickle"),
    DATEUTIL_TRANSITION("dateutil.tz.tz _ttinfo", "dateutil.tz _ttinfo"),
    DECIMAL("decimal Decimal"),
    ORDERED_DICT("collections OrderedDict"),
    SLICE("builtins slice", "__builtin__ slice"),
    SET("builtins set", "__builtin__ set"),
    FROZEN_SET("builtins frozenset", "__builtin__ frozenset"),
    BYTES("builtins bytes", "__builtin__ bytes"),
    BYTEARRAY("builtins bytearray", "__builtin__ bytearray"),
    ENCODE("_codecs encode"),
    /** Allowed only as {@code getattr(ZoneInfo, '_unpickle')}; the machine rejects any other call of it. */
    GETATTR("builtins getattr", "__builtin__ getattr"),
    /** The result of that one call. It has no spelling in a file. */
    ZONE_INFO_UNPICKLE(),
    /** Any global that pandas does not write. It is allowed only in attributes, which are then left out. */
    FOREIGN();

    private static final Map<String, PythonGlobal> BY_SPELLING = new HashMap<>();

    static {
        for (PythonGlobal name : values()) {
            for (String spelling : name.spellings) {
                BY_SPELLING.put(spelling, name);
            }
        }
    }

    private final String[] spellings;

    PythonGlobal(String... spellings) {
        this.spellings = spellings;
    }

    /** The global of this module and name; null if pandas does not write it. */
    static PythonGlobal of(String module, String name) {
        return BY_SPELLING.get(module + " " + name);
    }

    String module() {
        return spellings[0].substring(0, spellings[0].indexOf(' '));
    }

    /** The name in Python; a description if the global has no name of its own. */
    String qualifiedName() {
        if (spellings.length == 0) {
            return this == FOREIGN ? "another class" : "zone";
        }
        return spellings[0].substring(spellings[0].indexOf(' ') + 1);
    }
}
