package marketlab.pickle;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Writes a pickle of protocol 5 in blocks, and computes its length and its checksum. Not thread-safe. */
final class OpcodeWriter implements Closeable {

    /** Objects to be written: strings, booleans, dates, times and {@link MissingMark}s. */
    interface Items {
        Object get(int index);
    }

    private static final int ZEROS = 1 << 16;
    private static final int BATCH = 1000;
    private static final int SMALL = 64;
    private static final int LINE = 64;
    /** The bars of a day or a year fit in this block. A longer file continues with larger blocks. */
    private static final int FIRST_BLOCK = 1 << 15;

    /**
     * The block of the last writer that this thread closed. To allocate a block takes longer than to fill it with the
     * bars of a day.
     */
    private static final ThreadLocal<ByteBuffer> SPARE = new ThreadLocal<>();

    private final WritableByteChannel channel;
    private ByteBuffer block;
    private final List<ArrayBlocks.Part> parts = new ArrayList<>();
    private final Map<PythonGlobal, Integer> globals = new EnumMap<>(PythonGlobal.class);
    private ArrayBlocks arrays;
    private int memoSize;
    private int objectDtype = -1;
    private long written;

    OpcodeWriter(WritableByteChannel channel) throws IOException {
        this.channel = channel;
        ByteBuffer spare = SPARE.get();
        block = spare == null ? ByteBuffer.allocate(FIRST_BLOCK).order(ByteOrder.LITTLE_ENDIAN) : spare.clear();
        SPARE.remove();
        op(Opcode.PROTO);
        block.put((byte) 5);
    }

    void op(int opcode) throws IOException {
        room(SMALL);
        block.put((byte) opcode);
    }

    void none() throws IOException {
        op(Opcode.NONE);
    }

    void flag(boolean value) throws IOException {
        op(value ? Opcode.NEWTRUE : Opcode.NEWFALSE);
    }

    void real(double value) throws IOException {
        op(Opcode.BINFLOAT);
        block.putLong(Long.reverseBytes(Double.doubleToRawLongBits(value)));
    }

    void integer(long value) throws IOException {
        if (value >= 0 && value <= 0xff) {
            op(Opcode.BININT1);
            block.put((byte) value);
        } else if (value == (int) value) {
            op(Opcode.BININT);
            block.putInt((int) value);
        } else {
            integer(BigInteger.valueOf(value));
        }
    }

    void integer(BigInteger value) throws IOException {
        byte[] bigEndian = value.toByteArray();
        if (bigEndian.length > 0xff) {
            throw new IllegalArgumentException("an integer has more than 255 bytes");
        }
        room(bigEndian.length + SMALL);
        block.put((byte) Opcode.LONG1).put((byte) bigEndian.length);
        for (int i = bigEndian.length - 1; i >= 0; i--) {
            block.put(bigEndian[i]);
        }
    }

    void text(String text) throws IOException {
        byte[] utf8 = LoneSurrogates.encode(text);
        room(SMALL);
        if (utf8.length <= 0xff) {
            block.put((byte) Opcode.SHORT_BINUNICODE).put((byte) utf8.length);
        } else {
            block.put((byte) Opcode.BINUNICODE).putInt(utf8.length);
        }
        raw(utf8);
    }

    void bytes(byte[] bytes) throws IOException {
        room(SMALL);
        if (bytes.length <= 0xff) {
            block.put((byte) Opcode.SHORT_BINBYTES).put((byte) bytes.length);
        } else {
            block.put((byte) Opcode.BINBYTES).putInt(bytes.length);
        }
        raw(bytes);
    }

    /** A global. Its name is written once; after that it is taken from the memo. */
    void global(PythonGlobal name) throws IOException {
        Integer known = globals.get(name);
        if (known != null) {
            got(known);
            return;
        }
        text(name.module());
        text(name.qualifiedName());
        op(Opcode.STACK_GLOBAL);
        globals.put(name, memoize());
    }

    /** Begins a call. The arguments follow, and then {@link #call}. */
    void begin(PythonGlobal name) throws IOException {
        global(name);
        op(Opcode.MARK);
    }

    void call() throws IOException {
        op(Opcode.TUPLE);
        op(Opcode.REDUCE);
    }

    /** {@code numpy.ndarray((size,), dtype, bytearray)}: an array over bytes would be read-only in pandas. */
    void array(String dtype, int itemSize, int size, BlockFiller items) throws IOException {
        boolean isLong = beginArray(dtype, itemSize, size);
        ByteOrder order = dtype.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (isLong && channel instanceof FileChannel file) {
            flush();
            arrays = arrays == null ? new ArrayBlocks(file) : arrays;
            parts.addAll(arrays.write(file.position(), itemSize, size, order, items));
            file.position(file.position() + (long) itemSize * size);
            written += (long) itemSize * size;
        } else {
            blocks(itemSize, size, order, items);
        }
        call();
    }

    /**
     * An array with a gap for its items, which are written later. In the checksum the gap counts as zeros.
     *
     * @return offset of the first item in the file
     */
    long gap(String dtype, int itemSize, int size) throws IOException {
        return gap(dtype, itemSize, size, 0);
    }

    /** An array of bytes that are all 0. They are not written, because a gap in a file reads as zeros. */
    void zeros(int size) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(Math.min(size, ZEROS));
        Checksum sum = new Checksum();
        for (int left = size; left > 0; left -= zeros.limit()) {
            zeros.clear().limit(Math.min(left, zeros.capacity()));
            sum.add(Checksum.of(zeros.duplicate()), zeros.limit());
        }
        gap("|i1", 1, size, sum.value());
    }

    private long gap(String dtype, int itemSize, int size, int sum) throws IOException {
        FileChannel file = (FileChannel) channel;
        beginArray(dtype, itemSize, size);
        flush();
        long start = file.position();
        long length = (long) itemSize * size;
        file.position(start + length);
        parts.add(new ArrayBlocks.Part(CompletableFuture.completedFuture(sum), length));
        written += length;
        call();
        return start;
    }

    /** Writes everything before the items. Returns whether there are enough items for several threads. */
    private boolean beginArray(String dtype, int itemSize, int size) throws IOException {
        boolean isLong = (long) itemSize * size >= ArrayBlocks.WORTHWHILE;
        begin(PythonGlobal.NDARRAY);
        if (isLong) {
            alignedSize(size, dtype.length());
        } else {
            integer(size);
        }
        op(Opcode.TUPLE1);
        text(dtype);
        op(Opcode.BYTEARRAY8);
        block.putLong((long) itemSize * size);
        return isLong;
    }

    /** The size, with leading zeros so that the items begin at a cache line. Copies are faster then. */
    private void alignedSize(int size, int dtypeLength) throws IOException {
        room(2 * SMALL);
        int rest = dtypeLength + 14;
        int zeros = (int) -(written + block.position() + Integer.BYTES + rest) & (LINE - 1);
        block.put((byte) Opcode.LONG1)
                .put((byte) (Integer.BYTES + zeros))
                .putInt(size)
                .put(new byte[zeros]);
    }

    private void blocks(int itemSize, int size, ByteOrder order, BlockFiller items) throws IOException {
        for (int from = 0; from < size; ) {
            room(itemSize);
            int count = Math.min(size - from, block.remaining() / itemSize);
            ByteBuffer part = block.slice(block.position(), count * itemSize).order(order);
            items.fill(part, from, count);
            block.position(block.position() + count * itemSize);
            from += count;
        }
    }

    /** {@code numpy.ndarray((0,))} with the state that makes it an array of these objects. */
    void objects(int size, Items items) throws IOException {
        begin(PythonGlobal.NDARRAY);
        integer(0);
        op(Opcode.TUPLE1);
        call();
        op(Opcode.MARK);
        integer(1);
        integer(size);
        op(Opcode.TUPLE1);
        objectDtype();
        flag(false);
        op(Opcode.EMPTY_LIST);
        for (int from = 0; from < size; from += BATCH) {
            op(Opcode.MARK);
            for (int i = from; i < Math.min(from + BATCH, size); i++) {
                object(items.get(i));
            }
            op(Opcode.APPENDS);
        }
        op(Opcode.TUPLE);
        op(Opcode.BUILD);
    }

    void objectDtype() throws IOException {
        if (objectDtype >= 0) {
            got(objectDtype);
            return;
        }
        begin(PythonGlobal.DTYPE);
        text("O");
        call();
        objectDtype = memoize();
    }

    private void object(Object item) throws IOException {
        if (item instanceof String text) {
            text(text);
        } else if (item instanceof MissingMark missing) {
            missing.write(this);
        } else if (item instanceof Boolean flag) {
            flag(flag);
        } else if (item instanceof LocalDate date) {
            date(date);
        } else if (item instanceof LocalTime time) {
            time(time);
        } else {
            new ValueWriter(this).write(item);
        }
    }

    void date(LocalDate date) throws IOException {
        int year = year(date);
        begin(PythonGlobal.DATE);
        bytes(new byte[] {(byte) (year >> 8), (byte) year, (byte) date.getMonthValue(), (byte) date.getDayOfMonth()});
        call();
    }

    void time(LocalTime time) throws IOException {
        int micros = time.getNano() / 1000;
        begin(PythonGlobal.TIME);
        bytes(new byte[] {
            (byte) time.getHour(),
            (byte) time.getMinute(),
            (byte) time.getSecond(),
            (byte) (micros >> 16),
            (byte) (micros >> 8),
            (byte) micros
        });
        call();
    }

    /** The year of a date, which must be in the range of Python's dates. */
    static int year(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new IllegalArgumentException("a date of Python is in the years 1 to 9999, got " + date);
        }
        return date.getYear();
    }

    /** Puts the last object into the memo, and returns its index there. */
    int memoize() throws IOException {
        op(Opcode.MEMOIZE);
        return memoSize++;
    }

    void got(int index) throws IOException {
        op(index <= 0xff ? Opcode.BINGET : Opcode.LONG_BINGET);
        if (index <= 0xff) {
            block.put((byte) index);
        } else {
            block.putInt(index);
        }
    }

    private void raw(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            room(1);
            int count = Math.min(block.remaining(), bytes.length - from);
            block.put(bytes, from, count);
            from += count;
        }
    }

    private void room(int bytes) throws IOException {
        if (block.remaining() < bytes) {
            flush();
            if (block.capacity() < PickleInput.BLOCK) {
                block = ByteBuffer.allocateDirect(PickleInput.BLOCK).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
    }

    private void flush() throws IOException {
        sumUp();
        drain();
    }

    private void sumUp() {
        written += block.position();
        int sum = Checksum.of(block.duplicate().flip());
        parts.add(new ArrayBlocks.Part(CompletableFuture.completedFuture(sum), block.position()));
    }

    private void drain() throws IOException {
        block.flip();
        while (block.hasRemaining()) {
            channel.write(block);
        }
        block.clear();
    }

    /** Ends the pickle without a seal, and returns its length. */
    long stop() throws IOException {
        op(Opcode.STOP);
        flush();
        return written;
    }

    /** The checksum of everything written so far, with gaps as zeros. Waits until it is written. */
    int sum() throws IOException {
        if (arrays != null) {
            arrays.await();
        }
        Checksum sum = new Checksum();
        for (ArrayBlocks.Part part : parts) {
            sum.add(part.await(), part.length());
        }
        return sum.value();
    }

    /** Ends the pickle and seals it. */
    void end() throws IOException {
        op(Opcode.STOP);
        sumUp();
        block.put(Footer.of(written, sum()));
        drain();
    }

    @Override
    public void close() throws IOException {
        if (arrays != null) {
            arrays.close();
        }
        if (block != null) {
            SPARE.set(block);
            block = null;
        }
        channel.close();
    }
}
