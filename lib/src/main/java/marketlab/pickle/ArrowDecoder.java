package marketlab.pickle;

import java.util.ArrayList;
import java.util.List;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/** Recognises arrays of pyarrow: {@code _restore_array((type, length, nulls, offset, buffers, children, dictionary))}. */
final class ArrowDecoder {

    private ArrowDecoder() {}

    static ColumnSource of(Call call) throws PickleException {
        if (!(call.state() instanceof Items state) || state.kind() != Items.Kind.DICT) {
            throw unlike(call.offset());
        }
        boolean typed = state.value("_dtype") instanceof Call dtype
                && (!(dtype.state() instanceof Items known)
                        || dtype.callee() != PythonGlobal.ARROW_DTYPE
                        || known.has("pyarrow_dtype"));
        if (!typed) {
            throw new PickleException(call.offset(), "an array's dtype is not as pandas writes it");
        }
        Object array = state.has("_pa_array") ? state.value("_pa_array") : state.value("_data");
        List<Object> types = new ArrayList<>();
        List<ArrowChunk> chunks = chunks(array, types, call.offset());
        ArrowType type = ArrowType.of(types.get(0), call.offset());
        for (Object other : types) {
            if (!ArrowType.of(other, call.offset()).equals(type)) {
                throw unlike(call.offset());
            }
        }
        if (call.callee() == PythonGlobal.ARROW_EXTENSION_ARRAY) {
            return new ArrowArray(call.offset(), chunks).values(type);
        }
        if (!type.isText()) {
            throw new PickleException(call.offset(), "strings of pyarrow's type " + type.name());
        }
        TextValues.Style style = StringStyle.of(state.value("_dtype"), call.offset());
        return new ArrowArray(call.offset(), chunks).strings(style, type);
    }

    /**
     * The chunks of an array and their type. A plain array is one chunk. A chunked array also states its type
     * separately, because it may have no chunk.
     */
    private static List<ArrowChunk> chunks(Object array, List<Object> types, long offset) throws PickleException {
        List<ArrowChunk> chunks = new ArrayList<>();
        if (array instanceof Call chunked
                && chunked.callee() == PythonGlobal.ARROW_CHUNKS
                && chunked.arguments().length == 2
                && chunked.arguments()[0] instanceof Items parts) {
            for (Object part : parts.toArray()) {
                chunks.add(chunk(part, types, offset));
            }
            types.add(chunked.arguments()[1]);
        } else {
            chunks.add(chunk(array, types, offset));
        }
        return chunks;
    }

    private static ArrowChunk chunk(Object array, List<Object> types, long offset) throws PickleException {
        if (!(array instanceof Call restored)
                || restored.callee() != PythonGlobal.RESTORE_ARROW_ARRAY
                || restored.arguments().length != 1
                || !(restored.arguments()[0] instanceof Items parts)
                || parts.size() != 7) {
            throw unlike(offset);
        }
        ArrowType.of(parts.get(0), offset); // rejects types whose arrays have other parts
        if (!(parts.get(1) instanceof Long length)
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
            throw unlike(offset);
        }
        types.add(parts.get(0));
        return new ArrowChunk(restored.offset(), length.intValue(), first.intValue(), buffers);
    }

    private static PickleException unlike(long offset) {
        return new PickleException(offset, "an array is not as pyarrow writes it");
    }
}
