package marketlab.config;

/**
 * One setting, resolved.
 *
 * @param key its path in the configuration file: {@code storage.local.base_path}
 * @param value its value; empty if it is not set anywhere
 * @param origin where the value came from: a flag, an environment variable, a file, or {@code default}
 */
public record Setting(String key, String value, String origin) {

    static final String DEFAULT = "default";

    boolean isDefault() {
        return origin.equals(DEFAULT);
    }
}
