package marketlab.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The description of a dataset at a prompt. */
final class DatasetText {

    private static final int ROWS = 10;
    private static final int LONGEST = 60;

    /** Attributes that have their own format, or are too long for a line. */
    private static final Set<String> NOT_AS_THEY_ARE = Set.of(
            Metadata.DATA_TYPE,
            Metadata.MARKET_TYPE,
            Metadata.MODEL_TYPE,
            Metadata.PARAMS,
            Metadata.SEED,
            Metadata.STREAM,
            Metadata.CREATED_AT,
            Metadata.VERSION,
            Metadata.GENERATOR,
            Metadata.FINGERPRINT,
            Metadata.UNITS,
            Metadata.MODEL_PARAMS);

    private DatasetText() {}

    static String of(Dataset data) {
        return TableText.of(data, ROWS) + "\n" + about(data);
    }

    /** The summary, and a note if the table leaves out columns. */
    static String about(Dataset data) {
        return summary(data) + (ShownTable.isWide(data) ? "; the first and the last 20 columns are shown" : "");
    }

    static String summary(Dataset data) {
        Metadata metadata = data.metadata();
        List<String> parts = new ArrayList<>();
        long rows = data.frame().aside().rows(data.table());
        parts.add(String.format(
                Locale.ROOT,
                "%,d %s x %d %s",
                rows,
                Plural.of(rows, "row"),
                data.table().columnCount(),
                Plural.of(data.table().columnCount(), "column")));
        parts.add(name(metadata));
        metadata.text(Metadata.SEED).ifPresent(seed -> parts.add("seed " + seed));
        metadata.text(Metadata.CREATED_AT).ifPresent(parts::add);
        metadata.attributes().forEach((key, value) -> {
            if (!NOT_AS_THEY_ARE.contains(key)) {
                parts.add(key + " " + shortened(String.valueOf(value)));
            }
        });
        return SafeText.escaped(parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }

    private static String name(Metadata metadata) {
        String folder = Stream.of(Metadata.DATA_TYPE, Metadata.MARKET_TYPE, Metadata.MODEL_TYPE)
                .flatMap(key -> metadata.text(key).stream())
                .collect(Collectors.joining("/"));
        return (folder + " " + metadata.text(Metadata.PARAMS).orElse("")).strip();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
    }
}
