package marketlab.spark;

import marketlab.dataset.Dataset;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/**
 * Generates and saves one dataset of a grid. It may run on any worker and any number of times: a dataset that already
 * exists, from an earlier run or from a worker that died, is compared byte for byte with the new one.
 */
record CellTask(Broadcast<Grid> grid, String address) implements Function<Integer, Outcome> {

    private static final String DIFFERENT =
            "this existing dataset is damaged, or not from this grid; delete it, or use another as_of";

    @Override
    public Outcome call(Integer number) {
        Storage storage = Stores.at(address);
        Cell cell = grid.value().cell(number);
        String path = cell.name().path();
        try {
            Dataset data = cell.generate();
            boolean made = saved(storage, data, path);
            String problem =
                    made || storage.holds(path, data) ? null : "[%s] %s".formatted(storage.place(path), DIFFERENT);
            return new Outcome(number, made, data.table().rowCount(), storage.crc32c(path), problem);
        } catch (StorageException e) {
            return new Outcome(number, false, 0, "", e.getMessage());
        } catch (ArithmeticException e) {
            return new Outcome(number, false, 0, "", "[%s] %s".formatted(storage.place(path), e.getMessage()));
        }
    }

    /** Whether it was saved; false if another task was faster. */
    private static boolean saved(Storage storage, Dataset data, String path) {
        if (storage.exists(path)) {
            return false;
        }
        try {
            storage.save(data, path);
            return true;
        } catch (StorageException e) {
            if (storage.exists(path)) {
                return false;
            }
            throw e;
        }
    }
}
