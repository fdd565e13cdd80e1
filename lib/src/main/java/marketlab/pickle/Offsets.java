package marketlab.pickle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/** The frequencies of pandas as calls, which is how pandas pickles them since version 1.1: {@code Week(1, False, 4)}. */
final class Offsets {

    /** The arguments after the first two, which are the count and whether times are set to midnight. */
    private static final Map<PythonGlobal, List<String>> ARGUMENTS = Map.ofEntries(
            Map.entry(PythonGlobal.OFFSET_BUSINESS_DAY, List.of("_offset")),
            Map.entry(PythonGlobal.OFFSET_WEEK, List.of("weekday")),
            Map.entry(PythonGlobal.OFFSET_QUARTER_BEGIN, List.of("startingMonth")),
            Map.entry(PythonGlobal.OFFSET_QUARTER_END, List.of("startingMonth")),
            Map.entry(PythonGlobal.OFFSET_BUSINESS_QUARTER_BEGIN, List.of("startingMonth")),
            Map.entry(PythonGlobal.OFFSET_BUSINESS_QUARTER_END, List.of("startingMonth")),
            Map.entry(PythonGlobal.OFFSET_YEAR_BEGIN, List.of("month")),
            Map.entry(PythonGlobal.OFFSET_YEAR_END, List.of("month")),
            Map.entry(PythonGlobal.OFFSET_BUSINESS_YEAR_BEGIN, List.of("month")),
            Map.entry(PythonGlobal.OFFSET_BUSINESS_YEAR_END, List.of("month")),
            Map.entry(PythonGlobal.OFFSET_WEEK_OF_MONTH, List.of("week", "weekday")),
            Map.entry(PythonGlobal.OFFSET_LAST_WEEK_OF_MONTH, List.of("weekday")),
            Map.entry(PythonGlobal.OFFSET_SEMI_MONTH_BEGIN, List.of("day_of_month")),
            Map.entry(PythonGlobal.OFFSET_SEMI_MONTH_END, List.of("day_of_month")),
            Map.entry(PythonGlobal.OFFSET_FISCAL_YEAR, List.of("weekday", "startingMonth", "variation")),
            Map.entry(PythonGlobal.OFFSET_BUSINESS_HOUR, List.of("start", "end", "_offset")),
            Map.entry(PythonGlobal.OFFSET_CUSTOM_BUSINESS_DAY, List.of("weekmask", "holidays", "calendar", "_offset")));

    private Offsets() {}

    static boolean isOffset(Object node) {
        return node instanceof Call call && call.callee().name().startsWith("OFFSET_");
    }

    /**
     * An offset in a form that every pandas reads. Most offsets that pandas before 1.1 pickled stay as they are,
     * because a later pandas compares them with its own as unequal. Those that a later pandas cannot read are
     * rewritten.
     */
    static Call readable(Call offset) {
        return switch (offset.callee()) {
            case OFFSET_CUSTOM_BUSINESS_DAY, OFFSET_FISCAL_YEAR -> canonical(offset);
            default -> offset;
        };
    }

    /** The call for an offset that an older pandas pickled as a new object with a dict. */
    static Call canonical(Call offset) {
        boolean older = offset.made()
                && offset.arguments().length == 0
                && offset.callee() != PythonGlobal.OFFSET_DATE
                && offset.state() instanceof Items state
                && state.kind() == Items.Kind.DICT
                && state.has("n");
        if (!older) {
            return offset;
        }
        Items state = (Items) offset.state();
        List<Object> arguments =
                new ArrayList<>(List.of(state.value("n"), Boolean.TRUE.equals(state.value("normalize"))));
        for (String key : ARGUMENTS.getOrDefault(offset.callee(), List.of())) {
            arguments.add(state.value(key));
        }
        return new Call(offset.offset(), offset.callee(), arguments.toArray(), false);
    }
}
