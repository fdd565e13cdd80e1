package marketlab.csv;

import java.util.List;

/** The months as words, whole or shortened, in the languages of exchanges' and brokers' files. */
final class MonthNames {

    /** What the words of each month begin with: English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish. */
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

    /** The number of the month that a word in lower case names; 0 if it names none. */
    static int of(String word) {
        for (int month = 1; month <= BEGINNINGS.size(); month++) {
            if (BEGINNINGS.get(month - 1).stream().anyMatch(word::startsWith)) {
                return month;
            }
        }
        return 0;
    }
}
