package marketlab.storage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.dataset.Metadata;

/** The layout of datasets that this marketlab knows: columns and attributes of major version 1. */
final class Layout {

    private static final int KNOWN = 1;
    private static final Pattern MAJOR = Pattern.compile("(\\d{1,6})(\\..*)?");

    private Layout() {}

    /** Whether a marketlab wrote this that knew a layout which this one does not; others may say what they like. */
    static boolean isNewer(Metadata metadata) {
        boolean ours = metadata.text(Metadata.GENERATOR)
                .filter(generator -> generator.startsWith("marketlab "))
                .isPresent();
        Matcher major = MAJOR.matcher(metadata.version().orElse(""));
        return ours && major.matches() && Integer.parseInt(major.group(1)) > KNOWN;
    }
}
