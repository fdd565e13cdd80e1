package marketlab.pickle;

import java.io.IOException;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;
import marketlab.pickle.PythonNode.Text;

/** Copies Python objects so that they no longer need the file. The total size is limited. Not thread-safe. */
final class HeldNodes {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ATTRIBUTES = 1 << 18;
    private static final int MAX_ATTRIBUTE_BYTES = 16 << 20;

    private final PickleInput in;
    private final String what;
    private final long mostValues;
    private final long mostBytes;
    private final boolean allowsForeign;
    private int depth;
    private long values;
    private long bytes;

    private HeldNodes(PickleInput in, String what, long mostValues, long mostBytes, boolean allowsForeign) {
        this.allowsForeign = allowsForeign;
        this.in = in;
        this.what = what;
        this.mostValues = mostValues;
        this.mostBytes = mostBytes;
    }

    /** For attributes. They may contain globals that pandas does not write; such attributes are not written back. */
    static HeldNodes ofAttributes(PickleInput in) {
        return new HeldNodes(in, "attributes", MAX_ATTRIBUTES, MAX_ATTRIBUTE_BYTES, true);
    }

    /** For the objects of columns. Each value takes at least one byte of the file, unless the memo repeats it. */
    static HeldNodes ofColumn(PickleInput in) {
        return new HeldNodes(in, "objects", in.length(), in.length(), false);
    }

    /** @throws PickleException if the copies are too large, for example if lists contain one another many times */
    Object copy(Object value) throws IOException {
        enter(value);
        if (value instanceof Global global && global.foreign() != null && !allowsForeign) {
            throw global.refused();
        }
        Object held = value;
        if (value instanceof String text) {
            take(0, text.length());
        } else if (value instanceof Text text) {
            take(text.offset(), text.length());
            held = ObjectDecoder.text(in, text);
        } else if (value instanceof Bytes b && (b.held() == null || b.utf8())) {
            take(b.offset(), b.length());
            held = ByteRun.held(in, b);
        } else if (value instanceof Items items) {
            held = new Items(items.offset(), items.kind(), copies(items.toArray()));
        } else if (value instanceof Call call) {
            if (call.foreign() != null && !allowsForeign) {
                throw call.foreign().refused();
            }
            Call copy = call.with(copies(call.arguments().clone()));
            if (call.built()) {
                copy.build(copy(call.state()), call.offset());
            }
            held = copy;
        }
        depth--;
        return held;
    }

    private Object[] copies(Object[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            values[i] = copy(values[i]);
        }
        return values;
    }

    private void enter(Object value) throws PickleException {
        long offset = value instanceof PythonNode node ? node.offset() : 0;
        if (++depth > MAX_DEPTH) {
            throw new PickleException(offset, what + " are nested deeper than " + MAX_DEPTH);
        }
        if (++values > mostValues) {
            throw new PickleException(offset, what + " of more than " + mostValues + " values");
        }
    }

    private void take(long offset, long count) throws PickleException {
        bytes += count;
        if (bytes > mostBytes) {
            throw new PickleException(offset, what + " of more than " + mostBytes + " bytes");
        }
    }
}
