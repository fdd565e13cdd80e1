package marketlab.plot;

/** Colours of the data, visible on light and dark backgrounds and distinguishable for colour-blind readers. */
final class Palette {

    static final String UP = "#1a9a8f";
    static final String DOWN = "#e4632d";
    static final String ACCENT = "#2f7ed8";

    /** From near to far: blue, violet, orange. */
    private static final int[][] SEQUENCE = {
        {0x2f, 0x7e, 0xd8},
        {0x6b, 0x6f, 0xd0},
        {0xa4, 0x5f, 0xb8},
        {0xd0, 0x5c, 0x8c},
        {0xe4, 0x6b, 0x5a},
        {0xec, 0x8f, 0x2f}
    };

    private Palette() {}

    /** The i-th of n colours in a sequence. */
    static String step(int i, int n) {
        double at = n <= 1 ? 0 : (double) i / (n - 1) * (SEQUENCE.length - 1);
        int left = Math.min((int) at, SEQUENCE.length - 2);
        StringBuilder hex = new StringBuilder("#");
        for (int c = 0; c < 3; c++) {
            double mixed = SEQUENCE[left][c] + (at - left) * (SEQUENCE[left + 1][c] - SEQUENCE[left][c]);
            hex.append("%02x".formatted(Math.round(mixed)));
        }
        return hex.toString();
    }
}
