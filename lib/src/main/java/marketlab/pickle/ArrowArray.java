package marketlab.pickle;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** An array of pyarrow. Its items are still in the file. */
record ArrowArray(long offset, List<ArrowChunk> chunks) {

    private static final int MILLIS_A_DAY = 86_400_000;

    private interface Items {
        Object at(ByteBuffer items, int index);
    }

    private int rows() throws PickleException {
        long rows = chunks.stream().mapToLong(ArrowChunk::length).sum();
        if (rows > Integer.MAX_VALUE - 8) {
            throw new PickleException(offset, rows + " rows are more than a column holds");
        }
        return (int) rows;
    }

    /** The text of a pandas StringDtype. */
    ColumnSource strings(TextValues.Style style, ArrowType type) throws PickleException {
        MissingMark absent = style == TextValues.Style.NATURAL ? MissingMark.NAN : MissingMark.NA;
        return ColumnSource.of(new TextValues(style, MissingMark.NA), rows(), in -> {
            Object[] texts = texts(in, absent, type);
            return TextValues.of(style, RepeatedTexts.of(texts.length, row -> texts[row]));
        });
    }

    private Object[] texts(PickleInput in, MissingMark absent, ArrowType type) throws IOException {
        Object[] texts = new Object[rows()];
        int at = 0;
        for (ArrowChunk chunk : chunks) {
            chunk.texts(in, texts, at, absent, type.name().equals("large_string") ? 8 : 4);
            at += chunk.length();
        }
        return texts;
    }

    /** The values of a pandas ArrowDtype. */
    ColumnSource values(ArrowType type) throws PickleException {
        if (type.isNumber()) {
            return numbers(type.name());
        }
        PandasType plain = plain(type);
        ArrowValues kind = new ArrowValues(plain, type);
        return ColumnSource.of(kind, rows(), in -> kind.of(read(in, plain, type)));
    }

    /** The kind of column that holds the values of this type without pyarrow. The type is not a number. */
    static PandasType plain(ArrowType type) throws PickleException {
        if (type.isText()) {
            return new TextValues(TextValues.Style.NATURAL, MissingMark.NONE);
        }
        if (type.precision() > 0) {
            return new ObjectItems(ObjectItems.Shape.NUMBERS, null);
        }
        return switch (type.name().replaceAll("\\[.*", "")) {
            case "bool" -> new Booleans(true);
            case "timestamp" ->
                new Datetimes(type.unit(), type.zone() == null ? null : new PandasZone(type.zone(), type.zone()));
            case "duration" -> new Timedeltas(type.unit());
            case "date32", "date64" -> new PythonObjects(PythonObjects.Of.DATES, MissingMark.NONE);
            default -> new PythonObjects(PythonObjects.Of.TIMES, MissingMark.NONE);
        };
    }

    private ColumnValues read(PickleInput in, PandasType plain, ArrowType type) throws IOException {
        if (plain instanceof TextValues) {
            Object[] texts = texts(in, MissingMark.NONE, type);
            return TextValues.of(TextValues.Style.NATURAL, RepeatedTexts.of(texts.length, row -> texts[row]));
        }
        byte[] mask = mask(in);
        if (plain instanceof Booleans booleans) {
            return booleans.of(new Cells.Bytes8(flags(in)), mask);
        }
        if (plain instanceof Datetimes || plain instanceof Timedeltas) {
            Cells.Longs counts = (Cells.Longs) cells(in, Dtype.of("<i8", offset));
            for (int i = 0; i < mask.length; i++) {
                counts.values()[i] = mask[i] != 0 ? Datetimes.NAT : counts.values()[i];
            }
            return ValuesDecoder.vector(plain, counts, null, offset);
        }
        Object[] items = objects(in, type, mask);
        return plain instanceof PythonObjects objects
                ? PythonObjects.of(objects.of(), items)
                : ((ObjectItems) plain).of(items, new PythonValues(in));
    }

    private Object[] objects(PickleInput in, ArrowType type, byte[] mask) throws IOException {
        Object[] items = new Object[mask.length];
        Items reader = reader(type);
        int width = width(type);
        int at = 0;
        for (ArrowChunk chunk : chunks) {
            ByteBuffer buffer = chunk.items(in, width);
            for (int i = 0; i < chunk.length(); i++, at++) {
                items[at] = mask[at] != 0 ? MissingMark.NONE : checked(reader, buffer, i);
            }
        }
        return items;
    }

    private Object checked(Items reader, ByteBuffer buffer, int index) throws PickleException {
        try {
            return reader.at(buffer, index);
        } catch (DateTimeException | ArithmeticException e) {
            throw new PickleException(offset, "a value is not valid: " + e.getMessage());
        }
    }

    private static int width(ArrowType type) {
        return type.precision() > 0 ? 16 : type.name().matches("(date32|time32).*") ? 4 : 8;
    }

    private static Items reader(ArrowType type) {
        if (type.precision() > 0) {
            return (items, index) -> decimal(items, index, type.scale());
        }
        return switch (type.name()) {
            case "date32[day]" -> (items, i) -> PythonDate.inRange(LocalDate.ofEpochDay(items.getInt(i * 4)));
            case "date64[ms]" ->
                (items, i) -> PythonDate.inRange(
                        LocalDate.ofEpochDay(Math.floorDiv(items.getLong(i * 8), (long) MILLIS_A_DAY)));
            case "time32[s]" -> (items, i) -> LocalTime.ofSecondOfDay(items.getInt(i * 4));
            case "time32[ms]" -> (items, i) -> LocalTime.ofNanoOfDay(items.getInt(i * 4) * 1_000_000L);
            case "time64[us]" -> (items, i) -> LocalTime.ofNanoOfDay(Math.multiplyExact(items.getLong(i * 8), 1000L));
            default -> (items, i) -> LocalTime.ofNanoOfDay(items.getLong(i * 8));
        };
    }

    private static BigDecimal decimal(ByteBuffer items, int index, int scale) {
        byte[] bigEndian = new byte[16];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = items.get(index * 16 + 15 - i);
        }
        return new BigDecimal(new BigInteger(bigEndian), scale);
    }

    private ColumnSource numbers(String alias) throws PickleException {
        Dtype dtype = dtype(alias);
        PandasType plain = dtype.kind() == 'f'
                ? new Floats(dtype.size(), true)
                : new Integers(dtype.size(), dtype.kind() == 'i', true);
        return ColumnSource.of(new ArrowNumbers(plain, alias), rows(), in -> {
            Cells cells = cells(in, dtype);
            byte[] mask = mask(in);
            ColumnValues vector =
                    plain instanceof Floats floats ? floats.of(cells, mask) : ((Integers) plain).of(cells, mask);
            return new ArrowNumbers(vector.kind(), alias).of(vector);
        });
    }

    private Dtype dtype(String alias) throws PickleException {
        return switch (alias) {
            case "double" -> Dtype.of("<f8", offset);
            case "float" -> Dtype.of("<f4", offset);
            default -> {
                int bytes = Integer.parseInt(alias.replaceAll("\\D", "")) / 8;
                yield Dtype.of((alias.startsWith("u") ? "u" : "i") + bytes, offset);
            }
        };
    }

    private Cells cells(PickleInput in, Dtype dtype) throws IOException {
        Cells cells = Cells.of(dtype, rows(), offset);
        int at = 0;
        for (ArrowChunk chunk : chunks) {
            cells.put(chunk.items(in, dtype.size()), at, chunk.length());
            at += chunk.length();
        }
        return cells;
    }

    private byte[] mask(PickleInput in) throws IOException {
        byte[] mask = new byte[rows()];
        int at = 0;
        for (ArrowChunk chunk : chunks) {
            chunk.mask(in, mask, at);
            at += chunk.length();
        }
        return mask;
    }

    private byte[] flags(PickleInput in) throws IOException {
        byte[] flags = new byte[rows()];
        int at = 0;
        for (ArrowChunk chunk : chunks) {
            for (boolean flag : chunk.flags(in)) {
                flags[at++] = (byte) (flag ? 1 : 0);
            }
        }
        return flags;
    }
}
