package marketlab.jupyter;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import io.github.spencerpark.jupyter.messages.reply.ExecuteReply;
import java.util.function.Supplier;

/**
 * Replies with printed text in whole lines, and with errors for the reader of the cell. IJava's own error messages name
 * its internal exception, and nbconvert and nbclient print its internal stack trace.
 */
final class Replies extends ShellReplyEnvironment {

    private final ShellReplyEnvironment to;
    private final Supplier<CellError> error;
    private final int executionCount;
    private final PrintedText printed;

    /** @param error gives the last error that was shown, null if there is none */
    Replies(ShellReplyEnvironment to, Supplier<CellError> error, int executionCount) {
        super(null, null, to.getIopub(), to.getContext());
        this.to = to;
        this.error = error;
        this.executionCount = executionCount;
        this.printed = new PrintedText((stream, text) -> to.publish(new PublishStream(stream, text)));
    }

    @Override
    public void writeToStdOut(String text) {
        printed.add(StreamType.OUT, text);
    }

    @Override
    public void writeToStdErr(String text) {
        printed.add(StreamType.ERR, text);
    }

    @Override
    public void publish(Message<?> message) {
        printed.flush();
        CellError shown = error.get();
        if (message.getContent() instanceof PublishError && shown != null) {
            PublishError content = new PublishError(shown.name(), shown.text(), shown.lines());
            to.publish(new Message<>(getContext(), PublishError.MESSAGE_TYPE, content));
        } else {
            to.publish(message);
        }
    }

    @Override
    public void reply(Message<?> message) {
        printed.flush();
        CellError shown = error.get();
        if (message.getContent() instanceof ErrorReply && shown != null) {
            ErrorReply content = new ErrorReply(shown.name(), shown.text(), shown.lines());
            content.setExecutionCount(executionCount);
            to.reply(new Message<>(getContext(), ExecuteReply.MESSAGE_TYPE.error(), content));
        } else {
            to.reply(message);
        }
    }

    @Override
    public ShellReplyEnvironment defer() {
        printed.flush();
        to.defer();
        return this;
    }

    @Override
    public void defer(Runnable action) {
        to.defer(action);
    }

    @Override
    public String readFromStdIn(String prompt, boolean isPassword) {
        printed.flush();
        return to.readFromStdIn(prompt, isPassword);
    }
}
