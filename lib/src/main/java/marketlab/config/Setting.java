package marketlab.config;

import java.util.regex.Pattern;

/**
 * One resolved setting.
 *
 * @param key its path in the configuration file: {@code storage.local.base_path}
 * @param value its value; empty if it is not set anywhere
 * @param origin where the value came from: a flag, an environment variable, a file, or {@code default}
 */
public record Setting(String key, String value, String origin) {

    static final String DEFAULT = "default";
    /** A user and password follow a scheme; without a scheme, there is a colon before any slash. */
    private static final Pattern ADDRESS = Pattern.compile("(?s)^([A-Za-z][A-Za-z0-9+.-]*://|(?=[^/]*:)).*@");

    boolean isDefault() {
        return origin.equals(DEFAULT);
    }

    /** The value to show: without the password of an address. */
    public String shown() {
        return masked(value);
    }

    /** The address with {@code ***} instead of the user and password, as in {@code http://user:password@host}. */
    public static String masked(String address) {
        return ADDRESS.matcher(address).replaceFirst("$1***@");
    }
}
