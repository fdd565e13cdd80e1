package marketlab.dataset;

import tech.tablesaw.api.ColumnType;

/**
 * Tablesaw's column types. Their classes refer to each other in a circle while they are initialized, so two threads that
 * use the first ones at the same time wait for each other forever. Each class that makes or reads tables calls
 * {@link #initialize} in its own initialization, which one thread does at a time.
 */
public final class ColumnTypes {

    private ColumnTypes() {}

    /** Initializes them all, once. */
    public static void initialize() {
        ColumnType.values();
    }
}
