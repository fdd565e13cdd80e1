package marketlab.option;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import marketlab.dataset.RecordedParameters;

/** Columns that a chain has on request. */
enum ExtraColumn {
    SECOND_ORDER_GREEKS,
    STICKY_DELTA,
    IMPLIED_FORWARD;

    private static final String RECORDED = "extra_columns";

    /**
     * Checks that a complete model gives these columns a meaning of their own.
     *
     * @throws IllegalArgumentException if it does not
     */
    static void check(Set<ExtraColumn> extras, ChainModel model) {
        if (!extras.contains(STICKY_DELTA)) {
            return;
        }
        if (!model.isSurface()) {
            throw new IllegalArgumentException(
                    "[greeks] the delta of %s is sticky-delta already, because its smile moves with the index: leave out sticky_delta"
                            .formatted(model.name()));
        }
        if (model.isFlat()) {
            throw new IllegalArgumentException(
                    "[greeks] on a flat volatility surface the sticky delta is the delta: choose a surface, such as"
                            + " index_skew");
        }
    }

    /** Records these columns, if there are any. */
    static void record(Set<ExtraColumn> extras, Map<String, Object> parameters) {
        if (!extras.isEmpty()) {
            parameters.put(RECORDED, extras.stream().map(ExtraColumn::id).toList());
        }
    }

    /**
     * The columns that are recorded.
     *
     * @throws IllegalArgumentException if one is unknown
     */
    static Set<ExtraColumn> recorded(RecordedParameters recorded) {
        Set<ExtraColumn> extras = EnumSet.noneOf(ExtraColumn.class);
        List<?> names = recorded.has(RECORDED) ? recorded.list(RECORDED) : List.of();
        names.forEach(name -> extras.add(Arrays.stream(values())
                .filter(extra -> extra.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "its parameters cannot be read: %s has the unknown column '%s'".formatted(RECORDED, name)))));
        return extras;
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
