package marketlab.dataset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * How the decimal numbers of one column are written: all with as many decimals as the largest needs for eight digits, so that
 * the points are below each other. What would be rounded to nothing, or has no room, has an exponent instead. The exact
 * numbers are in the csv and json formats.
 */
final class Decimals {

    private static final MathContext DIGITS = new MathContext(8);
    private static final double LARGEST = 1e15;
    private static final double SMALLEST_MAXIMUM = 1e-4;

    private final int places;

    /** For these numbers; those that are missing or infinite do not count. */
    Decimals(double[] numbers) {
        double largest = Arrays.stream(numbers)
                .map(Math::abs)
                .filter(number -> number < LARGEST)
                .max()
                .orElse(0);
        if (largest < SMALLEST_MAXIMUM) {
            places = 0;
            return;
        }
        BigDecimal rounded = new BigDecimal(largest).round(DIGITS);
        int most = Math.max(0, DIGITS.getPrecision() - rounded.precision() + rounded.scale());
        places = Arrays.stream(numbers)
                .filter(number -> Math.abs(number) < LARGEST)
                .map(Math::abs)
                .mapToObj(number -> new BigDecimal(number)
                        .setScale(most, RoundingMode.HALF_UP)
                        .stripTrailingZeros())
                .mapToInt(number -> Math.max(0, number.scale()))
                .max()
                .orElse(0);
    }

    /** The number as text, empty if it is missing. */
    String text(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "" : Double.toString(number);
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal fixed = exact.setScale(places, RoundingMode.HALF_UP);
        boolean isLost = fixed.signum() == 0 && number != 0;
        return isLost || Math.abs(number) >= LARGEST
                ? exact.round(DIGITS).stripTrailingZeros().toString()
                : fixed.toPlainString();
    }
}
