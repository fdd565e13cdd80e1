package marketlab.regenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import marketlab.calendar.Market;
import marketlab.csv.Csv;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.index.IndexBasket;
import marketlab.index.IndexDataGenerator;
import marketlab.index.IndexModel;
import marketlab.option.OptionChainGenerator;
import marketlab.option.VolatilitySurface;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/**
 * Seeds are a promise: the numbers of a seed change only with the version of the stream. The goldens hold a checksum of
 * every number, and the version that made it. After a change that is meant, raise {@code IndexRecipe.STREAM} or
 * {@code ChainRecipe.STREAM}, and write the goldens anew with {@link #COMMAND}.
 */
class GoldenNumbersTest {

    private static final String WRITE = "MARKETLAB_WRITE_GOLDENS";
    private static final String COMMAND = WRITE + "=1 scripts/mlab test GoldenNumbersTest";
    private static final Path GOLDENS =
            Project.root().resolve("lib/src/test/resources/marketlab/regenerate/goldens.csv");
    private static final String HEADING = "dataset,stream,checksum";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);

    @Test
    void numbersOfASeedChangeOnlyWithTheVersionOfTheStream() throws IOException {
        Map<String, Golden> made = made();
        if (System.getenv(WRITE) != null) {
            write(made);
        }
        Map<String, Golden> goldens = read();
        assertThat(goldens.keySet())
                .as("the datasets of the goldens; write the goldens anew with %s", COMMAND)
                .isEqualTo(made.keySet());
        made.forEach((name, now) ->
                assertThat(now).as(advice(name, goldens.get(name), now)).isEqualTo(goldens.get(name)));
    }

    private static String advice(String name, Golden golden, Golden now) {
        return golden.stream == now.stream
                ? "%s: the numbers of a seed changed. If that is meant, raise the stream version, then write the goldens anew with %s"
                        .formatted(name, COMMAND)
                : "%s: the stream version changed; write the goldens anew with %s".formatted(name, COMMAND);
    }

    /** A checksum of every number, and the version of the stream that made them. */
    private record Golden(int stream, String checksum) {

        static Golden of(Dataset data) {
            CRC32C sum = new CRC32C();
            Table table = data.table();
            for (int column = 0; column < table.columnCount(); column++) {
                for (int row = 0; row < table.rowCount(); row++) {
                    sum.update(table.column(column).asBytes(row));
                }
            }
            long stream = (Long) data.metadata().attributes().get(Metadata.STREAM);
            return new Golden((int) stream, "%08x".formatted(sum.getValue()));
        }
    }

    private static Map<String, Golden> made() throws IOException {
        Dataset history = Csv.read(Project.root().resolve("lib/src/test/resources/marketlab/dataset/sp500-2000.csv"));
        Map<String, Golden> made = new LinkedHashMap<>();
        for (String market : List.of("nifty", "spx")) {
            for (String interval : List.of("1d", "15m", "1w")) {
                IndexDataGenerator bars = IndexDataGenerator.of(market)
                        .end(DAY)
                        .days(interval.equals("15m") ? 20 : 300)
                        .interval(interval)
                        .seed(7);
                for (String model : IndexModel.names()) {
                    IndexDataGenerator generator =
                            model.equals("bootstrap") ? bars.bootstrap(history) : bars.model(model);
                    made.put("index %s %s %s".formatted(market, model, interval), Golden.of(generator.generate()));
                }
            }
        }
        IndexDataGenerator nifty = IndexDataGenerator.of("nifty").end(DAY).seed(7);
        for (String word : IndexDataGenerator.scenarios()) {
            made.put("index nifty gbm 1d " + word, Golden.of(nifty.params(word).generate()));
        }
        made.put(
                "index nifty bates 1d in phases",
                Golden.of(nifty.bates().phases("crash:10,recovery:20").generate()));
        made.put(
                "index nifty gbm 1s of 3000 rows",
                Golden.of(nifty.interval("1s").rows(3_000).generate()));
        made.put(
                "index nifty bates 1d of 3 paths",
                Golden.of(nifty.bates().paths(3).generateWide()));
        List<Dataset> basket = IndexBasket.of(
                        nifty.bates(),
                        IndexDataGenerator.of("banknifty").bates().end(DAY))
                .correlation(0, 1, 0.8)
                .generate();
        made.put("index banknifty bates 1d of a basket", Golden.of(basket.get(1)));
        for (String market : Market.names()) {
            for (String surface : VolatilitySurface.names()) {
                made.put(
                        "chain %s black_scholes %s".formatted(market, surface),
                        chain(market, "black_scholes", surface));
            }
            for (String model : List.of("heston", "bates", "garch", "garch_t", "egarch", "merton", "regime")) {
                made.put(
                        "chain %s %s".formatted(market, model),
                        Golden.of(chain(market).model(model).generate()));
            }
        }
        for (String model : List.of("gbm", "heston", "garch")) {
            Dataset path = nifty.days(10).model(model).generate();
            OptionChainGenerator along =
                    OptionChainGenerator.of("nifty").along(path).expiries(2).seed(7);
            made.put("panel nifty along " + model, Golden.of(along.generatePanel()));
            made.put("vix nifty along " + model, Golden.of(along.generateVolatilityIndex()));
        }
        return made;
    }

    private static Golden chain(String market, String model, String surface) {
        return Golden.of(chain(market).model(model).surface(surface).generate());
    }

    private static OptionChainGenerator chain(String market) {
        return OptionChainGenerator.of(market)
                .valuationDate(DAY)
                .expiries(2)
                .strikes(9)
                .seed(7);
    }

    private static void write(Map<String, Golden> goldens) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        goldens.forEach((name, golden) -> lines.add(name + "," + golden.stream + "," + golden.checksum));
        Files.createDirectories(GOLDENS.getParent());
        Files.write(GOLDENS, lines);
    }

    private static Map<String, Golden> read() throws IOException {
        Map<String, Golden> goldens = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(GOLDENS);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            goldens.put(fields[0], new Golden(Integer.parseInt(fields[1]), fields[2]));
        }
        return goldens;
    }
}
