package marketlab.storage;

import java.util.Locale;
import java.util.Map;
import marketlab.config.Config;
import marketlab.config.ConfigManager;
import marketlab.storage.gcs.GoogleCloudStorage;

/** Opens a storage by its type's name. */
public final class StorageFactory {

    private static final String BASE_PATH = "base_path";
    private static final String BUCKET_NAME = "bucket_name";

    private StorageFactory() {}

    /** The storage that the configuration names. */
    public static Storage getStorage() {
        return getStorage(ConfigManager.getConfig());
    }

    /** The storage that these settings name. */
    public static Storage getStorage(Config config) {
        return switch (config.storageType().toLowerCase(Locale.ROOT)) {
            case "local" -> new LocalStorage(config.localBasePath());
            case "gcs" -> new GoogleCloudStorage(config.gcsBucketName(), config);
            default -> throw unsupported(config.storageType());
        };
    }

    /**
     * The {@link Storage#root} of the storage that these settings name; {@code gs://} if it is a bucket that has no name yet.
     *
     * @throws IllegalArgumentException if the type is neither local nor gcs, or no bucket can have the name
     */
    public static String root(Config config) {
        return switch (config.storageType().toLowerCase(Locale.ROOT)) {
            case "local" -> new LocalStorage(config.localBasePath()).root();
            case "gcs" -> config.gcsBucketName().isEmpty() ? "gs://" : GoogleCloudStorage.root(config.gcsBucketName());
            default -> throw unsupported(config.storageType());
        };
    }

    /**
     * Opens a storage of this type; missing settings come from the configuration.
     *
     * @param type {@code local} or {@code gcs}, in any case
     * @param settings {@code base_path} for local, {@code bucket_name} for gcs
     * @throws IllegalArgumentException if there is no such type or no such setting of it
     */
    public static Storage getStorage(String type, Map<String, String> settings) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "gcs" ->
                settings.isEmpty()
                        ? new GoogleCloudStorage()
                        : new GoogleCloudStorage(only(BUCKET_NAME, type, settings));
            case "local" -> settings.isEmpty() ? new LocalStorage() : new LocalStorage(only(BASE_PATH, type, settings));
            default -> throw unsupported(type);
        };
    }

    private static String only(String key, String type, Map<String, String> settings) {
        if (settings.size() > 1 || settings.get(key) == null) {
            throw new IllegalArgumentException(
                    "storage type %s has the setting %s, got %s".formatted(type, key, settings.keySet()));
        }
        return settings.get(key);
    }

    private static IllegalArgumentException unsupported(String type) {
        return new IllegalArgumentException("Unsupported storage type: %s; use local or gcs".formatted(type));
    }
}
