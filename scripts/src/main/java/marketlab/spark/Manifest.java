package marketlab.spark;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetName;
import marketlab.dataset.Metadata;
import marketlab.dataset.Provenance;
import marketlab.storage.Storage;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The dataset that lists the datasets of a grid. The same grid gives the same manifest. */
final class Manifest {

    static final String DATA_TYPE = "manifest";
    private static final String SEVERAL_MARKETS = "several";

    private final Grid grid;
    private final Dataset data;

    /** @param outcomes the outcome of every cell, in order */
    Manifest(Grid grid, List<Outcome> outcomes) {
        this.grid = grid;
        this.data = Dataset.of(table(grid, outcomes)).with(metadata(grid));
    }

    /**
     * Saves the manifest, unless an equal one exists. If the grid has changed, it gets the next sequence number.
     *
     * @return full path or URI
     */
    String save(Storage storage) {
        DatasetName name = new DatasetName(
                0,
                DATA_TYPE,
                market(),
                grid.name(),
                grid.common().asOf().withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                0,
                "");
        while (storage.exists(name.path())) {
            if (storage.holds(name.path(), data)) {
                return storage.place(name.path());
            }
            name = name.withSequence(name.sequence() + 1);
        }
        return storage.save(data, name.path());
    }

    private static Table table(Grid grid, List<Outcome> outcomes) {
        StringColumn name = StringColumn.create("Name");
        StringColumn market = StringColumn.create("Market");
        StringColumn model = StringColumn.create("Model");
        StringColumn parameters = StringColumn.create("Parameters");
        StringColumn params = StringColumn.create("Params");
        LongColumn seed = LongColumn.create("Seed");
        IntColumn path = IntColumn.create("Path");
        IntColumn rows = IntColumn.create("Rows");
        StringColumn checksum = StringColumn.create("Checksum");
        for (Outcome outcome : outcomes) {
            Cell cell = grid.cell(outcome.number());
            name.append(cell.name().path());
            market.append(cell.market());
            model.append(cell.model());
            parameters.append(cell.parametersText());
            params.append(cell.params());
            seed.append(cell.seed());
            path.append(cell.path());
            rows.append(outcome.rows());
            checksum.append(outcome.checksum());
        }
        return Table.create(grid.name(), name, market, model, parameters, params, seed, path, rows, checksum);
    }

    private Metadata metadata(Grid of) {
        return Provenance.of(
                        DATA_TYPE, market(), of.name(), "", of.common().asOf().toInstant())
                .with("datasets", of.size())
                .with(Metadata.UNITS, Map.of("Checksum", "CRC32C of the file, Base64"));
    }

    private String market() {
        return grid.markets().size() == 1 ? grid.markets().get(0) : SEVERAL_MARKETS;
    }
}
