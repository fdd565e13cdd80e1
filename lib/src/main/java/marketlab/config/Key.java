package marketlab.config;

import java.util.Arrays;
import java.util.Optional;

/** All settings: the path in the file, the environment variable, the default. */
enum Key {
    STORAGE_TYPE("storage.type", "STORAGE_TYPE", "local", true),
    LOCAL_BASE_PATH("storage.local.base_path", "LOCAL_STORAGE_PATH", "./data", true),
    GCS_BUCKET_NAME("storage.gcs.bucket_name", "GCS_BUCKET_NAME", "", true),
    GCS_CREDENTIALS("storage.gcs.credentials", "GOOGLE_APPLICATION_CREDENTIALS", "", false),
    GCS_EMULATOR_HOST("storage.gcs.emulator_host", "STORAGE_EMULATOR_HOST", "", false);

    final String path;
    final String variable;
    final String defaultValue;
    final boolean inFile;

    Key(String path, String variable, String defaultValue, boolean inFile) {
        this.path = path;
        this.variable = variable;
        this.defaultValue = defaultValue;
        this.inFile = inFile;
    }

    static Optional<Key> inFile(String path) {
        return Arrays.stream(values())
                .filter(key -> key.inFile && key.path.equals(path))
                .findFirst();
    }
}
