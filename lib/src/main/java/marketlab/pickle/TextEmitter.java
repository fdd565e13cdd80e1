package marketlab.pickle;

import java.io.IOException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.DictionaryMap;

/** Writes strings as an object array: one by one, or as a dictionary and codes where they repeat. */
final class TextEmitter {

    private TextEmitter() {}

    static void write(OpcodeWriter out, Texts texts) throws IOException {
        Object[] words = texts.words();
        int[] codes = texts.codes();
        if (codes == null) {
            out.objects(words.length, i -> words[i]);
            return;
        }
        out.begin(Name.TAKE);
        out.objects(words.length, i -> words[i]);
        out.array("<i4", 4, codes.length, (block, from, count) -> block.asIntBuffer().put(codes, from, count));
        out.call();
    }

    /** A column's strings, with its missing ones made what pandas is to have for them. */
    static Texts texts(StringColumn column, Missing missing) {
        DictionaryMap dictionary = column.getDictionary();
        Object[] items = new Object[column.size()];
        for (int i = 0; i < items.length; i++) {
            String text = dictionary.getValueForIndex(i);
            items[i] = text.isEmpty() ? missing : text;
        }
        return Texts.of(items);
    }
}
