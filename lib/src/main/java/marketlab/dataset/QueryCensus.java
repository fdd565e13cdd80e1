package marketlab.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Counts how many datasets match each term of a query, so that a search without a result can list the existing values.
 * Keeps only a few values. Not thread-safe.
 */
public final class QueryCensus {

    private static final int MOST_NAMED = 12;

    /** The values found for one term. */
    private static final class Count {
        final TreeSet<String> values = new TreeSet<>(QueryValue::compare);
        int met;
        boolean more;

        void add(String value) {
            values.add(value);
            if (values.size() > MOST_NAMED) {
                values.remove(new ArrayList<>(values).get(MOST_NAMED / 2));
                more = true;
            }
        }

        @Override
        public String toString() {
            List<String> named = new ArrayList<>(values);
            if (more) {
                named.add(MOST_NAMED / 2, "…");
            }
            return named.stream().map(value -> value.isEmpty() ? "''" : value).collect(Collectors.joining(", "));
        }
    }

    private final Map<MetadataQuery.Term, Count> counts = new LinkedHashMap<>();

    public QueryCensus(MetadataQuery query) {
        query.terms().forEach(term -> counts.put(term, new Count()));
    }

    /** Counts one dataset. */
    public void add(Metadata metadata) {
        Map<String, Object> values = MetadataQuery.values(metadata);
        counts.forEach((term, count) -> {
            count.met += term.isMetBy(values) ? 1 : 0;
            Object value = term.valueIn(values);
            if (value != null) {
                count.add(value.toString());
            }
        });
    }

    /** Why no dataset matches all terms. */
    public String explanation() {
        for (Map.Entry<MetadataQuery.Term, Count> count : counts.entrySet()) {
            if (count.getValue().met == 0) {
                return "no dataset has %s; there are: %s".formatted(count.getKey(), count.getValue());
            }
        }
        return counts.entrySet().stream()
                .map(count -> "%s with %s".formatted(count.getValue().met, count.getKey()))
                .collect(Collectors.joining(", ", "no dataset has all of it; there are: ", ""));
    }
}
