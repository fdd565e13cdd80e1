package marketlab.plot;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position of one option, held to expiry.
 *
 * @param quantity how many were bought; negative if they were sold
 * @param call whether it is a call
 * @param strike price at which it is exercised
 * @param premium price of one, at which it was bought or sold
 */
record Leg(double quantity, boolean call, double strike, double premium) {

    private static final Pattern TEXT = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)\\s+(call|put)\\s+(\\d+(?:\\.\\d+)?)");

    /** {@code +1 call 22000}, at the price it has in these columns. */
    static Leg parse(String text, double[] strikes, double[] callPrices, double[] putPrices) {
        Matcher leg = TEXT.matcher(text.strip());
        if (!leg.matches()) {
            throw new IllegalArgumentException(
                    "a leg is a number, call or put, and a strike, as '-1 call 22000', got '%s'".formatted(text));
        }
        double strike = Double.parseDouble(leg.group(3));
        int row = Arrays.binarySearch(strikes, strike);
        if (row < 0) {
            throw new IllegalArgumentException("no option has strike %s; there are: %s to %s"
                    .formatted(
                            leg.group(3),
                            StrikeAxis.number(strikes[0]),
                            StrikeAxis.number(strikes[strikes.length - 1])));
        }
        boolean call = leg.group(2).equals("call");
        return new Leg(Double.parseDouble(leg.group(1)), call, strike, (call ? callPrices : putPrices)[row]);
    }

    /** What it has earned if the underlying ends at this price: the exercise value less the premium, without interest. */
    double profit(double underlying) {
        double value = Math.max(0, call ? underlying - strike : strike - underlying);
        return quantity * (value - premium);
    }

    @Override
    public String toString() {
        String count = (quantity > 0 ? "+" : "\u2212") + StrikeAxis.number(Math.abs(quantity));
        return count + (call ? " call " : " put ") + StrikeAxis.number(strike);
    }
}
