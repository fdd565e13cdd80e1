package marketlab.storage;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks paths and patterns before any backend sees them. */
public final class PathRules {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern PACKED = Pattern.compile("(.*\\.pkl)\\.(gz|bz2|xz|zst|zip)");
    private static final Pattern PORTABLE = Pattern.compile("[ -~&&[^\\\\:*?\"<>|]]+");
    /** A dataset's number within its second. Old versions wrote it in the digits of the user's script. */
    private static final Pattern SEQUENCE = Pattern.compile("~\\p{Nd}{4}");

    private static final int MOST_CHARACTERS = 900;
    private static final int MOST_CHARACTERS_OF_A_PART = 200;
    private static final int MOST_CHARACTERS_PRINTED = 60;

    private PathRules() {}

    /**
     * A folder's path without slashes at its ends; the empty path is the storage's root.
     *
     * @throws StorageException if it is absolute, leads out of the storage, or has a character that not every backend
     * accepts
     */
    public static String folder(String place, String path) {
        String trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.isEmpty() ? "" : checked(place, trimmed);
    }

    /** A dataset's path: as {@link #folder}, not empty, ending with {@code .pkl}. */
    static String file(String place, String path) {
        checked(place, path);
        Matcher packed = PACKED.matcher(path);
        if (packed.matches()) {
            throw new StorageException(
                    place,
                    ("'%s' is a compressed file, but a storage keeps uncompressed .pkl files; name it %s, or"
                                    + " read the file by its path, as mlab convert does")
                            .formatted(printable(path), printable(packed.group(1))));
        }
        if (!path.endsWith(".pkl")) {
            throw new StorageException(
                    place, "'%s' does not end with .pkl; name it %s.pkl".formatted(printable(path), printable(path)));
        }
        return path;
    }

    /**
     * A test for file names: the pattern may match anywhere in the name, as with {@code grep}.
     *
     * @throws StorageException if the pattern is not a regular expression
     */
    static Predicate<String> matching(String place, String pattern) {
        Pattern compiled = compile(place, pattern);
        return name -> compiled.matcher(name).find();
    }

    /** As {@link #matching}, but the pattern must match at the start of the name, as with Python's {@code re.match}. */
    static Predicate<String> beginning(String place, String pattern) {
        Pattern compiled = compile(place, pattern);
        return name -> compiled.matcher(name).lookingAt();
    }

    private static Pattern compile(String place, String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new StorageException(
                    place, "'%s' is not a regular expression: %s".formatted(printable(pattern), e.getDescription()), e);
        }
    }

    private static String checked(String place, String path) {
        String problem = problem(path);
        if (problem != null) {
            throw new StorageException(
                    place, "'%s' %s; use a path like index/nifty/gbm".formatted(printable(path), problem));
        }
        return path;
    }

    /** Why a path is invalid; null if it is valid. */
    static String problem(String path) {
        if (path.isEmpty()) {
            return "is empty";
        }
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            return "is not inside the storage";
        }
        if (!PORTABLE.matcher(SEQUENCE.matcher(path).replaceAll("~0000")).matches()) {
            return "has a character that not every storage accepts (use printable ASCII without \\ : * ? \" < > |)";
        }
        if (path.length() > MOST_CHARACTERS) {
            return "is longer than " + MOST_CHARACTERS + " characters";
        }
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                return "leads out of the storage";
            }
            if (part.isEmpty() || part.startsWith(".")) {
                return "has a part that is empty or begins with '.'";
            }
            if (part.length() > MOST_CHARACTERS_OF_A_PART) {
                return "has a part longer than " + MOST_CHARACTERS_OF_A_PART + " characters";
            }
        }
        return null;
    }

    /** The path with control characters replaced, and cut if it is very long. */
    static String printable(String path) {
        String plain = path.replaceAll("[^ -~]", "?");
        return plain.length() > MOST_CHARACTERS_PRINTED ? plain.substring(0, MOST_CHARACTERS_PRINTED) + "..." : plain;
    }
}
