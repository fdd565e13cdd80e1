package marketlab.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a dataset says of itself at a prompt. */
final class DatasetText {

    private static final int ROWS = 10;
    private static final int WIDTH = 120;
    private static final int MOST_COLUMNS = 40;
    private static final int LONGEST = 60;

    /** Told in a form of their own, or too long for a line. */
    private static final Set<String> NOT_AS_THEY_ARE = Set.of(
            Metadata.DATA_TYPE, Metadata.MARKET_TYPE, Metadata.MODEL_TYPE, Metadata.PARAMS, Metadata.SEED, Metadata.CREATED_AT,
            Metadata.VERSION, Metadata.GENERATOR, Metadata.UNITS, Metadata.MODEL_PARAMS);

    private DatasetText() {}

    static String of(Dataset data) {
        int columns = data.table().columnCount();
        if (columns <= MOST_COLUMNS) {
            return TableText.of(data, ROWS, WIDTH) + "\n" + summary(data);
        }
        int[] ends = IntStream.range(0, columns).filter(i -> i < MOST_COLUMNS / 2 || i >= columns - MOST_COLUMNS / 2).toArray();
        return "%s%n%s; the first and the last %d columns are shown".formatted(
                TableText.of(Dataset.of(data.table().selectColumns(ends)), ROWS, WIDTH), summary(data), MOST_COLUMNS / 2);
    }

    static String summary(Dataset data) {
        Metadata metadata = data.metadata();
        List<String> parts = new ArrayList<>();
        parts.add("%,d rows x %d columns".formatted(data.table().rowCount(), data.table().columnCount()));
        parts.add(name(metadata));
        metadata.text(Metadata.SEED).ifPresent(seed -> parts.add("seed " + seed));
        metadata.text(Metadata.CREATED_AT).ifPresent(parts::add);
        metadata.attributes().forEach((key, value) -> {
            if (!NOT_AS_THEY_ARE.contains(key)) {
                parts.add(key + " " + shortened(String.valueOf(value)));
            }
        });
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
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
