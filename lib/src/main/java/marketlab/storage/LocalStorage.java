package marketlab.storage;

import java.nio.file.Path;
import java.time.Clock;
import marketlab.config.ConfigManager;

/**
 * Datasets in a local folder. After a crash, a dataset is complete or does not exist. Symbolic links must not lead out
 * of the folder.
 */
public final class LocalStorage extends Storage {

    /** The folder that the configuration names: {@code LOCAL_STORAGE_PATH}, the configuration file, or {@code ./data}. */
    public LocalStorage() {
        this(ConfigManager.getConfig().localBasePath());
    }

    /** A folder, which the first save creates if missing. */
    public LocalStorage(String basePath) {
        this(Path.of(basePath), Clock.systemUTC());
    }

    LocalStorage(Path base, Clock clock) {
        super(new LocalFolder(base), clock);
    }
}
