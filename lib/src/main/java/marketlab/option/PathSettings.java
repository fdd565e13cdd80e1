package marketlab.option;

/**
 * The history that chains are valued along, and how.
 *
 * @param days none for a single chain
 * @param source where the volatility of a chain that is made again came from, see {@link PathDays}; may be empty
 * @param premium variance of the options above that of the path, as a fraction
 * @param history name of the history in the storage, for the metadata; may be empty
 */
record PathSettings(PathDays days, String source, double premium, String history) {

    static final PathSettings NONE = new PathSettings(PathDays.NONE, "", 0, "");

    PathSettings with(PathDays days) {
        return new PathSettings(days, source, premium, history);
    }

    PathSettings withSource(String source) {
        return new PathSettings(days, source, premium, history);
    }

    PathSettings withPremium(double premium) {
        if (!(premium > -1 && premium < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("variance premium must be > -1, got " + premium);
        }
        return new PathSettings(days, source, premium, history);
    }

    PathSettings withHistory(String history) {
        return new PathSettings(days, source, premium, history);
    }
}
