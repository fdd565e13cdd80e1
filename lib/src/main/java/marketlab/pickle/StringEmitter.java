package marketlab.pickle;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tech.tablesaw.api.StringColumn;

/** Writes strings as an object array: one by one, or as a dictionary and codes where they repeat. */
final class StringEmitter {

    private StringEmitter() {}

    static void write(OpcodeWriter out, StringColumn column, Missing missing) throws IOException {
        write(out, column.size(), i -> {
            String text = column.get(i);
            return text.isEmpty() ? missing : text;
        });
    }

    static void write(OpcodeWriter out, Object[] items) throws IOException {
        write(out, items.length, i -> items[i]);
    }

    private static void write(OpcodeWriter out, int size, OpcodeWriter.Items items) throws IOException {
        Map<Object, Integer> codes = new HashMap<>();
        int limit = size / 4;
        for (int i = 0; i < size && codes.size() <= limit; i++) {
            codes.putIfAbsent(items.get(i), codes.size());
        }
        if (codes.size() > limit) {
            out.objects(size, items);
            return;
        }
        Object[] dictionary = new Object[codes.size()];
        codes.forEach((item, code) -> dictionary[code] = item);
        out.begin(Name.TAKE);
        out.objects(dictionary.length, i -> dictionary[i]);
        out.array("<i4", 4, size, (block, from, count) -> {
            for (int i = from; i < from + count; i++) {
                block.putInt(codes.get(items.get(i)));
            }
        });
        out.call();
    }
}
