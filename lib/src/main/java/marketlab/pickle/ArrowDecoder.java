package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/** Arrays of pyarrow: {@code _restore_array((type, length, nulls, offset, buffers, children, dictionary))}. */
final class ArrowDecoder {

    private ArrowDecoder() {}

    static ColumnSource of(Call call) throws PickleException {
        if (!(call.state() instanceof Items state)
                || !(state.value("_pa_array") instanceof Call restored)
                || restored.callee() != PythonGlobal.RESTORE_ARROW_ARRAY
                || restored.arguments().length != 1
                || !(restored.arguments()[0] instanceof Items parts)
                || parts.size() != 7
                || !(parts.get(0) instanceof Call type)
                || type.callee() != PythonGlobal.ARROW_TYPE
                || type.arguments().length != 1
                || !(type.arguments()[0] instanceof String alias)
                || !(parts.get(1) instanceof Long length)
                || length < 0
                || length > Integer.MAX_VALUE - 8
                || !(parts.get(3) instanceof Long first)
                || first < 0
                || first > Integer.MAX_VALUE
                || !(parts.get(2) instanceof Long nulls)
                || !(parts.get(4) instanceof Items buffers)
                || buffers.size() < 2
                || buffers.get(0) == null && nulls > 0
                || !(parts.get(5) instanceof Items children)
                || children.size() > 0
                || parts.get(6) != null) {
            throw new PickleException(call.offset(), "an array is not as pyarrow writes it");
        }
        boolean typed = state.value("_dtype") instanceof Call dtype
                && (!(dtype.state() instanceof Items known)
                        || dtype.callee() != PythonGlobal.ARROW_DTYPE
                        || known.has("pyarrow_dtype"));
        if (!typed) {
            throw new PickleException(call.offset(), "an array's dtype is not as pandas writes it");
        }
        Arrow arrow = new Arrow(call.offset(), length.intValue(), first.intValue(), buffers);
        boolean text = alias.equals("large_string") || alias.equals("string");
        if (call.callee() == PythonGlobal.ARROW_EXTENSION_ARRAY) {
            return arrow.extension(alias, text);
        }
        if (!text) {
            throw new PickleException(call.offset(), "strings of pyarrow's type " + alias);
        }
        return arrow.strings(
                StringStyle.of(state.value("_dtype"), call.offset()), alias.equals("large_string") ? 8 : 4);
    }

    private record Arrow(long offset, int length, int first, Items buffers) {

        ColumnSource strings(TextValues.Style style, int width) {
            return ColumnSource.of(new TextValues(style, MissingMark.NA), length, in -> {
                Object[] texts = texts(in, style, width);
                return TextValues.of(style, RepeatedTexts.of(texts.length, row -> texts[row]));
            });
        }

        ColumnSource extension(String alias, boolean text) throws PickleException {
            if (text) {
                throw ValuesDecoder.unsupported(offset, alias + "[pyarrow]");
            }
            Dtype dtype =
                    switch (alias) {
                        case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64" ->
                            Dtype.of(
                                    alias.replace("uint", "u")
                                            .replace("int", "i")
                                            .replaceAll(
                                                    "\\d+$", "" + Integer.parseInt(alias.replaceAll("\\D", "")) / 8),
                                    offset);
                        case "double" -> Dtype.of("<f8", offset);
                        case "float" -> Dtype.of("<f4", offset);
                        default -> throw ValuesDecoder.unsupported(offset, alias + "[pyarrow]");
                    };
            PandasType plain = dtype.kind() == 'f'
                    ? new Floats(dtype.size(), true)
                    : new Integers(dtype.size(), dtype.kind() == 'i', true);
            return ColumnSource.of(new ArrowNumbers(plain, alias), length, in -> {
                Cells cells = Cells.of(dtype, length, offset);
                ByteBuffer items = buffer(in, 1, (long) first * dtype.size(), (long) length * dtype.size());
                cells.put(items, 0, length);
                byte[] mask = new byte[length];
                boolean[] valid = valid(in);
                for (int i = 0; i < length; i++) {
                    mask[i] = (byte) (valid == null || valid[i] ? 0 : 1);
                }
                ColumnValues vector =
                        plain instanceof Floats floats ? floats.of(cells, mask) : ((Integers) plain).of(cells, mask);
                if (vector == null) {
                    throw PickleException.noColumn(offset, "a uint64 over 9223372036854775807");
                }
                return new ArrowNumbers(plain, alias).of(vector);
            });
        }

        private Object[] texts(PickleInput in, TextValues.Style style, int width) throws IOException {
            MissingMark absent = style == TextValues.Style.NATURAL ? MissingMark.NAN : MissingMark.NA;
            boolean[] valid = valid(in);
            ByteBuffer offsets = buffer(in, 1, (long) first * width, (length + 1L) * width);
            Bytes text = ByteRun.held(in, bytes(2));
            byte[] utf8 = text.held();
            Object[] texts = new Object[length];
            long start = at(offsets, 0, width);
            for (int i = 0; i < length; i++) {
                long end = at(offsets, i + 1, width);
                if (start < 0 || end < start || end > utf8.length) {
                    throw new PickleException(
                            offset, "a string from byte %s to %s of %s".formatted(start, end, utf8.length));
                }
                texts[i] = valid != null && !valid[i]
                        ? absent
                        : PickleInput.text(utf8, (int) start, (int) (end - start), text.offset() + start);
                start = end;
            }
            return texts;
        }

        private static long at(ByteBuffer offsets, int index, int width) {
            return width == 8 ? offsets.getLong(index * 8) : offsets.getInt(index * 4);
        }

        /** A bit for each item; null if all are there. */
        private boolean[] valid(PickleInput in) throws IOException {
            if (buffers.size() == 0 || buffers.get(0) == null) {
                return null;
            }
            ByteBuffer bits = buffer(in, 0, 0, (first + (long) length + 7) / 8);
            boolean[] valid = new boolean[length];
            for (int i = 0; i < length; i++) {
                int bit = first + i;
                valid[i] = (bits.get(bit >> 3) >> (bit & 7) & 1) != 0;
            }
            return valid;
        }

        private ByteBuffer buffer(PickleInput in, int index, long from, long count) throws IOException {
            Bytes bytes = ByteRun.held(in, bytes(index));
            if (from + count > bytes.length() || from + count > Integer.MAX_VALUE - 8) {
                throw new PickleException(
                        bytes.offset(), "an arrow buffer of %s bytes needs %s".formatted(bytes.length(), from + count));
            }
            return ByteBuffer.wrap(bytes.held(), (int) from, (int) count)
                    .slice()
                    .order(ByteOrder.LITTLE_ENDIAN);
        }

        private Bytes bytes(int index) throws PickleException {
            if (index < buffers.size()
                    && buffers.get(index) instanceof Call buffer
                    && buffer.callee() == PythonGlobal.ARROW_BUFFER
                    && buffer.arguments().length == 1) {
                Bytes bytes = NdArray.bytes(buffer.arguments()[0]);
                if (bytes != null) {
                    return bytes;
                }
            }
            throw new PickleException(offset, "an array of pyarrow has no buffer " + index);
        }
    }
}
