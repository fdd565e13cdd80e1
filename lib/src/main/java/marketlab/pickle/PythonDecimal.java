package marketlab.pickle;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import marketlab.pickle.PythonNode.Call;

/** A Decimal for which Java has no exact value: not a number, infinite, or with very many digits. */
final class PythonDecimal {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    private static final int MOST = 1 << 12;

    private PythonDecimal() {}

    /** The Decimal of a double: the shortest Decimal that is converted back to the same double. */
    static Object of(double number) {
        if (Double.isInfinite(number)) {
            String digits = number > 0 ? "Infinity" : "-Infinity";
            return new Call(0, PythonGlobal.DECIMAL, new Object[] {digits}, false);
        }
        return BigDecimal.valueOf(number);
    }

    /** The nearest double. */
    static double of(Call call) throws PickleException {
        if (call.arguments().length == 1
                && call.arguments()[0] instanceof String digits
                && digits.length() <= MOST
                && call.state() == null) {
            if (NUMBER.matcher(digits).matches()) {
                return Double.parseDouble(digits);
            }
            switch (digits) {
                case "NaN", "-NaN", "sNaN":
                    return Double.NaN;
                case "Infinity", "-Infinity":
                    return Double.parseDouble(digits);
                default:
                    break;
            }
        }
        throw new PickleException(call.offset(), "a Decimal is not as Python writes it");
    }
}
