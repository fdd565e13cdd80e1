package marketlab.index;

import marketlab.dataset.Check;

/**
 * Jumps at random times, a given number per year on average, each with a normal log-return: the compound Poisson
 * process of Merton, <i>Option pricing when underlying stock returns are discontinuous</i>, Journal of Financial
 * Economics 3, 1976.
 *
 * @param perYear mean number of jumps per year
 * @param mean mean of the log-jump
 * @param deviation standard deviation of the log-jump
 */
record Jumps(double perYear, double mean, double deviation) {

    Jumps {
        Check.notNegative("jumpsPerYear", perYear);
        Check.finite("jumpMean", mean);
        Check.notNegative("jumpDeviation", deviation);
    }

    /** Mean growth per year from the jumps, to be subtracted from the drift of the rest. */
    double growth() {
        return perYear * StrictMath.expm1(mean + 0.5 * deviation * deviation);
    }

    /** Variance per year of the log-return from the jumps. */
    double variance() {
        return perYear * (mean * mean + deviation * deviation);
    }

    /** These moves plus the jumps. */
    ModelPath over(ModelPath continuous, RandomStream events) {
        return new ModelPath() {
            private double untilNext = waiting(events);

            @Override
            public void fill(StepBlock steps) {
                continuous.fill(steps);
                for (int i = 0; i < steps.size; i++) {
                    untilNext -= steps.years[i];
                    while (untilNext <= 0) {
                        steps.jump[i] += mean + deviation * Ziggurat.normal(events);
                        untilNext += waiting(events);
                    }
                }
            }
        };
    }

    private double waiting(RandomStream events) {
        return Ziggurat.exponential(events) / perYear;
    }
}
