package marketlab;

import java.util.SplittableRandom;

/** Numbers for {@link RandomCases}: now and then an end of the range, where most faults are. */
public final class Draw {

    private static final int ENDS_ONE_IN = 10;

    private Draw() {}

    /** A number of this range, both ends included. */
    public static double between(SplittableRandom random, double least, double most) {
        return switch (random.nextInt(2 * ENDS_ONE_IN)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextDouble(least, most);
        };
    }

    /** A whole number of this range, both ends included. */
    public static int between(SplittableRandom random, int least, int most) {
        return switch (random.nextInt(2 * ENDS_ONE_IN)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextInt(least, most + 1);
        };
    }
}
