package marketlab.storage.gcs;

import com.google.api.client.http.HttpResponseException;
import com.google.cloud.storage.StorageException;
import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.storage.UnavailableException;

/**
 * Explains in one line why Google Cloud Storage rejected a request or failed, and what to do next. Addresses and tokens
 * are left out.
 */
final class GcsReasons {

    static final String DAMAGED_DOWNLOAD =
            "the downloaded bytes did not match the CRC32C, %s times in a row; try again";
    static final String DAMAGED = "the bytes were damaged during the upload; try again";

    private static final Pattern PERMISSION = Pattern.compile("storage\\.[a-zA-Z]+\\.[a-zA-Z]+");
    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WHO = Pattern.compile("^\\S+@\\S+(?= does not have)");
    private static final Pattern SECRET = Pattern.compile("\\?\\S+|(?<=//)[^/\\s]*@|ya29\\.\\S+|(?i:bearer )\\S+");

    private GcsReasons() {}

    static IOException of(Throwable failure, String bucket, GcsSettings settings) {
        List<Throwable> causes = Throwables.getCausalChain(failure);
        for (Throwable cause : causes) {
            if (cause instanceof UnavailableException machine) {
                return machine;
            }
        }
        String reason = reason(causes, bucket, settings);
        return isRefusalOfOne(causes) ? new IOException(reason, failure) : new UnavailableException(reason, failure);
    }

    /** Whether the store works and rejects only this one object. */
    private static boolean isRefusalOfOne(List<Throwable> causes) {
        return causes.stream().anyMatch(cause -> {
            int code = cause instanceof StorageException answer
                    ? answer.getCode()
                    : cause instanceof HttpResponseException answer ? answer.getStatusCode() : 0;
            return code == 400 || code == 403;
        });
    }

    private static String reason(List<Throwable> causes, String bucket, GcsSettings settings) {
        String store = settings.name();
        if (causes.stream().anyMatch(GcsRetries::isUntrusted)) {
            return "no trusted connection to " + store + "; check the machine's clock and certificates";
        }
        if (causes.stream().anyMatch(GcsRetries::isPlain)) {
            return store + " speaks no https"
                    + (settings.emulated()
                            ? "; write http:// in STORAGE_EMULATOR_HOST"
                            : "; a proxy may be in between: check the network");
        }
        if (causes.stream().anyMatch(GcsRetries::isUnreachable)) {
            return "cannot reach " + store
                    + (settings.emulated()
                            ? "; start it, or correct or unset STORAGE_EMULATOR_HOST"
                            : "; check the network, or use a local storage");
        }
        if (causes.stream().anyMatch(cause -> cause.getClass().getName().startsWith("com.google.auth."))) {
            return "the credentials were refused; renew them with `gcloud auth application-default login` or a new key";
        }
        for (Throwable cause : causes) {
            if (cause instanceof StorageException answer && answer.getCode() > 0) {
                return reason(answer.getCode(), answered(causes).orElseGet(() -> text(answer)), bucket);
            }
            if (cause instanceof HttpResponseException answer) {
                return reason(answer.getStatusCode(), answered(causes).orElse(""), bucket);
            }
        }
        if (causes.stream().anyMatch(SocketTimeoutException.class::isInstance)) {
            return store + " does not answer; try again later";
        }
        if (causes.stream().anyMatch(IOException.class::isInstance)) {
            return "the connection to " + store + " broke several times; try again later";
        }
        return "an answer of " + store + " cannot be understood: " + text(causes.get(causes.size() - 1));
    }

    private static String reason(int code, String text, String bucket) {
        return switch (code) {
            case 401 ->
                "the credentials were refused (401); renew them with `gcloud auth application-default login`"
                        + " or a new key";
            case 403 -> refused(text, bucket);
            case 404 -> "no bucket " + bucket + "; create it, or correct the name";
            case 408, 429, 500, 502, 503, 504 ->
                "Google Cloud Storage is busy or has a problem (%s); try again later".formatted(code);
            case 400 -> text.contains("CRC32C") ? DAMAGED : "Google Cloud Storage answered 400 " + text;
            default ->
                "Google Cloud Storage answered %s %s".formatted(code, text).strip();
        };
    }

    private static String refused(String text, String bucket) {
        Matcher permission = PERMISSION.matcher(text);
        Matcher who = WHO.matcher(text);
        String account = who.find() ? " for " + who.group() : "";
        return permission.find()
                ? "permission %s is missing on bucket %s%s; ask its owner for it"
                        .formatted(permission.group(), bucket, account)
                : "access to bucket %s is refused (403)%s; ask its owner"
                        .formatted(bucket, text.isEmpty() ? "" : ": " + text);
    }

    /** The message in the JSON of the store's response. */
    private static Optional<String> answered(List<Throwable> causes) {
        return causes.stream()
                .filter(HttpResponseException.class::isInstance)
                .map(cause -> MESSAGE.matcher(String.valueOf(((HttpResponseException) cause).getContent())))
                .filter(Matcher::find)
                .map(message -> line(message.group(1).replace("\\\"", "'")))
                .findFirst();
    }

    private static String text(Throwable failure) {
        return line(String.valueOf(failure.getMessage()));
    }

    private static String line(String text) {
        return SECRET.matcher(text.lines().findFirst().orElse("")).replaceAll("…");
    }
}
