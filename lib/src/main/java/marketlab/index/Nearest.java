package marketlab.index;

import java.util.Comparator;
import java.util.List;

/** The name somebody may have meant. */
final class Nearest {

    private static final int FAR = 3;

    private Nearest() {}

    /** {@code did you mean 'gbm'? } or nothing, if no known name is near. */
    static String hint(String name, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .filter(other -> distance(name, other) < FAR)
                .map("did you mean '%s'? "::formatted)
                .orElse("");
    }

    /** Levenshtein's distance: least number of letters to insert, drop or change. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
