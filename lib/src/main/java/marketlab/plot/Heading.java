package marketlab.plot;

import static java.util.stream.Collectors.joining;
import static marketlab.plot.Json.object;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;

/**
 * The two lines above a figure.
 *
 * @param title what the figure shows
 * @param subtitle where the data come from
 */
record Heading(String title, String subtitle) {

    /** {@code NIFTY · what} over {@code gbm · bullish · seed 42 · note}; unknown parts are left out. */
    static Heading of(Dataset dataset, String what, String... notes) {
        Metadata metadata = dataset.metadata();
        Stream<String> origin = Stream.of(
                metadata.text(Metadata.MODEL_TYPE).orElse(""),
                metadata.text(Metadata.PARAMS).orElse(""),
                metadata.text(Metadata.SEED).map(seed -> "seed " + seed).orElse(""));
        return new Heading(line(Stream.of(market(dataset), what)), line(Stream.concat(origin, Stream.of(notes))));
    }

    /** {@code NIFTY gbm bullish}: enough to distinguish the datasets of one figure. */
    static String nameOf(Dataset dataset) {
        Metadata metadata = dataset.metadata();
        return Stream.of(
                        market(dataset),
                        metadata.text(Metadata.MODEL_TYPE).orElse(""),
                        metadata.text(Metadata.PARAMS).orElse(""))
                .filter(part -> !part.isBlank())
                .collect(joining(" "));
    }

    Map<String, Object> json() {
        return object("text", PlainLabel.of(title), "subtitle", object("text", PlainLabel.of(subtitle)));
    }

    private static String market(Dataset dataset) {
        return dataset.metadata()
                .text(Metadata.MARKET_TYPE)
                .map(market -> market.toUpperCase(Locale.ROOT))
                .or(() -> Optional.ofNullable(dataset.table().name()).filter(name -> !name.isBlank()))
                .orElse("Dataset");
    }

    private static String line(Stream<String> parts) {
        return parts.filter(part -> !part.isBlank()).collect(joining(" · "));
    }
}
