package marketlab.option;

/** The numbers of a chain to which a model is fitted. */
enum QuoteBasis {
    QUOTES("the mean of bid and ask"),
    PRICES("prices"),
    VOLATILITIES("implied volatilities");

    private final String text;

    QuoteBasis(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
