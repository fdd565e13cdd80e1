package marketlab.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings in force, each with its origin. Immutable. */
public final class Config {

    private static final String LOCAL = "local:";
    private static final String GCS = "gs://";
    /** What can only be a folder. */
    private static final Pattern FOLDER = Pattern.compile("/.*|\\.{1,2}(/.*)?|[A-Za-z]:[/\\\\].*");

    private final Map<Key, Setting> settings = new EnumMap<>(Key.class);

    Config(Map<Key, Setting> settings) {
        this.settings.putAll(settings);
    }

    /** {@code local} or {@code gcs}. */
    public String storageType() {
        return value(Key.STORAGE_TYPE);
    }

    /** Folder of the local storage, as given: relative to the working folder if it is relative. */
    public String localBasePath() {
        return value(Key.LOCAL_BASE_PATH);
    }

    /** Bucket of the Google Cloud Storage, perhaps with a prefix, {@code bucket/team}; empty if none is given. */
    public String gcsBucketName() {
        return value(Key.GCS_BUCKET_NAME);
    }

    /** Path of the file with Google credentials; empty if none is given. */
    public String gcsCredentials() {
        return value(Key.GCS_CREDENTIALS);
    }

    /** Address of a Google Cloud Storage emulator; empty for the real one. */
    public String gcsEmulatorHost() {
        return value(Key.GCS_EMULATOR_HOST);
    }

    /**
     * These settings with the storage that a flag names.
     *
     * @param address {@code local:PATH} or {@code gs://BUCKET[/PREFIX]}; {@code local:} may be left out of a path that
     *     begins with {@code /}, {@code ./} or {@code ../}
     * @param flag the flag's name, told as the origin: {@code --storage}
     * @throws IllegalArgumentException if the address is neither
     */
    public Config withStorage(String address, String flag) {
        Config changed = new Config(settings);
        if (address.startsWith(LOCAL) && address.length() > LOCAL.length()
                || FOLDER.matcher(address).matches()) {
            changed.set(Key.STORAGE_TYPE, "local", flag);
            changed.set(Key.LOCAL_BASE_PATH, address.replaceFirst("^" + LOCAL, ""), flag);
        } else if (address.startsWith(GCS) && address.length() > GCS.length()) {
            changed.set(Key.STORAGE_TYPE, "gcs", flag);
            changed.set(Key.GCS_BUCKET_NAME, address.substring(GCS.length()), flag);
        } else if (address.equals(LOCAL) || address.equals(GCS)) {
            throw new IllegalArgumentException("%s names no %s; use local:PATH or gs://BUCKET[/PREFIX]"
                    .formatted(address, address.equals(LOCAL) ? "folder" : "bucket"));
        } else {
            throw new IllegalArgumentException(
                    "Unsupported storage type: %s; use local:PATH or gs://BUCKET[/PREFIX]".formatted(address));
        }
        return changed;
    }

    /**
     * The bucket that is set and not used, as nothing but the default says that the storage is local; empty if none is, or
     * the kind of storage is said.
     */
    public Optional<Setting> unusedBucket() {
        Setting bucket = settings.get(Key.GCS_BUCKET_NAME);
        boolean said = !settings.get(Key.STORAGE_TYPE).isDefault();
        return said || bucket.isDefault() ? Optional.empty() : Optional.of(bucket);
    }

    /** Every setting, in a fixed order. */
    public List<Setting> settings() {
        return new ArrayList<>(settings.values());
    }

    private void set(Key key, String value, String flag) {
        settings.put(key, new Setting(key.path, value, "flag " + flag));
    }

    private String value(Key key) {
        return settings.get(key).value();
    }
}
