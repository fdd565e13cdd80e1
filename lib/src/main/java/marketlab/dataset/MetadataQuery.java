package marketlab.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query about metadata, such as {@code model=gbm vol>0.2 params~bullish}. A dataset must meet every term.
 *
 * <p>A key is an attribute or a parameter of the model; {@code market}, {@code model} and {@code vol} stand for
 * {@code market_type}, {@code model_type} and {@code volatility}. {@code = != < <= > >=} compare as numbers where both
 * sides are numbers, as dates or times where both are these ({@code valuation_date>=2026-01-01}; a date beside a time
 * is its whole day), else as text; {@code ~} finds text anywhere, ignoring case. A key that is absent meets {@code !=}
 * only. Immutable.
 */
public final class MetadataQuery {

    private static final Pattern TERM = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(!=|<=|>=|=|<|>|~)((?![=<>~!]).*)");
    private static final Map<String, String> SHORT = Map.of(
            "market",
            Metadata.MARKET_TYPE,
            "model",
            Metadata.MODEL_TYPE,
            "type",
            Metadata.DATA_TYPE,
            "vol",
            "volatility");

    /** One condition. */
    record Term(String key, String operator, String value) {

        /** The value of its key in the metadata; null if there is none. */
        Object valueIn(Map<String, Object> values) {
            return values.getOrDefault(SHORT.get(key), values.get(key));
        }

        boolean isMetBy(Map<String, Object> values) {
            Object there = valueIn(values);
            if (there == null) {
                return operator.equals("!=");
            }
            String text = there.toString();
            if (operator.equals("~")) {
                return text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
            }
            if (operator.matches("[<>]=?")) {
                QueryValue.requireComparable(key, text, value);
            }
            int order = QueryValue.compare(text, value);
            return switch (operator) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }

        @Override
        public String toString() {
            return key + operator + value;
        }
    }

    private final List<Term> terms;

    private MetadataQuery(List<Term> terms) {
        this.terms = terms;
    }

    /**
     * Reads a query.
     *
     * @throws IllegalArgumentException if a term is not KEY OPERATOR VALUE without spaces
     */
    public static MetadataQuery parse(String text) {
        List<Term> terms = new ArrayList<>();
        for (String word : text.trim().split("\\s+")) {
            Matcher term = TERM.matcher(word);
            if (!term.matches()) {
                throw new IllegalArgumentException(
                        "'%s' is not a term of a query; write terms like model=gbm vol>0.2 params~bullish"
                                .formatted(word));
            }
            terms.add(new Term(term.group(1), term.group(2), term.group(3)));
        }
        return new MetadataQuery(List.copyOf(terms));
    }

    /** The keys that a query may use for these metadata. */
    public static Set<String> keys(Metadata metadata) {
        return values(metadata).keySet();
    }

    /** The first key of this query that is not among the keys of all metadata; empty if all are known. */
    public Optional<String> unknown(Set<String> known) {
        return terms.stream()
                .map(Term::key)
                .filter(key -> !known.contains(key) && !known.contains(SHORT.getOrDefault(key, key)))
                .findFirst();
    }

    /**
     * Whether these metadata meet every term.
     *
     * @throws IllegalArgumentException if a term asks whether a date or a number is before or after something else
     */
    public boolean test(Metadata metadata) {
        Map<String, Object> values = values(metadata);
        return terms.stream().allMatch(term -> term.isMetBy(values));
    }

    /**
     * Whether metadata are enough for {@link #test}, although some attributes were left out.
     *
     * @param leftOut keys of these attributes
     */
    public boolean canTest(Metadata metadata, Set<String> leftOut) {
        return leftOut.isEmpty() || terms.stream().allMatch(term -> isThere(term, metadata, leftOut));
    }

    private static boolean isThere(Term term, Metadata metadata, Set<String> leftOut) {
        List<String> keys = List.of(term.key, SHORT.getOrDefault(term.key, term.key));
        return keys.stream().noneMatch(leftOut::contains)
                && (!leftOut.contains(Metadata.MODEL_PARAMS)
                        || keys.stream().anyMatch(metadata.attributes()::containsKey));
    }

    List<Term> terms() {
        return terms;
    }

    static Map<String, Object> values(Metadata metadata) {
        Map<String, Object> values = new LinkedHashMap<>(metadata.modelParams());
        values.putAll(metadata.attributes());
        return values;
    }
}
