package marketlab.regenerate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marketlab.dataset.SafeText;
import marketlab.storage.Progress;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;

/**
 * The result of generating many datasets again; see {@link Regeneration}.
 *
 * @param same paths of the datasets that are what their seed generates
 * @param derived paths of those that were changed after they were generated, and how
 * @param otherStream paths of those that an older or newer version made, whose seeds make other numbers
 * @param different paths of those for which the seed makes other numbers, and where they differ
 * @param impossible paths of those that cannot be generated again, and why
 * @param notGenerated paths of those that marketlab did not generate
 * @param unread paths of those that could not be read, and why: a newer marketlab wrote it, it was removed meanwhile
 */
public record Regenerations(
        List<String> same,
        Map<String, String> derived,
        Map<String, String> otherStream,
        Map<String, String> different,
        Map<String, String> impossible,
        List<String> notGenerated,
        Map<String, String> unread) {

    public Regenerations {
        same = List.copyOf(same);
        derived = Collections.unmodifiableMap(new LinkedHashMap<>(derived));
        otherStream = Collections.unmodifiableMap(new LinkedHashMap<>(otherStream));
        different = Collections.unmodifiableMap(new LinkedHashMap<>(different));
        impossible = Collections.unmodifiableMap(new LinkedHashMap<>(impossible));
        notGenerated = List.copyOf(notGenerated);
        unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
    }

    /**
     * Compares these datasets with what their metadata generate. If one cannot be read, the others are still compared.
     *
     * @throws StorageException if the storage as a whole fails
     */
    public static Regenerations of(Storage storage, List<String> paths, Progress progress) {
        List<String> same = new ArrayList<>();
        Map<String, String> derived = new LinkedHashMap<>();
        Map<String, String> otherStream = new LinkedHashMap<>();
        Map<String, String> different = new LinkedHashMap<>();
        Map<String, String> impossible = new LinkedHashMap<>();
        List<String> notGenerated = new ArrayList<>();
        Map<String, String> unread = new LinkedHashMap<>();
        int finished = 0;
        for (String path : paths) {
            try {
                Regeneration made = Regeneration.verify(storage, path);
                switch (made.outcome()) {
                    case SAME -> same.add(path);
                    case DERIVED -> derived.put(path, made.reason());
                    case OTHER_STREAM -> otherStream.put(path, made.reason());
                    case DIFFERENT -> different.put(path, made.reason());
                    case IMPOSSIBLE -> impossible.put(path, made.reason());
                    case NOT_GENERATED -> notGenerated.add(path);
                }
            } catch (StorageException e) {
                if (e.isOfTheWholeStorage()) {
                    throw e;
                }
                unread.put(path, e.problem());
            }
            progress.done(++finished, paths.size(), path);
        }
        return new Regenerations(same, derived, otherStream, different, impossible, notGenerated, unread);
    }

    /** The counts in one line; those of another stream, or that could not be read, only if there are any. */
    public String counts() {
        String counts = "made again: %s the same, %s derived, %s different, %s cannot be; %s were not generated"
                .formatted(same.size(), derived.size(), different.size(), impossible.size(), notGenerated.size());
        return counts
                + (otherStream.isEmpty() ? "" : ", " + otherStream.size() + " are of another stream")
                + (unread.isEmpty() ? "" : ", " + unread.size() + " could not be read");
    }

    /** The findings for each dataset that is not the same, by its path. */
    public Map<String, String> findings() {
        Map<String, String> findings = new LinkedHashMap<>();
        derived.forEach((path, how) -> findings.put(path, "derived, changed after it was generated: " + how));
        findings.putAll(otherStream);
        findings.putAll(different);
        findings.putAll(impossible);
        findings.putAll(unread);
        return findings;
    }

    /** The {@link #findings}, one line each, and the {@link #counts}. */
    @Override
    public String toString() {
        return findings().entrySet().stream()
                .map(finding -> SafeText.escaped(finding.getKey() + ": " + finding.getValue()) + "\n")
                .collect(Collectors.joining("", "", counts()));
    }
}
