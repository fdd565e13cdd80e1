package marketlab.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marketlab.calendar.BusinessClock;
import marketlab.calendar.Market;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import marketlab.dataset.Fingerprint;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataColumn;
import marketlab.dataset.Provenance;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Everything that a path needs: the settings of an {@link IndexDataGenerator}, completed with the market's typical
 * values.
 *
 * @param law the model, or the models of its phases, with drift and volatility
 * @param spot level at the open of the first bar
 * @param rows number of bars, the first ones of the sessions; 0 for all
 * @param overnight share of a session's variance that comes before its open
 * @param history name of the real history behind the model, for the metadata; may be empty
 * @param metadataColumn whether datasets get the column of {@link MetadataColumn}
 * @param created time of generation, for the metadata
 */
record IndexPlan(
        Market market,
        PathLaw law,
        double spot,
        Interval interval,
        List<LocalDate> sessions,
        int rows,
        double overnight,
        long seed,
        String params,
        String history,
        boolean metadataColumn,
        Instant created) {

    /** Models whose variance goes on by whole sessions, so that no closed day comes between. */
    private static final Set<String> BY_SESSION = Set.of("garch", "garch_t", "egarch", Bootstrap.NAME);

    /**
     * @throws IllegalArgumentException if an overnight share is set where the gaps are drawn from a history, or closed
     *     days have a weight in a model that goes on by whole sessions
     */
    IndexPlan {
        if (market.calendar().closedDays() > 0 && BY_SESSION.contains(law.last().name())) {
            throw new IllegalArgumentException(
                    "[closed days] %s goes on by whole sessions, so closed days have no weight"
                                    .formatted(law.last().name())
                            + " in it; choose another model, such as gbm or heston");
        }
        boolean drawsGaps = law.last() instanceof Bootstrap bootstrap && bootstrap.hasBars();
        if (overnight != BusinessClock.NIGHT && drawsGaps && hasWholeSessions(interval, market)) {
            throw new IllegalArgumentException("[overnight] the gaps of these bars are those of the history; leave out"
                    + " overnight, or draw from a history without Open");
        }
    }

    static final String TIMESTAMP = "Timestamp";

    /** The simulator for this plan's paths. */
    BarSimulator simulator() {
        TimeGrid grid = grid(sessions);
        VolumeModel volume = volume(grid); // usual volumes, as Timetable has them: the first bar has a night here
        grid.beginAtOpen();
        if (rows > 0) {
            grid.cut(rows);
        }
        return new BarSimulator(law, spot, grid, volume);
    }

    /** The bars of these sessions, each of which begins with a night. */
    TimeGrid grid(List<LocalDate> sessions) {
        return TimeGrid.of(market.calendar(), interval, sessions, overnight);
    }

    /** Whether each bar has whole sessions. */
    boolean hasWholeSessions() {
        return hasWholeSessions(interval, market);
    }

    private static boolean hasWholeSessions(Interval interval, Market market) {
        return !interval.isIntraday()
                || interval.seconds() >= 60 * market.calendar().regularHours().minutes();
    }

    /** The bootstrap, if there is one. */
    Optional<Bootstrap> bootstrap() {
        return law.last() instanceof Bootstrap bootstrap ? Optional.of(bootstrap) : Optional.empty();
    }

    /** The volume of these bars. */
    VolumeModel volume(TimeGrid grid) {
        return new VolumeModel(market.dailyVolume(), market.volatility(), grid);
    }

    /** A path's bars as a dataset; these parameters are added to the recorded ones. */
    Dataset dataset(DateTimeColumn times, BarArrays bars, Map<String, ?> recorded) {
        return dataset(times, bars, recorded, bars.fingerprint());
    }

    /**
     * As {@link #dataset(DateTimeColumn, Bars, Map)}, with the fingerprint of the dataset that these bars are a part
     * of.
     */
    Dataset dataset(DateTimeColumn times, BarArrays bars, Map<String, ?> recorded, String fingerprint) {
        Table table = Table.create(
                market.name(),
                times,
                Columns.of("Open", bars.open),
                Columns.of("High", bars.high),
                Columns.of("Low", bars.low),
                Columns.of("Close", bars.close),
                LongColumn.create("Volume", bars.volume));
        return complete(table, metadata(table, recorded, fingerprint));
    }

    /** The closes of many paths as a dataset with one column per path. */
    Dataset wide(DateTimeColumn times, List<double[]> paths, Map<String, ?> recorded) {
        return wide(times, paths, recorded, Fingerprint.of(paths.toArray(double[][]::new)));
    }

    /**
     * As {@link #wide(DateTimeColumn, List, Map)}, with the fingerprint of the dataset that these rows are a part of.
     */
    Dataset wide(DateTimeColumn times, List<double[]> paths, Map<String, ?> recorded, String fingerprint) {
        List<Column<?>> columns = new ArrayList<>();
        columns.add(times);
        for (int path = 0; path < paths.size(); path++) {
            columns.add(Columns.of("Close" + path, paths.get(path)));
        }
        Table table = Columns.table(market.name(), columns);
        return complete(table, metadata(table, recorded, fingerprint));
    }

    private Dataset complete(Table table, Metadata metadata) {
        Dataset made = Dataset.of(table).with(metadata).withIndex(TIMESTAMP);
        return metadataColumn ? MetadataColumn.addTo(made) : made;
    }

    private Metadata metadata(Table table, Map<String, ?> recorded, String fingerprint) {
        return new Provenance(
                        "index",
                        market.name(),
                        law.name(),
                        params,
                        seed,
                        IndexRecipe.STREAM,
                        fingerprint,
                        units(table.columnNames(), market.calendar().zone()),
                        IndexRecipe.parameters(this, recorded),
                        created)
                .metadata();
    }

    private static Map<String, String> units(List<String> columns, ZoneId zone) {
        Map<String, String> units = new LinkedHashMap<>();
        columns.forEach(column -> units.put(
                column,
                switch (column) {
                    case TIMESTAMP -> "beginning of the bar, " + zone;
                    case "Volume" -> "shares";
                    default -> "index points";
                }));
        return units;
    }
}
