package marketlab.plot;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position of one option, held to expiry.
 *
 * @param quantity number of options bought; negative if sold
 * @param call whether it is a call
 * @param strike strike price
 * @param premium price of one option, at which it was bought or sold
 */
record Leg(double quantity, boolean call, double strike, double premium) {

    private static final Pattern TEXT = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)\\s+(call|put)\\s+(\\d+(?:\\.\\d+)?)");

    /** Parses {@code +1 call 22000}; the premium is the price in these columns. */
    static Leg parse(String text, double[] strikes, double[] callPrices, double[] putPrices) {
        Matcher leg = TEXT.matcher(text.strip());
        if (!leg.matches()) {
            throw new IllegalArgumentException(
                    "a leg must be a quantity, call or put, and a strike, such as '-1 call 22000', got '%s'"
                            .formatted(text));
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

    /** Profit if the underlying ends at this price: the exercise value minus the premium, without interest. */
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
