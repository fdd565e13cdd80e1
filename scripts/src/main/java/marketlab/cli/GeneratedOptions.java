package marketlab.cli;

import java.util.ArrayList;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.Streamed;
import marketlab.kit.ProgressBar;
import marketlab.storage.Storage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every generator; saves what it generates. */
final class GeneratedOptions {

    private static final double HIGHEST_FRACTION = 5;

    @Mixin
    StorageOption storage;

    @Option(
            names = "--market",
            defaultValue = "nifty",
            completionCandidates = Candidates.Markets.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    String market;

    @Option(
            names = "--seed",
            description = "The same seed makes the same rows. Default: a random seed, recorded in the metadata.")
    Long seed;

    @Option(
            names = "--params",
            paramLabel = "WORDS",
            defaultValue = "",
            completionCandidates = Candidates.Scenarios.class,
            description = "Words joined by _, which become part of the file name.")
    String params;

    @Option(
            names = "--metadata-column",
            description =
                    "Add the column Metadata: the seed and parameters as JSON in each row. It takes one byte per row.")
    boolean metadataColumn;

    @Option(names = "--data-version", paramLabel = "N", description = "Save in the version folder vN/.")
    Long dataVersion;

    /** Returns the value, and rejects one that was probably meant in percent. */
    static double fraction(String flag, double value) {
        if (Math.abs(value) > HIGHEST_FRACTION) {
            throw new IllegalArgumentException(
                    "%s is a fraction: write %s for %s %%, got %s".formatted(flag, value / 100, value, value));
        }
        return value;
    }

    /** Saves all, in order, and returns their full paths. */
    List<String> save(List<Dataset> made) {
        List<String> paths = new ArrayList<>(made.size());
        try (Storage opened = storage.open();
                ProgressBar bar = Terminal.bar("datasets saved", made.size())) {
            for (Dataset data : made) {
                paths.add(opened.save(versioned(data)));
                bar.accept(paths.size());
            }
        }
        return paths;
    }

    /** Generates and saves all, in order, and returns their full paths. */
    List<String> stream(List<Streamed> made) {
        List<String> paths = new ArrayList<>(made.size());
        long rows = made.stream().mapToLong(Streamed::rows).sum();
        try (Storage opened = storage.open();
                ProgressBar bar = Terminal.bar("rows", rows)) {
            long before = 0;
            for (Streamed data : made) {
                Dataset ends = data.ends();
                int columns =
                        ends.table().columnCount() - ends.frame().categories().size();
                long first = before;
                Streamed named = data.with(versioned(ends).metadata());
                paths.add(opened.save(named.telling(cells -> bar.accept(first + cells / columns))));
                before += data.rows();
            }
        }
        return paths;
    }

    private Dataset versioned(Dataset data) {
        Metadata metadata = data.metadata();
        return dataVersion == null ? data : data.with(metadata.with(Metadata.DATA_VERSION, dataVersion));
    }
}
