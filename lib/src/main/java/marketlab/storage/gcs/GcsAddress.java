package marketlab.storage.gcs;

import java.util.regex.Pattern;
import marketlab.storage.PathRules;
import marketlab.storage.StorageException;

/**
 * A bucket, and the prefix of a storage's objects in it.
 *
 * @param bucket the bucket's name, by Google's rules
 * @param prefix without slashes at its ends; may be empty
 */
record GcsAddress(String bucket, String prefix) {

    private static final String SCHEME = "gs://";
    private static final int LONGEST = 63;
    private static final int LONGEST_DOTTED = 222;
    private static final Pattern BUCKET =
            Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}(\\.[a-z0-9_-]{1,63})*(?<=[a-z0-9])");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    /**
     * Parses {@code bucket} or {@code bucket/prefix}, with or without {@code gs://}.
     *
     * @throws IllegalArgumentException if the bucket is missing or its name is invalid, or the prefix is not a path
     */
    static GcsAddress parse(String text) {
        String plain = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        int slash = plain.indexOf('/');
        String bucket = slash < 0 ? plain : plain.substring(0, slash);
        if (bucket.isEmpty()) {
            throw new IllegalArgumentException("Google Cloud Storage bucket name must be provided: set GCS_BUCKET_NAME,"
                    + " or storage.gcs.bucket_name in the configuration file");
        }
        if (!isBucket(bucket)) {
            throw new IllegalArgumentException(("bucket name must be 3 to 63 lower-case letters, digits and - _ . ,"
                            + " beginning and ending with a letter or digit, and no IP address, got '%s'")
                    .formatted(bucket));
        }
        try {
            return new GcsAddress(
                    bucket, slash < 0 ? "" : PathRules.folder(SCHEME + bucket, plain.substring(slash + 1)));
        } catch (StorageException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** {@code gs://bucket[/prefix]}. */
    String uri() {
        return SCHEME + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    /** The name of the object for this path. */
    String object(String path) {
        return prefix.isEmpty() ? path : prefix + "/" + path;
    }

    /** The start of the names of all objects in this folder. */
    String folder(String folder) {
        String object = folder.isEmpty() ? prefix : object(folder);
        return object.isEmpty() ? "" : object + "/";
    }

    private static boolean isBucket(String name) {
        int longest = name.contains(".") ? LONGEST_DOTTED : LONGEST;
        return name.length() >= 3
                && name.length() <= longest
                && BUCKET.matcher(name).matches()
                && !IP_ADDRESS.matcher(name).matches()
                && !name.startsWith("goog");
    }
}
