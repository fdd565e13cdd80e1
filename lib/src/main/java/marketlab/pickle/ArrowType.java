package marketlab.pickle;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import marketlab.pickle.PythonNode.Call;

/**
 * A type of pyarrow.
 *
 * @param name as pyarrow prints it, without its zone: {@code int64}, {@code timestamp[ns]}
 * @param unit the unit of a type of time; null for other types
 * @param zone the zone of a timestamp; null for other types
 * @param precision the number of digits of a decimal
 * @param scale the number of digits after the point
 */
record ArrowType(String name, Datetimes.Unit unit, String zone, int precision, int scale) {

    private static final List<String> NUMBERS =
            List.of("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "double", "float");

    /** {@code type_for_alias(name)}, {@code timestamp(unit, zone)} or {@code decimal128(precision, scale)}. */
    static ArrowType of(Object node, long offset) throws PickleException {
        if (node instanceof Call call && call.state() == null) {
            Object[] a = call.arguments();
            switch (call.callee()) {
                case ARROW_TYPE:
                    if (a.length == 1 && a[0] instanceof String alias) {
                        return alias(alias, offset);
                    }
                    break;
                case ARROW_TIMESTAMP:
                    if (a.length == 2
                            && a[0] instanceof String unit
                            && Datetimes.Unit.of(unit) != null
                            && (a[1] == null || a[1] instanceof String)) {
                        return new ArrowType("timestamp[" + unit + "]", Datetimes.Unit.of(unit), (String) a[1], 0, 0);
                    }
                    break;
                case ARROW_DECIMAL:
                    if (a.length == 2
                            && a[0] instanceof Long precision
                            && a[1] instanceof Long scale
                            && precision > 0
                            && precision <= 38
                            && Math.abs(scale) <= 38) {
                        return new ArrowType("decimal128", null, null, precision.intValue(), scale.intValue());
                    }
                    break;
                default:
                    if (call.foreign() != null && call.foreign().isValue()) {
                        String name = call.foreign().foreign();
                        String type = name.substring(name.indexOf(' ') + 1).replaceFirst("_$", "");
                        throw PickleException.noColumn(offset, "pyarrow's type " + type, "object");
                    }
                    break;
            }
        }
        throw new PickleException(offset, "this is not a type of pyarrow");
    }

    private static ArrowType alias(String alias, long offset) throws PickleException {
        String unit = alias.replaceAll("^\\w+\\[(\\w+)]$", "$1");
        boolean known = NUMBERS.contains(alias)
                || List.of("string", "large_string", "bool", "date32[day]", "date64[ms]")
                        .contains(alias)
                || alias.matches("(duration|timestamp)\\[(s|ms|us|ns)]|time32\\[(s|ms)]|time64\\[(us|ns)]");
        if (!known) {
            throw PickleException.noColumn(offset, "dtype " + alias + "[pyarrow]");
        }
        return new ArrowType(alias, Datetimes.Unit.of(unit), null, 0, 0);
    }

    boolean isNumber() {
        return NUMBERS.contains(name);
    }

    /** Whether a decimal of this type can hold this number exactly. */
    boolean holds(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return false;
        }
        BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
        return decimal.scale() <= scale && decimal.precision() - decimal.scale() <= precision - scale;
    }

    boolean isText() {
        return name.equals("string") || name.equals("large_string");
    }

    /** The type as pandas prints it. */
    String pandasName() {
        if (zone != null) {
            return name.replace("]", ", tz=" + zone + "]") + "[pyarrow]";
        }
        return (precision == 0 ? name : "decimal128(" + precision + ", " + scale + ")") + "[pyarrow]";
    }

    void write(OpcodeWriter out) throws IOException {
        boolean timestamp = name.startsWith("timestamp");
        out.begin(
                timestamp
                        ? PythonGlobal.ARROW_TIMESTAMP
                        : precision > 0 ? PythonGlobal.ARROW_DECIMAL : PythonGlobal.ARROW_TYPE);
        if (timestamp) {
            out.text(unit.toString());
            new ValueWriter(out).write(zone);
        } else if (precision > 0) {
            out.integer(precision);
            out.integer(scale);
        } else {
            out.text(name);
        }
        out.call();
    }
}
