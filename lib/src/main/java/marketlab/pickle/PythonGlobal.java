package marketlab.pickle;

import java.util.HashMap;
import java.util.Map;

/**
 * The only globals a pickle may name. None of them is ever imported or called: each is a symbol that the decoder knows
 * the meaning of. Spellings differ between versions of Python, numpy and pandas; the first is the one to write, which
 * all of them resolve.
 */
enum PythonGlobal {
    DATA_FRAME("pandas DataFrame", "pandas.core.frame DataFrame"),
    SERIES("pandas Series", "pandas.core.series Series"),
    BLOCK_MANAGER("pandas.core.internals.managers BlockManager"),
    SINGLE_BLOCK_MANAGER("pandas.core.internals.managers SingleBlockManager"),
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

    CATEGORICAL("pandas Categorical", "pandas.core.arrays.categorical Categorical"),
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
    ARROW_DTYPE("pandas ArrowDtype", "pandas.core.dtypes.dtypes ArrowDtype"),
    RESTORE_ARROW_ARRAY("pyarrow.lib _restore_array"),
    ARROW_BUFFER("pyarrow.lib py_buffer"),
    ARROW_TYPE("pyarrow.lib type_for_alias"),

    PERIOD_ARRAY("pandas.arrays PeriodArray", "pandas.core.arrays.period PeriodArray"),
    PERIOD_DTYPE("pandas PeriodDtype", "pandas.core.dtypes.dtypes PeriodDtype"),
    PERIOD("pandas._libs.tslibs.period __pyx_unpickle_PeriodMixin"),
    INTERVAL_ARRAY("pandas.arrays IntervalArray", "pandas.core.arrays.interval IntervalArray"),
    INTERVAL_DTYPE("pandas IntervalDtype", "pandas.core.dtypes.dtypes IntervalDtype"),
    INTERVAL("pandas._libs.interval __pyx_unpickle_IntervalMixin"),
    SPARSE_ARRAY("pandas.arrays SparseArray", "pandas.core.arrays.sparse.array SparseArray"),
    SPARSE_DTYPE(
            "pandas SparseDtype",
            "pandas.core.dtypes.dtypes SparseDtype",
            "pandas.core.arrays.sparse.dtype SparseDtype"),
    SPARSE_INDEX("pandas._libs.sparse IntIndex"),

    NA("pandas._libs.missing NA", "pandas NA"),
    NAT("pandas._libs.tslibs.nattype __nat_unpickle", "pandas._libs.tslibs.nattype _nat_unpickle"),
    TIMESTAMP("pandas._libs.tslibs.timestamps Timestamp"),
    UNPICKLE_TIMESTAMP("pandas._libs.tslibs.timestamps _unpickle_timestamp"),
    TIMEDELTA("pandas._libs.tslibs.timedeltas Timedelta"),
    UNPICKLE_TIMEDELTA("pandas._libs.tslibs.timedeltas _timedelta_unpickle"),
    OFFSET_DAY("pandas._libs.tslibs.offsets Day"),
    OFFSET_BUSINESS_DAY("pandas._libs.tslibs.offsets BusinessDay"),
    OFFSET_HOUR("pandas._libs.tslibs.offsets Hour"),
    OFFSET_MINUTE("pandas._libs.tslibs.offsets Minute"),
    OFFSET_SECOND("pandas._libs.tslibs.offsets Second"),
    OFFSET_MILLI("pandas._libs.tslibs.offsets Milli"),
    OFFSET_MICRO("pandas._libs.tslibs.offsets Micro"),
    OFFSET_NANO("pandas._libs.tslibs.offsets Nano"),
    OFFSET_WEEK("pandas._libs.tslibs.offsets Week"),
    OFFSET_MONTH_BEGIN("pandas._libs.tslibs.offsets MonthBegin"),
    OFFSET_MONTH_END("pandas._libs.tslibs.offsets MonthEnd"),
    OFFSET_BUSINESS_MONTH_BEGIN("pandas._libs.tslibs.offsets BusinessMonthBegin"),
    OFFSET_BUSINESS_MONTH_END("pandas._libs.tslibs.offsets BusinessMonthEnd"),
    OFFSET_QUARTER_BEGIN("pandas._libs.tslibs.offsets QuarterBegin"),
    OFFSET_QUARTER_END("pandas._libs.tslibs.offsets QuarterEnd"),
    OFFSET_BUSINESS_QUARTER_BEGIN("pandas._libs.tslibs.offsets BQuarterBegin"),
    OFFSET_BUSINESS_QUARTER_END("pandas._libs.tslibs.offsets BQuarterEnd"),
    OFFSET_YEAR_BEGIN("pandas._libs.tslibs.offsets YearBegin"),
    OFFSET_YEAR_END("pandas._libs.tslibs.offsets YearEnd"),
    OFFSET_BUSINESS_YEAR_BEGIN("pandas._libs.tslibs.offsets BYearBegin"),
    OFFSET_BUSINESS_YEAR_END("pandas._libs.tslibs.offsets BYearEnd"),

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
    TIMEZONE("datetime timezone"),
    ZONE_INFO("zoneinfo ZoneInfo"),
    PYTZ_UTC("pytz _UTC"),
    PYTZ_ZONE("pytz _p"),
    PYTZ_FIXED_OFFSET("pytz _FixedOffset"),
    DECIMAL("decimal Decimal"),
    SLICE("builtins slice", "__builtin__ slice"),
    SET("builtins set", "__builtin__ set"),
    BYTES("builtins bytes", "__builtin__ bytes"),
    BYTEARRAY("builtins bytearray", "__builtin__ bytearray"),
    ENCODE("_codecs encode"),
    /** Only as {@code getattr(ZoneInfo, '_unpickle')}; the machine refuses any other call of it. */
    GETATTR("builtins getattr", "__builtin__ getattr"),
    /** What that one call stands for: never spelled in a file. */
    ZONE_INFO_UNPICKLE();

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

    /** The name spelled {@code module qualified.name}, or null if it is none that pandas writes. */
    static PythonGlobal of(String module, String name) {
        return BY_SPELLING.get(module + " " + name);
    }

    String module() {
        return spellings[0].substring(0, spellings[0].indexOf(' '));
    }

    String qualifiedName() {
        return spellings[0].substring(spellings[0].indexOf(' ') + 1);
    }
}
