package marketlab.pickle;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes pickles opcode by opcode, well formed or not. */
final class Assembler {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Assembler protocol(int protocol) {
        return new Assembler().op(Opcode.PROTO, protocol);
    }

    /** A DataFrame as marketlab writes it, with this expression for column {@code a}. */
    static byte[] frame(Consumer<Assembler> column, long rows) {
        return frame(column, index -> index.range(rows), attributes -> attributes.op(Opcode.EMPTY_DICT));
    }

    static byte[] frame(Consumer<Assembler> column, Consumer<Assembler> index, Consumer<Assembler> attributes) {
        Assembler a = protocol(5)
                .global("pandas", "DataFrame")
                .op(Opcode.MARK, Opcode.EMPTY_DICT)
                .text("a");
        column.accept(a);
        a.op(Opcode.SETITEM);
        index.accept(a);
        a.op(Opcode.NONE, Opcode.NONE, Opcode.NEWFALSE, Opcode.TUPLE, Opcode.REDUCE, Opcode.EMPTY_DICT);
        a.text("_typ").text("dataframe").op(Opcode.SETITEM).text("attrs");
        attributes.accept(a);
        return a.op(Opcode.SETITEM, Opcode.BUILD, Opcode.STOP).done();
    }

    /** A DataFrame of one row of False, as pandas has it in memory: with one block, and these labels of its columns. */
    static byte[] wide(int columns, Consumer<Assembler> labels) {
        return blocks(1, labels, a -> a.block(columns, 0, columns));
    }

    /** A DataFrame of blocks. */
    static byte[] blocks(int rows, Consumer<Assembler> labels, Consumer<Assembler> blocks) {
        return protocol(5)
                .global("pandas", "DataFrame")
                .op(Opcode.EMPTY_TUPLE, Opcode.NEWOBJ, Opcode.EMPTY_DICT)
                .text("_mgr")
                .call("pandas.core.internals.managers", "BlockManager", a -> {
                    a.op(Opcode.EMPTY_LIST, Opcode.MARK);
                    blocks.accept(a);
                    a.op(Opcode.APPENDS, Opcode.EMPTY_LIST, Opcode.MARK);
                    labels.accept(a);
                    a.range(rows).op(Opcode.APPENDS);
                })
                .op(Opcode.SETITEM)
                .text("_typ")
                .text("dataframe")
                .op(Opcode.SETITEM, Opcode.BUILD, Opcode.STOP)
                .done();
    }

    /** A block of one row of False, from this column to that. */
    Assembler block(int columns, int from, int to) {
        return call("pandas._libs.internals", "_unpickle_block", a -> {
            a.call("numpy.core.numeric", "_frombuffer", b -> b.binary(new byte[columns])
                    .text("|b1")
                    .integer(columns)
                    .integer(1)
                    .op(Opcode.TUPLE2)
                    .text("C"));
            a.call("builtins", "slice", b -> b.integer(from).integer(to).integer(1))
                    .integer(2);
        });
    }

    /** An index of labels. */
    Assembler labels(int size, Consumer<Assembler> items) {
        return call("pandas", "Index", a -> a.objects(size, items).op(Opcode.NONE, Opcode.NEWFALSE, Opcode.NONE));
    }

    /** A DataFrame of one good column with these attributes. */
    static byte[] attributes(Consumer<Assembler> attributes) {
        return frame(a -> a.array("<f8", 1, new byte[8]), a -> a.range(1), attributes);
    }

    Assembler op(int... opcodes) {
        for (int opcode : opcodes) {
            bytes.write(opcode);
        }
        return this;
    }

    Assembler raw(byte[] raw) {
        bytes.writeBytes(raw);
        return this;
    }

    Assembler raw(String ascii) {
        return raw(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    Assembler i32(long value) {
        return raw(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array());
    }

    Assembler i64(long value) {
        return raw(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    Assembler text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return utf8.length < 256
                ? op(Opcode.SHORT_BINUNICODE, utf8.length).raw(utf8)
                : op(Opcode.BINUNICODE).i32(utf8.length).raw(utf8);
    }

    Assembler binary(byte[] content) {
        return content.length < 256
                ? op(Opcode.SHORT_BINBYTES, content.length).raw(content)
                : op(Opcode.BINBYTES).i32(content.length).raw(content);
    }

    Assembler integer(long value) {
        byte[] big = BigInteger.valueOf(value).toByteArray();
        op(Opcode.LONG1, big.length);
        for (int i = big.length - 1; i >= 0; i--) {
            bytes.write(big[i]);
        }
        return this;
    }

    Assembler global(String module, String name) {
        return text(module).text(name).op(Opcode.STACK_GLOBAL);
    }

    /** A call with these arguments. */
    Assembler call(String module, String name, Consumer<Assembler> arguments) {
        global(module, name).op(Opcode.MARK);
        arguments.accept(this);
        return op(Opcode.TUPLE, Opcode.REDUCE);
    }

    Assembler range(long size) {
        return call(
                "pandas",
                "RangeIndex",
                a -> a.integer(0).integer(size).integer(1).op(Opcode.NONE, Opcode.NEWFALSE, Opcode.NONE));
    }

    Assembler array(String dtype, long size, byte[] content) {
        return call(
                "numpy",
                "ndarray",
                a -> a.integer(size).op(Opcode.TUPLE1).text(dtype).binary(content));
    }

    /** An array of objects. */
    Assembler objects(int size, Consumer<Assembler> items) {
        call("numpy", "ndarray", a -> a.integer(0).op(Opcode.TUPLE1));
        op(Opcode.MARK).integer(1).integer(size).op(Opcode.TUPLE1).call("numpy", "dtype", a -> a.text("O"));
        op(Opcode.NEWFALSE, Opcode.EMPTY_LIST, Opcode.MARK);
        items.accept(this);
        return op(Opcode.APPENDS, Opcode.TUPLE, Opcode.BUILD);
    }

    Assembler times(int count, Consumer<Assembler> part) {
        for (int i = 0; i < count; i++) {
            part.accept(this);
        }
        return this;
    }

    byte[] done() {
        return bytes.toByteArray();
    }
}
