package marketlab.pickle;

import static marketlab.pickle.Assembler.blocks;
import static marketlab.pickle.Assembler.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.function.Consumer;

/** Sparse, period, interval and Arrow arrays, zones and labels that are not what they say. */
final class HostileKinds {

    private HostileKinds() {}

    static void add(Map<String, byte[]> files) {
        files.put("sparse of endless length", sparse(1L << 30, new int[] {0}, 1));
        files.put("sparse at a place that does not exist", sparse(2, new int[] {2}, 1));
        files.put("sparse at a negative place", sparse(2, new int[] {-1}, 1));
        files.put("sparse twice at one place", sparse(2, new int[] {1, 1}, 2));
        files.put("sparse with fewer values than places", sparse(2, new int[] {0, 1}, 1));
        files.put("periods of no frequency", periods("M-XYZ", 0));
        files.put("periods of an unknown frequency", periods("fortnight", 0));
        files.put("periods out of range", periods("A-DEC", Long.MAX_VALUE));
        files.put("periods long ago", periods("D", Long.MIN_VALUE + 1));
        files.put("intervals the wrong way round", intervals("right", 2, 1));
        files.put("intervals closed nowhere known", intervals("middle", 1, 2));
        files.put(
                "intervals of sides that differ",
                frame(
                        a -> a.call("pandas", "IntervalIndex.from_arrays", b -> b.array("<i8", 1, new byte[8])
                                .array("<f8", 1, new byte[8])
                                .text("right")),
                        1));
        files.put("arrow of fewer bytes than items", arrow(a -> a.text("ns").op(Opcode.NONE), 2, new byte[8]));
        files.put("arrow of an unknown unit", arrow(a -> a.text("D").op(Opcode.NONE), 1, new byte[8]));
        files.put(
                "arrow in an offset that is not valid", arrow(a -> a.text("ns").integer(5), 1, new byte[8]));
        files.put(
                "a zone of a file to be opened",
                zoned(a -> a.call(
                        "dateutil.tz.tz", "tzfile", b -> b.text("/etc/passwd").op(Opcode.NONE))));
        files.put(
                "a zone of an endless offset",
                zoned(a -> a.call("dateutil.tz.tz", "tzoffset", b -> b.op(Opcode.NONE)
                        .call("datetime", "timedelta", c -> c.integer(1 << 30)
                                .integer(0)
                                .integer(0)))));
        files.put(
                "labels of several levels, one of them short",
                blocks(
                        1,
                        a -> a.call("pandas", "MultiIndex.from_arrays", b -> b.op(Opcode.EMPTY_LIST, Opcode.MARK)
                                .objects(1, c -> c.text("x"))
                                .objects(2, c -> c.text("y").text("z"))
                                .op(
                                        Opcode.APPENDS,
                                        Opcode.NONE,
                                        Opcode.EMPTY_LIST,
                                        Opcode.MARK,
                                        Opcode.NONE,
                                        Opcode.NONE)
                                .op(Opcode.APPENDS)),
                        a -> a.block(1, 0, 1)));
    }

    private static byte[] sparse(long length, int[] places, int values) {
        ByteBuffer packed = ByteBuffer.allocate(4 * places.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int place : places) {
            packed.putInt(place);
        }
        Consumer<Assembler> dtype = a -> a.global("pandas", "SparseDtype")
                .op(Opcode.EMPTY_TUPLE, Opcode.NEWOBJ, Opcode.EMPTY_DICT)
                .text("_fill_value")
                .integer(0)
                .op(Opcode.SETITEM, Opcode.BUILD);
        return frame(
                a -> {
                    a.global("pandas.arrays", "SparseArray").op(Opcode.EMPTY_TUPLE, Opcode.NEWOBJ, Opcode.EMPTY_DICT);
                    a.text("_sparse_index")
                            .call("pandas._libs.sparse", "IntIndex", b -> b.integer(length)
                                    .array("<i4", places.length, packed.array()))
                            .op(Opcode.SETITEM);
                    a.text("_sparse_values")
                            .array("<i8", values, new byte[8 * values])
                            .op(Opcode.SETITEM);
                    a.text("_dtype");
                    dtype.accept(a);
                    a.op(Opcode.SETITEM, Opcode.BUILD);
                },
                length);
    }

    private static byte[] periods(String frequency, long ordinal) {
        return frame(
                a -> a.call("pandas", "array", b -> b.objects(
                                1,
                                c -> c.call("pandas", "Period", d -> d.op(Opcode.NONE)
                                        .text(frequency)
                                        .integer(ordinal)))
                        .call("pandas", "PeriodDtype", c -> c.text(frequency))),
                1);
    }

    private static byte[] intervals(String closed, long left, long right) {
        return frame(
                a -> a.call("pandas", "IntervalIndex.from_arrays", b -> b.array("<i8", 1, bytes(left))
                        .array("<i8", 1, bytes(right))
                        .text(closed)),
                1);
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private static byte[] arrow(Consumer<Assembler> type, int length, byte[] items) {
        return frame(
                a -> {
                    a.global("pandas.arrays", "ArrowExtensionArray")
                            .op(Opcode.EMPTY_TUPLE, Opcode.NEWOBJ, Opcode.EMPTY_DICT);
                    a.text("_pa_array")
                            .call("pyarrow.lib", "_restore_array", b -> b.op(Opcode.MARK)
                                    .call("pyarrow.lib", "timestamp", type)
                                    .integer(length)
                                    .integer(0)
                                    .integer(0)
                                    .op(Opcode.EMPTY_LIST, Opcode.MARK, Opcode.NONE)
                                    .call("pyarrow.lib", "py_buffer", c -> c.binary(items))
                                    .op(Opcode.APPENDS, Opcode.EMPTY_LIST, Opcode.NONE, Opcode.TUPLE))
                            .op(Opcode.SETITEM);
                    a.text("_dtype")
                            .global("pandas", "ArrowDtype")
                            .op(Opcode.EMPTY_TUPLE, Opcode.NEWOBJ, Opcode.SETITEM, Opcode.BUILD);
                },
                length);
    }

    private static byte[] zoned(Consumer<Assembler> zone) {
        return frame(
                a -> a.call("pandas", "DatetimeIndex", b -> {
                    b.array("<i8", 1, new byte[8]).op(Opcode.NONE);
                    zone.accept(b);
                }),
                1);
    }
}
