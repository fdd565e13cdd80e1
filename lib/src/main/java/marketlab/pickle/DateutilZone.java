package marketlab.pickle;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;

/** Recognises the time zones of dateutil. Pandas prints such a zone by the name of its file. */
final class DateutilZone {

    private static final String FOLDER = "zoneinfo/";

    private DateutilZone() {}

    static PandasZone of(Call call) throws PickleException {
        Object[] a = call.arguments();
        Items state = call.state() instanceof Items dict && dict.kind() == Items.Kind.DICT ? dict : null;
        switch (call.callee()) {
            case DATEUTIL_FILE: // (no file, name) and a state with the transitions
                if (a.length == 2 && a[0] == null && a[1] instanceof String file && state != null) {
                    return file(file, call);
                }
                break;
            case DATEUTIL_ZONE_UNPICKLE: // (class, name, file, transitions)
                if (a.length == 4
                        && a[0] instanceof Global type
                        && type.name() == PythonGlobal.DATEUTIL_ZONE
                        && a[1] instanceof String
                        && a[2] instanceof String file) {
                    return file(file, call);
                }
                break;
            case DATEUTIL_OFFSET: // (name, offset), or a state with both
                Long seconds = PandasZone.seconds(a.length == 2 ? a[1] : state == null ? null : state.value("_offset"));
                Object name = a.length == 2 ? a[0] : state == null ? null : state.value("_name");
                if (seconds != null && (name == null || name instanceof String)) {
                    String shown = name == null ? "None" : "'" + name + "'";
                    return new PandasZone("tzoffset(%s, %s)".formatted(shown, seconds), fixed(seconds, call), call);
                }
                break;
            case DATEUTIL_LOCAL:
                Long standard = state == null ? null : PandasZone.seconds(state.value("_std_offset"));
                if (a.length == 0 && standard != null) {
                    return new PandasZone("tzlocal()", fixed(standard, call), call);
                }
                break;
            default:
                break;
        }
        throw new PickleException(call.offset(), "a time zone is not as dateutil writes it");
    }

    private static PandasZone file(String file, Call call) {
        int folder = file.lastIndexOf(FOLDER);
        String zone = folder < 0 ? file : file.substring(folder + FOLDER.length());
        return new PandasZone("tzfile('" + file + "')", PandasZone.known(zone), call);
    }

    private static ZoneOffset fixed(long seconds, Call call) throws PickleException {
        try {
            return ZoneOffset.ofTotalSeconds((int) seconds);
        } catch (DateTimeException e) {
            throw new PickleException(call.offset(), "a time zone is not valid: " + e.getMessage());
        }
    }
}
