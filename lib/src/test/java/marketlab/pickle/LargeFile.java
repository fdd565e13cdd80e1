package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import marketlab.dataset.Dataset;
import tech.tablesaw.api.DoubleColumn;

/** A frame of one column of 3 GiB, all zeros but the last: made as a file with a hole, read and written in a JVM of its own. */
final class LargeFile {

    static final int ROWS = 3 << 27;
    static final double LAST = 1.5;

    private LargeFile() {}

    public static void main(String... args) throws IOException {
        Path copy = Path.of(args[1]);
        Dataset dataset = PandasPickle.read(Path.of(args[0]));
        PandasPickle.write(dataset, copy);
        DoubleColumn column = dataset.table().doubleColumn("a");
        System.out.println(column.size() + " " + column.getDouble(0) + " " + column.getDouble(ROWS - 1));
    }

    static void write(Path file) throws IOException {
        ByteBuffer start = ByteBuffer.wrap(Assembler.protocol(5)
                .global("pandas", "DataFrame")
                .op(Opcode.MARK, Opcode.EMPTY_DICT)
                .text("a")
                .global("numpy", "ndarray")
                .op(Opcode.MARK)
                .integer(ROWS)
                .op(Opcode.TUPLE1)
                .text("<f8")
                .op(Opcode.BYTEARRAY8)
                .i64(8L * ROWS)
                .done());
        ByteBuffer last = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(LAST)
                .flip();
        ByteBuffer end = ByteBuffer.wrap(new Assembler()
                .op(Opcode.TUPLE, Opcode.REDUCE, Opcode.SETITEM)
                .range(ROWS)
                .op(Opcode.NONE, Opcode.NONE, Opcode.NEWFALSE, Opcode.TUPLE, Opcode.REDUCE)
                .op(Opcode.EMPTY_DICT)
                .text("_typ")
                .text("dataframe")
                .op(Opcode.SETITEM, Opcode.BUILD, Opcode.STOP)
                .done());
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            long after = start.remaining() + 8L * ROWS;
            channel.write(start, 0);
            channel.write(last, after - 8);
            channel.write(end, after);
        }
    }
}
