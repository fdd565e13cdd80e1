package marketlab.storage.gcs;

import com.google.api.client.http.HttpResponseException;
import com.google.api.gax.retrying.BasicResultRetryAlgorithm;
import com.google.api.gax.retrying.ResultRetryAlgorithm;
import com.google.auth.Retryable;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageRetryStrategy;
import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import marketlab.storage.UnavailableException;

/**
 * Decides which failures are retried: a busy or failing store, and a broken response. Failures of this machine, such as
 * a full disk, are not retried. An unreachable store is not retried either: with the default of Google's client, an
 * offline machine would wait for 50 seconds. Every retried request has a precondition, so that none can take effect
 * twice.
 */
final class GcsRetries implements StorageRetryStrategy {

    private static final long serialVersionUID = 1;
    /** Time when this thread's request was first sent. */
    private static final ThreadLocal<Long> SENT = new ThreadLocal<>();

    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private final transient Duration quiet;
    private final transient Consumer<Throwable> listener;

    /**
     * The retry rules for a request.
     *
     * @param quiet how long retries are not reported
     * @param listener receives each later failure that is retried
     */
    GcsRetries(Duration quiet, Consumer<Throwable> listener) {
        this.quiet = quiet;
        this.listener = listener;
    }

    /** Call this when this thread sends a new request. */
    static void begin() {
        SENT.set(System.nanoTime());
    }

    @Override
    public ResultRetryAlgorithm<?> getIdempotentHandler() {
        return retrying(failure -> {
            boolean again = isPassing(failure);
            Long sent = SENT.get();
            if (again && sent != null && System.nanoTime() - sent >= quiet.toNanos()) {
                listener.accept(failure);
            }
            return again;
        });
    }

    @Override
    public ResultRetryAlgorithm<?> getNonidempotentHandler() {
        return retrying(failure -> false);
    }

    private static ResultRetryAlgorithm<?> retrying(Predicate<Throwable> worthwhile) {
        return new BasicResultRetryAlgorithm<Object>() {
            @Override
            public boolean shouldRetry(Throwable failure, Object answer) {
                return failure != null && worthwhile.test(failure);
            }
        };
    }

    static boolean isPassing(Throwable failure) {
        boolean interrupted = false;
        for (Throwable cause : Throwables.getCausalChain(failure)) {
            if (cause instanceof StorageException answer && answer.getCode() > 0) {
                return PASSING.contains(answer.getCode());
            }
            if (cause instanceof HttpResponseException answer) {
                return PASSING.contains(answer.getStatusCode());
            }
            if (cause instanceof Retryable credentials) {
                return credentials.isRetryable();
            }
            if (isUnreachable(cause) || isPlain(cause) || cause instanceof UnavailableException) {
                return false;
            }
            interrupted |= cause instanceof IOException;
        }
        return interrupted;
    }

    /** Whether no connection could be made. */
    static boolean isUnreachable(Throwable cause) {
        return cause instanceof UnknownHostException
                || cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || isUntrusted(cause)
                || cause instanceof SocketTimeoutException
                        && String.valueOf(cause.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("connect");
    }

    /** Whether the other end answers without encryption; only the message shows this. */
    static boolean isPlain(Throwable cause) {
        return cause instanceof SSLException
                && String.valueOf(cause.getMessage()).contains("unrecognized SSL message");
    }

    /** Whether the other end cannot prove its identity. */
    static boolean isUntrusted(Throwable cause) {
        return cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException;
    }
}
