package marketlab.pickle;

import java.util.Set;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/** Finds the style of text for a StringDtype. */
final class StringStyle {

    private static final Set<Object> STORAGES = Set.of("python", "pyarrow", "pyarrow_numpy");

    private StringStyle() {}

    /**
     * {@code StringDtype(storage, na_value)}, or a StringDtype of an older pandas, which has its storage in its state
     * or has none.
     */
    static TextValues.Style of(Object dtype, long offset) throws PickleException {
        if (!(dtype instanceof Call call) || call.callee() != PythonGlobal.STRING_DTYPE) {
            throw new PickleException(offset, "the dtype of strings is not a StringDtype");
        }
        Object[] a = call.arguments();
        Object storage = a.length > 0 ? a[0] : call.state() instanceof Items state ? state.value("storage") : null;
        Object missing = a.length > 1 ? a[1] : call.state() instanceof Items state ? state.value("_na_value") : null;
        if (storage != null && !STORAGES.contains(storage)) {
            throw new PickleException(
                    offset, "strings are stored in '%s', which pandas does not know".formatted(storage));
        }
        if (MissingMark.of(missing) == null) {
            throw new PickleException(offset, "strings have a missing value that pandas does not know");
        }
        if (MissingMark.of(missing) == MissingMark.NAN) {
            return TextValues.Style.NATURAL;
        }
        return "pyarrow".equals(storage)
                ? TextValues.Style.STRING_ARROW
                : "python".equals(storage) ? TextValues.Style.STRING_PYTHON : TextValues.Style.STRING;
    }
}
