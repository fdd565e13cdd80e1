package marketlab.spark;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetName;
import marketlab.index.IndexDataGenerator;
import marketlab.index.IndexModel;

/**
 * One dataset of a grid. It has the same rows as that of {@code mlab generate index}.
 *
 * @param parameters the model parameters that the grid sets
 * @param params words of the scenario, which become part of the name; may be empty
 * @param path number of the path, from 0
 * @param common what all datasets of the grid share
 */
record Cell(
        String market,
        String model,
        LinkedHashMap<String, Double> parameters,
        String params,
        long seed,
        int path,
        Common common)
        implements Serializable {

    private static final String DATA_TYPE = "index";

    /**
     * What all datasets of a grid share.
     *
     * @param asOf the time in their names and in their metadata
     * @param spot level at the first open, in index points; null for the market's
     * @param end last day; null for the day of {@code asOf} at the exchange
     */
    record Common(OffsetDateTime asOf, int days, String interval, Double spot, LocalDate end) implements Serializable {

        Clock clock() {
            return Clock.fixed(asOf.toInstant(), asOf.getOffset());
        }
    }

    Dataset generate() {
        return generator().generate(path);
    }

    IndexDataGenerator generator() {
        IndexDataGenerator generator = IndexDataGenerator.of(market)
                .days(common.days())
                .interval(common.interval())
                .params(params)
                .seed(seed)
                .threads(1)
                .clock(common.clock());
        generator =
                parameters.isEmpty() ? generator.model(model) : generator.model(IndexModel.named(model, parameters));
        generator = common.spot() == null ? generator : generator.spot(common.spot());
        return common.end() == null ? generator : generator.end(common.end());
    }

    /** {@code index/nifty/heston/20260130_093000_bullish_kappa=2_seed=7_path=0.pkl}, unique in the grid. */
    DatasetName name() {
        StringBuilder words = new StringBuilder(params.isEmpty() ? "" : params + "_");
        parameters.forEach((name, value) ->
                words.append(name).append('=').append(plain(value)).append('_'));
        words.append("seed=").append(seed).append("_path=").append(path);
        return new DatasetName(
                0,
                DATA_TYPE,
                market,
                model,
                common.asOf().withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                0,
                words.toString());
    }

    /** {@code kappa=2 xi=0.35}; empty if the model has its default parameters. */
    String parametersText() {
        return parameters.entrySet().stream()
                .map((Map.Entry<String, Double> set) -> set.getKey() + "=" + plain(set.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String plain(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
