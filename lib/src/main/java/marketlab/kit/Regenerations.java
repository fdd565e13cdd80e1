package marketlab.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.storage.Progress;
import marketlab.storage.Storage;

/**
 * What came of making many datasets again; see {@link Regeneration}.
 *
 * @param same paths of those that are what their seed makes
 * @param different paths of those that are not, and where
 * @param impossible paths of those that cannot be made again, and why
 * @param notGenerated paths of those that marketlab did not generate
 */
public record Regenerations(
        List<String> same, Map<String, String> different, Map<String, String> impossible, List<String> notGenerated) {

    public Regenerations {
        same = List.copyOf(same);
        different = Collections.unmodifiableMap(new LinkedHashMap<>(different));
        impossible = Collections.unmodifiableMap(new LinkedHashMap<>(impossible));
        notGenerated = List.copyOf(notGenerated);
    }

    /**
     * Compares these datasets with what their metadata make.
     *
     * @throws marketlab.storage.StorageException as {@link Regeneration#verify}
     */
    public static Regenerations of(Storage storage, List<String> paths, Progress progress) {
        List<String> same = new ArrayList<>();
        Map<String, String> different = new LinkedHashMap<>();
        Map<String, String> impossible = new LinkedHashMap<>();
        List<String> notGenerated = new ArrayList<>();
        int finished = 0;
        for (String path : paths) {
            Regeneration made = Regeneration.verify(storage, path);
            switch (made.outcome()) {
                case SAME -> same.add(path);
                case DIFFERENT -> different.put(path, made.reason());
                case IMPOSSIBLE -> impossible.put(path, made.reason());
                case NOT_GENERATED -> notGenerated.add(path);
            }
            progress.done(++finished, paths.size(), path);
        }
        return new Regenerations(same, different, impossible, notGenerated);
    }

    /** The counts in one line. */
    public String counts() {
        return "made again: %s the same, %s different, %s cannot be; %s were not generated"
                .formatted(same.size(), different.size(), impossible.size(), notGenerated.size());
    }

    /** A line for each that is different or cannot be made again, and the counts. */
    @Override
    public String toString() {
        return Stream.of(different, impossible)
                .flatMap(problems -> problems.entrySet().stream())
                .map(problem -> problem.getKey() + ": " + problem.getValue() + "\n")
                .collect(Collectors.joining("", "", counts()));
    }
}
