package marketlab.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A year, a quarter or a month instead of a date, as in statistics: 2025, 2025Q1, 2025-01. */
enum PeriodText {
    YEARS("(?<year>\\d{4})"),
    QUARTERS(
            "(?<year>\\d{4})[- /]?[Qq](?<part>[1-4])",
            "[Qq](?<part>[1-4])[- /]?(?<year>\\d{4})", "(?<part>[1-4])[Qq][- /]?(?<year>\\d{4})"),
    MONTHS(
            "(?<year>\\d{4})[-/.]?[Mm]?(?<part>\\d\\d)",
            "(?<part>\\d{1,2})[-/.](?<year>\\d{4})",
            "(?<part>\\p{L}{3,12})[.]?[- /]?(?<year>\\d{4})",
            "(?<year>\\d{4})[- /]?(?<part>\\p{L}{3,12})");

    private static final int LONGEST = 18;
    private static final int FIRST_YEAR = 1600;
    private static final int LAST_YEAR = 2399;

    private final List<Pattern> forms;

    PeriodText(String... forms) {
        this.forms = Stream.of(forms).map(Pattern::compile).toList();
    }

    /** The kind of period of a text; empty if the text is not a period. */
    static Optional<PeriodText> of(String text) {
        return Stream.of(values())
                .filter(period -> period.firstDay(text).isPresent())
                .findFirst();
    }

    /** The first day of the period in a text; empty if the text is not a period of this kind. */
    Optional<LocalDate> firstDay(String text) {
        for (Pattern form : text.length() > LONGEST ? List.<Pattern>of() : forms) {
            Matcher parts = form.matcher(text);
            if (parts.matches()) {
                int year = Integer.parseInt(parts.group("year"));
                int month = this == YEARS ? 1 : month(parts.group("part"));
                return year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12
                        ? Optional.empty()
                        : Optional.of(LocalDate.of(year, month, 1));
            }
        }
        return Optional.empty();
    }

    private int month(String part) {
        if (Character.isLetter(part.charAt(0))) {
            return MonthNames.of(part.toLowerCase(Locale.ROOT));
        }
        int number = Integer.parseInt(part);
        return this == QUARTERS ? 3 * number - 2 : number;
    }

    /** {@code quarters}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
