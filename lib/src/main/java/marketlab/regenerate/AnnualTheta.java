package marketlab.regenerate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Old chains, which were saved with theta per year. They are compared in that unit. */
final class AnnualTheta {

    private static final String UNIT = "index points per year of 365 days";
    private static final double DAYS_PER_YEAR = 365;
    private static final List<String> COLUMNS = List.of("CallTheta", "PutTheta");

    private AnnualTheta() {}

    /** Whether a chain with these metadata has theta per year. */
    static boolean isToldBy(Metadata stored) {
        return UNIT.equals(stored.units().get(COLUMNS.get(0)));
    }

    /**
     * A chain that was generated again, with theta per year. Division by 365 lost the last bit, so the stored theta is
     * used if it is the one that was divided.
     */
    static Dataset of(Dataset made, Dataset stored) {
        Table table = made.table().copy();
        Map<String, String> units = new LinkedHashMap<>(made.metadata().units());
        for (String name : COLUMNS) {
            DoubleColumn theta = table.doubleColumn(name);
            double[] known = theta.asDoubleArray();
            if (stored.table().containsColumn(name)
                    && stored.table().column(name) instanceof DoubleColumn annual
                    && annual.size() == known.length) {
                known = annual.asDoubleArray();
            }
            for (int row = 0; row < known.length; row++) {
                boolean divided = known[row] / DAYS_PER_YEAR == theta.getDouble(row);
                theta.set(row, divided ? known[row] : theta.getDouble(row) * DAYS_PER_YEAR);
            }
            units.put(name, UNIT);
        }
        return made.with(table).with(made.metadata().with(Metadata.UNITS, units));
    }
}
