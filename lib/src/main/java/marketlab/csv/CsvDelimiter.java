package marketlab.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the mark between the cells of a text. It is the mark that most lines have equally often, outside of quotes.
 */
enum CsvDelimiter {
    // If two marks are equally frequent, as in 2026-01-05;155,12;155,45, the first in the list wins.
    TAB('\t', "tabs"),
    SEMICOLON(';', "semicolons"),
    PIPE('|', "vertical bars"),
    COMMA(',', "commas");

    private static final int SAMPLE = 200;
    /** The first line of a file, if it tells Excel the delimiter. */
    private static final Pattern EXCELS_LINE = Pattern.compile("(?i)\"?sep=([\t;|,])\"?\\s*?[\r\n]");

    final char mark;
    final String text;

    CsvDelimiter(char mark, String text) {
        this.mark = mark;
        this.text = text;
    }

    /** The delimiter of this text; a comma if there is none. */
    static CsvDelimiter of(String text) {
        Matcher told = EXCELS_LINE.matcher(text);
        if (told.lookingAt()) {
            char mark = told.group(1).charAt(0);
            return Stream.of(values())
                    .filter(known -> known.mark == mark)
                    .findFirst()
                    .orElse(COMMA);
        }
        CsvDelimiter best = COMMA;
        int most = 0;
        for (CsvDelimiter delimiter : values()) {
            int lines = delimiter.linesAlike(text);
            if (lines > most) {
                most = lines;
                best = delimiter;
            }
        }
        return best;
    }

    /** The number of lines that have the most common count of this mark. */
    private int linesAlike(String text) {
        Map<Integer, Integer> linesByMarks = new HashMap<>();
        boolean isQuoted = false;
        int marks = 0;
        int lines = 0;
        for (int i = 0; i < text.length() && lines < SAMPLE; i++) {
            char c = text.charAt(i);
            isQuoted ^= c == '"';
            if (!isQuoted && c == mark) {
                marks++;
            }
            boolean isEnd = c == '\n' || c == '\r' || i == text.length() - 1;
            if (!isQuoted && isEnd) {
                if (marks > 0) {
                    linesByMarks.merge(marks, 1, Integer::sum);
                }
                lines++;
                marks = 0;
            }
        }
        return linesByMarks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
