package marketlab.jupyter;

import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * What a cell prints, gathered: Jupyter shows each message of a stream as a text of its own, and IJava sends one for each call
 * of {@code print}. Sent are whole lines, a few times a second; a line that is not ended is sent when it has waited for long.
 * Thread-safe.
 */
final class PrintedText {

    private static final long MILLIS_BETWEEN = 200;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "marketlab-printed-text");
        thread.setDaemon(true);
        return thread;
    });

    private final BiConsumer<StreamType, String> publish;
    private final StringBuilder text = new StringBuilder();
    private StreamType stream = StreamType.OUT;
    private boolean awaited;
    private boolean waiting;

    PrintedText(BiConsumer<StreamType, String> publish) {
        this.publish = publish;
    }

    synchronized void add(StreamType to, String printed) {
        if (to != stream) {
            flush();
            stream = to;
        }
        text.append(printed);
        awaitMore();
    }

    /** Sends all there is: something else is to follow it. */
    synchronized void flush() {
        send(text.length());
    }

    private void awaitMore() {
        if (!awaited) {
            awaited = true;
            TIMER.schedule(this::sendLines, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void sendLines() {
        awaited = false;
        int lines = text.lastIndexOf("\n") + 1;
        send(lines == 0 && waiting ? text.length() : lines);
        waiting = text.length() > 0;
        if (waiting) {
            awaitMore();
        }
    }

    private void send(int length) {
        if (length > 0) {
            String sent = text.substring(0, length);
            text.delete(0, length);
            publish.accept(stream, sent);
        }
    }
}
