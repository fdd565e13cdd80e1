package marketlab.dataset;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters that a dataset's metadata record, read by type. A method throws {@link IllegalArgumentException} if
 * the parameter is not recorded or has another type; its message begins with "its".
 */
public final class RecordedParameters {

    private final Map<String, Object> values;

    private RecordedParameters(Map<String, Object> values) {
        this.values = values;
    }

    /** The {@link Metadata#modelParams} of these metadata. */
    public static RecordedParameters of(Metadata metadata) {
        return new RecordedParameters(metadata.modelParams());
    }

    /** All parameters, in order. */
    public Map<String, Object> values() {
        return values;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name) {
        return value(name).toString();
    }

    /** A day in ISO 8601: {@code 2026-01-16}. */
    public LocalDate date(String name) {
        return date(name, value(name));
    }

    /** A time of the day in ISO 8601: {@code 11:15}. */
    public LocalTime time(String name) {
        try {
            return LocalTime.parse(text(name));
        } catch (DateTimeParseException e) {
            throw unreadable(name, text(name), "a time of the day");
        }
    }

    public List<LocalDate> dates(String name) {
        return list(name).stream().map(day -> date(name, day)).toList();
    }

    public List<?> list(String name) {
        return list(name, value(name));
    }

    public double number(String name) {
        return number(name, value(name)).doubleValue();
    }

    public int whole(String name) {
        return Math.toIntExact(wholeNumber(name));
    }

    public long wholeNumber(String name) {
        return number(name, value(name)).longValue();
    }

    /** A list of lists of numbers. */
    public double[][] matrix(String name) {
        return list(name).stream()
                .map(row -> list(name, row).stream()
                        .mapToDouble(cell -> number(name, cell).doubleValue())
                        .toArray())
                .toArray(double[][]::new);
    }

    /** A list of parameters by name. */
    public List<RecordedParameters> parts(String name) {
        return list(name).stream()
                .map(part -> {
                    if (part instanceof Map<?, ?> values) {
                        Map<String, Object> named = new LinkedHashMap<>();
                        values.forEach((key, value) -> named.put(String.valueOf(key), value));
                        return new RecordedParameters(named);
                    }
                    throw unreadable(name, part, "parameters by name");
                })
                .toList();
    }

    public List<Double> numbers(String name) {
        return list(name).stream()
                .map(value -> number(name, value).doubleValue())
                .toList();
    }

    /** A list of whole numbers and nulls. */
    public List<Integer> wholeNumbersOrNull(String name) {
        return list(name).stream()
                .map(value ->
                        value == null ? null : (Integer) number(name, value).intValue())
                .toList();
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("its parameter '%s' is not recorded".formatted(name));
        }
        return value;
    }

    private static LocalDate date(String name, Object value) {
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeParseException e) {
            throw unreadable(name, value, "a day");
        }
    }

    private static List<?> list(String name, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw unreadable(name, value, "a list");
    }

    private static Number number(String name, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw unreadable(name, value, "a number");
    }

    private static IllegalArgumentException unreadable(String name, Object value, String type) {
        String is = value instanceof String ? "the text '" + value + "'" : String.valueOf(value);
        return new IllegalArgumentException(
                "its parameters cannot be read: %s is %s, not %s".formatted(name, is, type));
    }
}
