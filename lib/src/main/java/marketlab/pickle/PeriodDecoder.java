package marketlab.pickle;

import java.time.LocalDateTime;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/** Recognises periods: arrays of ordinals, and single periods. */
final class PeriodDecoder {

    private PeriodDecoder() {}

    /** The periods of an array of ordinals, whose unit is in the dtype. */
    static ColumnSource of(Object dtype, Object ordinals, long offset) throws PickleException {
        return of(frequency(dtype, offset), NdArray.of(ordinals), offset);
    }

    /** The periods of an index of pandas 0.23 or earlier, which has ordinals and a separate frequency. */
    static ColumnSource ofIndex(Object frequency, Object ordinals, long offset) throws PickleException {
        return of(frequency, NdArray.of(ordinals), offset);
    }

    /** {@code pandas.array(periods, PeriodDtype(frequency))}. */
    static ColumnSource written(Object periods, Object dtype, long offset) throws PickleException {
        Object frequency = frequency(dtype, offset);
        Periods kind = new Periods(PeriodFrequency.of(frequency, offset), frequency);
        NdArray array = NdArray.column(periods, offset);
        if (array.objects() == null) {
            throw new PickleException(offset, "periods are not as marketlab writes them");
        }
        long[] ordinals = new long[(int) array.rows()];
        for (int i = 0; i < ordinals.length; i++) {
            Object item = array.objects().get(i);
            ordinals[i] = MissingMark.of(item) != null ? Datetimes.NAT : ordinal(item, kind.frequency(), offset);
        }
        return ColumnSource.of(kind, ordinals.length, in -> kind.of(ordinals, offset));
    }

    /** The time at which a single period begins: {@code Period(None, frequency, ordinal)}. */
    static LocalDateTime start(Call period) throws PickleException {
        Object[] a = period.arguments();
        if (a.length != 3 || a[0] != null || !(a[2] instanceof Long ordinal)) {
            throw new PickleException(period.offset(), "a period is not as pandas writes it");
        }
        PeriodFrequency frequency = PeriodFrequency.of(canonical(a[1]), period.offset());
        return Periods.start(frequency, ordinal, period.offset());
    }

    private static long ordinal(Object item, PeriodFrequency frequency, long offset) throws PickleException {
        if (item instanceof Call call
                && call.callee() == PythonGlobal.PERIOD
                && call.arguments().length == 3
                && call.arguments()[0] == null
                && call.arguments()[2] instanceof Long ordinal
                && PeriodFrequency.of(canonical(call.arguments()[1]), offset).equals(frequency)) {
            return ordinal;
        }
        throw new PickleException(offset, "periods are not as marketlab writes them");
    }

    private static ColumnSource of(Object python, NdArray array, long offset) throws PickleException {
        Object frequency = canonical(python);
        Periods kind = new Periods(PeriodFrequency.of(frequency, offset), frequency);
        if (array == null || array.dtype().kind() != 'i' || array.dtype().size() != 8 || array.columns() != 1) {
            throw new PickleException(offset, "periods are not as pandas writes them");
        }
        return ColumnSource.of(kind, array.rows(), in -> kind.of(((Cells.Longs) array.cells(in)[0]).values(), offset));
    }

    private static Object canonical(Object frequency) {
        return Offsets.isOffset(frequency) ? Offsets.canonical((Call) frequency) : frequency;
    }

    private static Object frequency(Object dtype, long offset) throws PickleException {
        if (dtype instanceof Call call && call.callee() == PythonGlobal.PERIOD_DTYPE) {
            if (call.arguments().length == 1) {
                return call.arguments()[0];
            }
            if (call.state() instanceof Items state && state.kind() == Items.Kind.DICT) {
                return state.value("freq");
            }
        }
        throw new PickleException(offset, "a period's dtype is not as pandas writes it");
    }
}
