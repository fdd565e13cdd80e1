package marketlab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketlab.index.IndexBasket;
import marketlab.index.IndexDataGenerator;
import picocli.CommandLine.Option;

/** Several indices with correlated returns. */
final class BasketOptions {

    @Option(
            names = "--basket",
            paramLabel = "MARKETS",
            split = ",",
            completionCandidates = Candidates.Markets.class,
            description =
                    "Several indices with correlated returns, one dataset each, instead of --market: nifty,banknifty.")
    List<String> markets = List.of();

    @Option(
            names = "--correlation",
            paramLabel = "PAIR=VALUE",
            description = "Correlation of the returns of two indices of the basket, such as nifty:banknifty=0.85."
                    + " Repeatable. Default: 0.")
    Map<String, Double> correlations = new LinkedHashMap<>();

    void requireDistinct() {
        for (String market : markets) {
            if (markets.indexOf(market) != markets.lastIndexOf(market)) {
                throw new IllegalArgumentException("[basket] " + market + " is listed twice");
            }
        }
    }

    /** The basket of these generators, in the order of the markets, with the chosen correlations. */
    IndexBasket correlated(List<IndexDataGenerator> generators) {
        IndexBasket correlated = IndexBasket.of(generators.toArray(IndexDataGenerator[]::new));
        for (Map.Entry<String, Double> pair : correlations.entrySet()) {
            String[] names = pair.getKey().split(":", -1);
            int one = markets.indexOf(names[0]);
            int other = names.length == 2 ? markets.indexOf(names[1]) : -1;
            if (one < 0 || other < 0 || one == other) {
                throw new IllegalArgumentException(
                        "[correlation] '%s' is not a pair of the basket; use two of %s, such as %s:%s"
                                .formatted(
                                        pair.getKey(),
                                        String.join(", ", markets),
                                        markets.get(0),
                                        markets.get(markets.size() - 1)));
            }
            correlated = correlated.correlation(one, other, pair.getValue());
        }
        return correlated;
    }
}
