package marketlab.csv;

import java.util.List;

/** The names of the months, complete or abbreviated, in the languages of the files of exchanges and brokers. */
final class MonthNames {

    /**
     * The first letters of each month's names: English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish.
     */
    private static final List<List<String>> BEGINNINGS = List.of(
            List.of("jan", "ene", "gen"),
            List.of("feb", "fev", "fév"),
            List.of("mar", "mär", "mrz", "maa", "mrt"),
            List.of("apr", "abr", "avr"),
            List.of("may", "mai", "mag", "mei", "maj"),
            List.of("jun", "juin", "giu"),
            List.of("jul", "juil", "lug"),
            List.of("aug", "ago", "aoû", "aou"),
            List.of("sep", "set"),
            List.of("oct", "okt", "out", "ott"),
            List.of("nov"),
            List.of("dec", "dez", "dic", "déc"));

    private MonthNames() {}

    /** The number of the month for a word in lower case; 0 if the word is not a month. */
    static int of(String word) {
        for (int month = 1; month <= BEGINNINGS.size(); month++) {
            if (BEGINNINGS.get(month - 1).stream().anyMatch(word::startsWith)) {
                return month;
            }
        }
        return 0;
    }
}
