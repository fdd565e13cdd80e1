package marketlab.config;

/** A configuration that cannot be read; the message is one line: where, what, what to do next. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConfigException(String where, String problem, Throwable cause) {
        super("[" + where + "] " + problem, cause);
    }
}
