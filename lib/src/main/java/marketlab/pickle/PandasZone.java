package marketlab.pickle;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import marketlab.pickle.PythonNode.Call;

/**
 * A time zone of pandas. When pandas compares dtypes, the library of the zone (pytz, zoneinfo, datetime) matters, so it
 * is kept and written back. The instants are in UTC and do not depend on it.
 *
 * @param name the name that pandas prints
 * @param id the zone in Java; UTC if Java does not know it
 * @param python a string, or the node that was read
 */
record PandasZone(String name, ZoneId id, Object python) {

    static final PandasZone UTC = new PandasZone("UTC", "UTC");

    PandasZone(String name, Object python) {
        this(name, known(name), python);
    }

    /** A zone that did not come from pandas. An offset becomes {@code datetime.timezone}, any other zone its name. */
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
                    if (a.length == 1 && a[0] instanceof Long minutes && Math.abs(minutes) < 1440) {
                        return new PandasZone(offset(minutes * 60), call);
                    }
                    break;
                case TIMEZONE:
                    if (a.length == 2 && a[1] instanceof String name) {
                        return new PandasZone(name, call);
                    }
                    if (a.length == 1 && seconds(a[0]) != null) {
                        return new PandasZone(offset(seconds(a[0])), call);
                    }
                    break;
                case DATEUTIL_UTC:
                    return new PandasZone("tzutc()", ZoneOffset.UTC, call);
                case DATEUTIL_LOCAL, DATEUTIL_OFFSET, DATEUTIL_FILE, DATEUTIL_ZONE_UNPICKLE:
                    return DateutilZone.of(call);
                default:
                    break;
            }
        }
        throw new PickleException(offset, "a time zone is not as pytz, zoneinfo or datetime write it");
    }

    /** The instant at which a clock of the zone shows this time. A zone of pytz also states the offset. */
    Instant instant(LocalDateTime local) {
        boolean told = python instanceof Call call
                && call.callee() == PythonGlobal.PYTZ_ZONE
                && call.arguments().length > 1
                && call.arguments()[1] instanceof Long seconds
                && Math.abs(seconds) < 86400;
        return told
                ? local.toInstant(ZoneOffset.UTC).minusSeconds((Long) ((Call) python).arguments()[1])
                : local.atZone(id).toInstant();
    }

    /** The zone with this name; UTC if Java does not know it. */
    static ZoneId known(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** The seconds of a timedelta of whole seconds; null for anything else. */
    static Long seconds(Object delta) {
        return delta instanceof Call call
                        && call.callee() == PythonGlobal.DURATION
                        && call.arguments().length == 3
                        && call.arguments()[0] instanceof Long days
                        && call.arguments()[1] instanceof Long seconds
                        && Math.abs(days) <= 1
                        && Math.abs(seconds) <= 86400
                ? days * 86400 + seconds
                : null;
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
