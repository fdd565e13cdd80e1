package marketlab.pickle;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import marketlab.pickle.Node.Call;

/**
 * A time zone as pandas has it. The zone's maker (pytz, zoneinfo, datetime) counts when pandas compares dtypes, so it
 * is kept and written back; the instants themselves are UTC and do not depend on it.
 *
 * @param name as pandas prints it
 * @param python a string, or the node it was read as
 */
record Zone(String name, Object python) {

    static final Zone UTC = new Zone("UTC", "UTC");

    /** The zone of a node; null for None. */
    static Zone of(Object node, long offset) throws PickleException {
        if (node == null) {
            return null;
        }
        if (node instanceof String name) {
            return new Zone(name, name);
        }
        if (node instanceof Call call) {
            Object[] a = call.arguments();
            switch (call.callee()) {
                case PYTZ_UTC:
                    return new Zone("UTC", call);
                case PYTZ_ZONE, ZONE_INFO_UNPICKLE:
                    if (a.length > 0 && a[0] instanceof String name) {
                        return new Zone(name, call);
                    }
                    break;
                case PYTZ_FIXED_OFFSET:
                    if (a.length == 1 && a[0] instanceof Long minutes) {
                        return new Zone(offset(minutes * 60), call);
                    }
                    break;
                case TIMEZONE:
                    if (a.length == 2 && a[1] instanceof String name) {
                        return new Zone(name, call);
                    }
                    if (a.length == 1 && a[0] instanceof Call delta && delta.callee() == Name.DURATION
                            && delta.arguments().length == 3
                            && delta.arguments()[0] instanceof Long days && delta.arguments()[1] instanceof Long seconds) {
                        return new Zone(offset(days * 86400 + seconds), call);
                    }
                    break;
                default:
                    break;
            }
        }
        throw new PickleException(offset, "a time zone is not as pytz, zoneinfo or datetime write it");
    }

    /** This zone in Java; UTC if Java does not know it. */
    ZoneId id() {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static String offset(long seconds) {
        return seconds == 0 ? "UTC" : String.format(Locale.ROOT, "UTC%s%02d:%02d",
                seconds < 0 ? "-" : "+", Math.abs(seconds) / 3600, Math.abs(seconds) / 60 % 60);
    }

    void write(OpcodeWriter out) throws IOException {
        new ValueWriter(out).write(python);
    }
}
