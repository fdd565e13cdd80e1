package marketlab.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The effective settings, each with its origin. Immutable. */
public final class Config {

    private static final String LOCAL = "local:";
    private static final String GCS = "gs://";
    /** Addresses that can only be a folder. */
    private static final Pattern FOLDER = Pattern.compile("/.*|\\.{1,2}(/.*)?|[A-Za-z]:[/\\\\].*");

    private final Map<Key, Setting> settings = new EnumMap<>(Key.class);

    Config(Map<Key, Setting> settings) {
        this.settings.putAll(settings);
    }

    /** {@code local} or {@code gcs}. */
    public String storageType() {
        return value(Key.STORAGE_TYPE);
    }

    /** Folder of the local storage, as given; a relative one is relative to the working folder. */
    public String localBasePath() {
        return value(Key.LOCAL_BASE_PATH);
    }

    /** Bucket in Google Cloud Storage, with a prefix if any: {@code bucket/team}; empty if none is given. */
    public String gcsBucketName() {
        return value(Key.GCS_BUCKET_NAME);
    }

    /** Path of the file with Google credentials; empty if none is given. */
    public String gcsCredentials() {
        return value(Key.GCS_CREDENTIALS);
    }

    /** Address of a Google Cloud Storage emulator; empty for the real service. */
    public String gcsEmulatorHost() {
        return value(Key.GCS_EMULATOR_HOST);
    }

    /**
     * These settings, with the storage that a flag names.
     *
     * @param address {@code local:PATH} or {@code gs://BUCKET[/PREFIX]}; {@code local:} may be omitted if the path
     * begins with {@code /}, {@code ./} or {@code ../}
     * @param flag the flag's name, reported as the origin: {@code --storage}
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
            String hint = address.contains(":")
                    ? "use local:PATH or gs://BUCKET[/PREFIX]"
                    : "for this folder type local:%1$s, for a bucket gs://%1$s".formatted(address);
            throw new IllegalArgumentException("Unsupported storage type: %s; %s".formatted(address, hint));
        }
        return changed;
    }

    /**
     * The bucket that is set but not used, because the type of storage is not set and defaults to local. Empty if no
     * bucket is set, or if the type is set.
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
