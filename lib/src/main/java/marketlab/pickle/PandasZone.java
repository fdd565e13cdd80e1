package marketlab.pickle;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import marketlab.pickle.PythonNode.Call;

/**
 * A time zone as pandas has it. The zone's maker (pytz, zoneinfo, datetime) counts when pandas compares dtypes, so it
 * is kept and written back; the instants themselves are UTC and do not depend on it.
 *
 * @param name as pandas prints it
 * @param python a string, or the node it was read as
 */
record PandasZone(String name, Object python) {

    static final PandasZone UTC = new PandasZone("UTC", "UTC");

    /** A zone that did not come from pandas: an offset as {@code datetime.timezone}, another one by its name. */
    static PandasZone of(ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            long seconds = offset.getTotalSeconds();
            return seconds == 0 ? UTC : new PandasZone(offset(seconds), offset);
        }
        return new PandasZone(zone.getId(), zone.getId());
    }

    /** The zone of a node; null for None. */
    static PandasZone of(Object node, long offset) throws PickleException {
        if (node == null) {
            return null;
        }
        if (node instanceof String name) {
            return new PandasZone(name, name);
        }
        if (node instanceof Call call) {
            Object[] a = call.arguments();
            switch (call.callee()) {
                case PYTZ_UTC:
                    return new PandasZone("UTC", call);
                case PYTZ_ZONE, ZONE_INFO_UNPICKLE:
                    if (a.length > 0 && a[0] instanceof String name) {
                        return new PandasZone(name, call);
                    }
                    break;
                case PYTZ_FIXED_OFFSET:
                    if (a.length == 1 && a[0] instanceof Long minutes) {
                        return new PandasZone(offset(minutes * 60), call);
                    }
                    break;
                case TIMEZONE:
                    if (a.length == 2 && a[1] instanceof String name) {
                        return new PandasZone(name, call);
                    }
                    if (a.length == 1
                            && a[0] instanceof Call delta
                            && delta.callee() == PythonGlobal.DURATION
                            && delta.arguments().length == 3
                            && delta.arguments()[0] instanceof Long days
                            && delta.arguments()[1] instanceof Long seconds) {
                        return new PandasZone(offset(days * 86400 + seconds), call);
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
        return seconds == 0
                ? "UTC"
                : String.format(
                        Locale.ROOT,
                        "UTC%s%02d:%02d",
                        seconds < 0 ? "-" : "+",
                        Math.abs(seconds) / 3600,
                        Math.abs(seconds) / 60 % 60);
    }

    void write(OpcodeWriter out) throws IOException {
        new ValueWriter(out).write(python);
    }
}
