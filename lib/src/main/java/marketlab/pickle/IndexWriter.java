package marketlab.pickle;

import java.io.IOException;
import java.util.List;

/** Writes the indexes of pandas through their public constructors. */
final class IndexWriter {

    private IndexWriter() {}

    static void write(OpcodeWriter out, Axis.Range range) throws IOException {
        out.begin(PythonGlobal.RANGE_INDEX);
        out.integer(range.start());
        out.integer(range.stop());
        out.integer(range.step());
        out.none();
        out.flag(false);
        new ValueWriter(out).write(range.name());
        out.call();
    }

    static void write(OpcodeWriter out, ColumnValues values, Object name) throws IOException {
        write(out, values, name, null);
    }

    /**
     * An index of these values. The frequency is the distance between the values of a DatetimeIndex; null if there is
     * none.
     */
    static void write(OpcodeWriter out, ColumnValues values, Object name, PythonNode.Call frequency)
            throws IOException {
        if (frequency != null && values.kind() instanceof Timedeltas) {
            timedeltas(out, values, name, frequency);
            return;
        }
        ValueWriter value = new ValueWriter(out);
        out.begin(PythonGlobal.INDEX);
        if (frequency == null) {
            values.emitter().write(out);
        } else {
            out.begin(PythonGlobal.DATETIME_INDEX);
            values.emitter().write(out);
            value.write(frequency);
            value.write(
                    ((Datetimes) values.kind()).zone() == null
                            ? null
                            : ((Datetimes) values.kind()).zone().python());
            out.call();
        }
        if (values.kind() instanceof ObjectItems) {
            out.objectDtype();
        } else {
            out.none();
        }
        out.flag(false);
        value.write(name);
        out.call();
    }

    /** The arguments are in a dict, because their order differs between the versions of pandas. */
    private static void timedeltas(OpcodeWriter out, ColumnValues values, Object name, PythonNode.Call frequency)
            throws IOException {
        ValueWriter value = new ValueWriter(out);
        out.begin(PythonGlobal.NEW_INDEX);
        out.global(PythonGlobal.TIMEDELTA_INDEX);
        out.op(Opcode.EMPTY_DICT);
        out.op(Opcode.MARK);
        out.text("data");
        values.emitter().write(out);
        out.text("freq");
        value.write(frequency);
        out.text("name");
        value.write(name);
        out.op(Opcode.SETITEMS);
        out.call();
    }

    static void write(OpcodeWriter out, List<ColumnValues> levels, List<Object> names) throws IOException {
        out.begin(PythonGlobal.MULTI_INDEX_FROM_ARRAYS);
        out.op(Opcode.EMPTY_LIST);
        out.op(Opcode.MARK);
        for (ColumnValues level : levels) {
            level.emitter().write(out);
        }
        out.op(Opcode.APPENDS);
        out.none();
        new ValueWriter(out).write(names);
        out.call();
    }
}
