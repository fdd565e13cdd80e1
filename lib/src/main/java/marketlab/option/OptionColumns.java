package marketlab.option;

/**
 * Prices and greeks of the calls and puts of many contracts: one array per number, contracts in the requested order.
 * Meanings and units are those of {@link OptionValue}. The caller may keep the arrays.
 */
public record OptionColumns(
        double[] callPrice,
        double[] putPrice,
        double[] callDelta,
        double[] putDelta,
        double[] gamma,
        double[] callTheta,
        double[] putTheta,
        double[] vega,
        double[] callRho,
        double[] putRho) {

    OptionColumns(int size) {
        this(
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size]);
    }

    /** Number of contracts. */
    public int size() {
        return callPrice.length;
    }

    /**
     * The numbers of one contract.
     *
     * @throws IndexOutOfBoundsException if there is no such contract
     */
    public OptionValue get(int contract) {
        return new OptionValue(
                callPrice[contract],
                putPrice[contract],
                callDelta[contract],
                putDelta[contract],
                gamma[contract],
                callTheta[contract],
                putTheta[contract],
                vega[contract],
                callRho[contract],
                putRho[contract]);
    }

    void set(int contract, OptionValue value) {
        callPrice[contract] = value.callPrice();
        putPrice[contract] = value.putPrice();
        callDelta[contract] = value.callDelta();
        putDelta[contract] = value.putDelta();
        gamma[contract] = value.gamma();
        callTheta[contract] = value.callTheta();
        putTheta[contract] = value.putTheta();
        vega[contract] = value.vega();
        callRho[contract] = value.callRho();
        putRho[contract] = value.putRho();
    }
}
