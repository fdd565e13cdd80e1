package marketlab.dataset;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggests a known name for a misspelt one. */
public final class Suggestion {

    private static final int FAR = 3;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Suggestion() {}

    /**
     * {@code did you mean 'gbm'? } with the known name that differs in the fewest letters. It is an empty string if every name
     * differs in three letters or more, or in as many as were typed. Dashes at the beginning of an option are no letters.
     */
    public static String hint(String typed, Collection<String> known) {
        int letters = typed.replaceFirst("^-+", "").length();
        return known.stream()
                .filter(name -> DISTANCE.apply(typed, name) < Math.min(FAR, letters))
                .min(Comparator.comparing(name -> DISTANCE.apply(typed, name)))
                .map("did you mean '%s'? "::formatted)
                .orElse("");
    }
}
