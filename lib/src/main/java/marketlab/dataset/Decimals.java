package marketlab.dataset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Formats the decimal numbers of one column. All get the number of decimals that the largest needs for eight digits, so
 * that the decimal points are aligned. Numbers that would be rounded to zero, or are too long, get an exponent. The csv
 * and json formats have the exact numbers.
 */
final class Decimals {

    private static final MathContext DIGITS = new MathContext(8);
    private static final double LARGEST = 1e15;
    private static final double SMALLEST_MAXIMUM = 1e-4;

    private final int places;

    /** The format for these numbers; missing and infinite ones are ignored. */
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
