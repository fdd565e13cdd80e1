package marketlab.pickle;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.strings.DictionaryMap;
import tech.tablesaw.columns.strings.NoKeysAvailableException;
import tech.tablesaw.selection.Selection;

/**
 * The strings of a column as they were read. Tablesaw's own dictionary has three hash tables, which take more time than
 * reading the file. It is made only when a caller needs it or changes the column.
 */
final class TextDictionary implements DictionaryMap {

    private final RepeatedTexts texts;
    private DictionaryMap tables;

    TextDictionary(RepeatedTexts texts) {
        this.texts = texts;
    }

    /** The strings that were read; null after the column was changed. */
    RepeatedTexts texts() {
        return tables == null ? texts : null;
    }

    private DictionaryMap tables() {
        if (tables == null) {
            tables = StringColumn.create("", asObjectArray()).getDictionary();
        }
        return tables;
    }

    @Override
    public int size() {
        return tables == null ? texts.size() : tables.size();
    }

    @Override
    public String getValueForIndex(int row) {
        return tables == null ? texts.text(row) : tables.getValueForIndex(row);
    }

    @Override
    public boolean isMissing(int row) {
        return getValueForIndex(row).isEmpty();
    }

    @Override
    public int countMissing() {
        int count = 0;
        for (int row = 0; row < size(); row++) {
            count += isMissing(row) ? 1 : 0;
        }
        return count;
    }

    @Override
    public String[] asObjectArray() {
        String[] strings = new String[size()];
        for (int row = 0; row < strings.length; row++) {
            strings[row] = getValueForIndex(row);
        }
        return strings;
    }

    @Override
    public Iterator<String> iterator() {
        return List.of(asObjectArray()).iterator();
    }

    @Override
    public void sortDescending() {
        tables().sortDescending();
    }

    @Override
    public void sortAscending() {
        tables().sortAscending();
    }

    @Override
    public int getKeyAtIndex(int row) {
        return tables().getKeyAtIndex(row);
    }

    @Override
    public String getValueForKey(int key) {
        return tables().getValueForKey(key);
    }

    @Override
    public int countOccurrences(String text) {
        return tables().countOccurrences(text);
    }

    @Override
    public Set<String> asSet() {
        return tables().asSet();
    }

    @Override
    public int getKeyForIndex(int row) {
        return tables().getKeyForIndex(row);
    }

    @Override
    public int firstIndexOf(String text) {
        return tables().firstIndexOf(text);
    }

    @Override
    public Selection selectIsIn(String... words) {
        return tables().selectIsIn(words);
    }

    @Override
    public Selection selectIsIn(Collection<String> words) {
        return tables().selectIsIn(words);
    }

    @Override
    public void append(String text) throws NoKeysAvailableException {
        tables().append(text);
    }

    @Override
    public void set(int row, String text) throws NoKeysAvailableException {
        tables().set(row, text);
    }

    @Override
    public void clear() {
        tables().clear();
    }

    @Override
    public int countUnique() {
        return tables().countUnique();
    }

    @Override
    public Table countByCategory(String name) {
        return tables().countByCategory(name);
    }

    @Override
    public Selection isEqualTo(String text) {
        return tables().isEqualTo(text);
    }

    @Override
    public List<BooleanColumn> getDummies() {
        return tables().getDummies();
    }

    @Override
    public byte[] asBytes(int row) {
        return tables().asBytes(row);
    }

    @Override
    public void appendMissing() {
        tables().appendMissing();
    }

    @Override
    public DictionaryMap promoteYourself() {
        return tables().promoteYourself();
    }

    @Override
    public int nextKeyWithoutIncrementing() {
        return tables().nextKeyWithoutIncrementing();
    }

    @Override
    public boolean canPromoteToText() {
        return tables().canPromoteToText();
    }
}
