package marketlab.index;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggests a known name for a misspelt one. */
final class Suggestion {

    private static final int FAR = 3;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Suggestion() {}

    /** {@code did you mean 'gbm'? } or an empty string, if no known name is close. */
    static String hint(String name, List<String> known) {
        return known.stream()
                .min(Comparator.comparing(other -> DISTANCE.apply(name, other)))
                .filter(other -> DISTANCE.apply(name, other) < FAR)
                .map("did you mean '%s'? "::formatted)
                .orElse("");
    }
}
