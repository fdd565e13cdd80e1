package marketlab.pickle;

import java.io.IOException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.DictionaryMap;

/** Writes strings as an object array: one by one, or as a dictionary and codes where they repeat. */
final class TextEmitter {

    private TextEmitter() {}

    static void write(OpcodeWriter out, RepeatedTexts texts) throws IOException {
        ChunkedList words = texts.words();
        int[] codes = texts.codes();
        if (codes == null) {
            out.objects(words.size(), words::get);
            return;
        }
        out.begin(PythonGlobal.TAKE);
        out.objects(words.size(), words::get);
        out.array("<i4", 4, codes.length, (block, from, count) -> block.asIntBuffer()
                .put(codes, from, count));
        out.call();
    }

    /** The strings of a column, with its missing values replaced by the mark that pandas gets. */
    static RepeatedTexts texts(StringColumn column, MissingMark missing) {
        DictionaryMap dictionary = column.getDictionary();
        return RepeatedTexts.of(column.size(), row -> {
            String text = dictionary.getValueForIndex(row);
            return text.isEmpty() ? missing : text;
        });
    }
}
