package marketlab.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises the names of a file's columns, and replaces different spellings by the usual names of bars. */
final class ColumnNames {

    /** The spellings of each usual name. If a file has several of them, the first one in the list is used. */
    private static final Map<String, List<String>> SPELLINGS = ColumnSpellings.ofBars();

    private static final List<String> TIMES = ColumnSpellings.TIMES;

    /** The names of a column of years, quarters or months. */
    private static final Set<String> PERIODS =
            Set.of("month", "quarter", "year", "period", "yearmonth", "timeperiod", "yyyymm");

    /** The names that programs expect, such as Date. */
    private static final Set<String> USUAL_TIMES = Set.of("datetime", "timestamp");

    private static final Map<String, String> LETTERS =
            Map.of("t", "time", "o", "open", "h", "high", "l", "low", "c", "close", "v", "volume", "T", "ticker");

    private static final List<String> CONTRACT_DATES =
            List.of("expir", "xpry", "maturity", "listing", "issue", "settle", "birth");

    private static final Set<String> QUOTES = Set.of("last", "price", "adjclose", "bid", "ask", "settle");

    /** The last word in the name of a column that holds symbols or names, whatever its cells look like. */
    private static final Set<String> LABELS =
            Set.of("symbol", "symbols", "symb", "ticker", "tickers", "name", "names", "isin", "cusip", "sedol", "figi");

    private static final Pattern SIZE = Pattern.compile(
            ".*(volume|turnover|cap|capitali[sz]ation|shares|outstanding|float|quantity|qty|size|revenue|sales|income"
                    + "|profit|ebitda|assets|aum|debt|cash|interest|notional)|vol|oi");

    private ColumnNames() {}

    /** A name's letters and digits, in lower case: {@code <VOL>}, {@code Vol.} and {@code vol} are the same. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /** Whether the names belong to a language that writes the day before the month. */
    static boolean areDayFirst(List<String> names) {
        return ColumnSpellings.areDayFirst(names.stream().map(ColumnNames::key).toList());
    }

    /**
     * How clearly a name says that the column has the time of each row: 0 is the clearest; −1 if the name does not say
     * it.
     */
    static int timeRank(String name) {
        return TIMES.indexOf(key(name));
    }

    /** Whether a column of this name may have years, quarters or months. */
    static boolean isPeriod(String name) {
        return PERIODS.contains(key(name));
    }

    /** Whether a column of this name has dates or times of any kind. */
    static boolean isDated(String name) {
        List<String> words = words(name);
        return isTime(name) || words.stream().anyMatch(word -> word.matches("dt|(?!up).*date|datum|expir.*|xpry"));
    }

    /** Whether a column of this name has times of day: {@code TIME}, {@code Trade Time}; not {@code Lifetime High}. */
    static boolean isTime(String name) {
        List<String> words = words(name);
        return TIMES.contains(key(name))
                || ColumnSpellings.TIMES_OF_DAY.contains(key(name))
                || !words.isEmpty() && words.get(words.size() - 1).matches("(date)?time");
    }

    /** Whether the last word of a name is time. Beside a date, such a column has times of day. */
    static boolean isTimeOfDay(String name) {
        List<String> words = words(name);
        return !words.isEmpty() && words.get(words.size() - 1).equals("time");
    }

    /** The words of a name in lower case: {@code XpryDt} and {@code XPRY_DT} have two. */
    private static List<String> words(String name) {
        return Stream.of(name.split("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether a column of dates describes a contract or a company, and is not the time of the row. */
    static boolean isOfContract(String name) {
        String key = key(name);
        return CONTRACT_DATES.stream().anyMatch(key::contains);
    }

    /**
     * Whether a column of this name has prices or sizes. Then it must have numbers, even if many cells are not numbers.
     */
    static boolean isPrice(String name) {
        String key = key(name);
        return SPELLINGS.containsKey(name) || SPELLINGS.containsKey(capitalised(key)) || QUOTES.contains(key);
    }

    /** Whether a column of this name has symbols or names. Then TRUE, NA and 1E5 are names too. */
    static boolean isLabel(String name) {
        List<String> words = words(name);
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        return LABELS.contains(last) || last.endsWith("symbol");
    }

    /** Whether a column of this name has sizes, which may be large. Then a letter after a number multiplies it. */
    static boolean isSize(String name) {
        return words(name).stream().anyMatch(word -> SIZE.matcher(word).matches());
    }

    /** The name without the marks that programs put around it, and with one blank between words. */
    static String clean(String name) {
        String bare = name.strip();
        if (bare.startsWith("<") && bare.endsWith(">")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        if (bare.startsWith("#") && bare.length() > 1) {
            bare = bare.substring(1);
        }
        return bare.replaceAll("[\\s\u00a0]+", " ").strip();
    }

    /**
     * Replaces the single letters t o h l c v, which web services use, by words. Only if they stand together, because a
     * column c alone may be anything.
     */
    static List<String> withLettersAsWords(List<String> names, List<String> told) {
        if (!names.containsAll(List.of("o", "h", "l", "c"))) {
            return names;
        }
        told.add("o h l c as Open High Low Close");
        return names.stream().map(name -> LETTERS.getOrDefault(name, name)).toList();
    }

    /**
     * The names, with different spellings of bars' columns replaced by the usual ones. Unchanged if no column has the
     * time of the rows.
     *
     * @param told receives each replacement by another word, as {@code Price as Close}
     */
    static List<String> usual(List<String> names, List<String> told) {
        List<String> usual = new ArrayList<>(names);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(key(names.get(i)), i);
        }
        if (TIMES.stream().noneMatch(places::containsKey)) {
            return usual;
        }
        SPELLINGS.forEach((name, spellings) -> spellings.stream()
                .filter(places::containsKey)
                .findFirst()
                .ifPresent(spelling -> usual.set(places.get(spelling), name)));
        if (new HashSet<>(usual).size() < usual.size()) {
            return new ArrayList<>(names);
        }
        for (int i = 0; i < names.size(); i++) {
            if (!key(names.get(i)).equals(key(usual.get(i)))) {
                told.add(names.get(i) + " as " + usual.get(i));
            }
        }
        return usual;
    }

    /** The new name of the column with the time of the rows: Date, if it is not Datetime or Timestamp. */
    static String ofTime(String name) {
        String key = key(name);
        if (USUAL_TIMES.contains(key)) {
            return capitalised(key);
        }
        return key.isEmpty() || TIMES.contains(key) || PERIODS.contains(key) ? "Date" : name;
    }

    private static String capitalised(String key) {
        return key.isEmpty() ? key : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }
}
