package marketlab.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;
import marketlab.cli.Errors;
import marketlab.config.ConfigException;
import marketlab.dataset.SafeText;
import marketlab.storage.StorageException;

/**
 * Runs the typed code in this process. An exception is reported in one line, and an interrupt reaches the library
 * first.
 */
public final class KitEngine implements ExecutionControlProvider {

    static final String NAME = "marketlab";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return new Control(environment);
    }

    private static final class Control extends LocalExecutionControl {

        private static final int GRACE_SECONDS = 1;
        private static final String SNIPPETS = "REPL.";
        private static final String LINES = "\n\t" + System.lineSeparator();

        /** Exceptions whose messages already say where and what. */
        private static final List<Class<? extends Exception>> EXPECTED = List.of(
                IllegalArgumentException.class,
                StorageException.class,
                ConfigException.class,
                IOException.class,
                UncheckedIOException.class);

        /** JShell's name for the group of the threads that run the typed code. */
        private static final String THREADS = "JShell process local execution";

        private final ExecutionEnv environment;
        private final KeptVariables kept;
        private volatile boolean running;
        private volatile boolean stopped;

        private Control(ExecutionEnv environment) {
            this.environment = environment;
            this.kept = new KeptVariables(environment, this::type);
        }

        @Override
        public void load(ClassBytecodes[] classes)
                throws ClassInstallException, NotImplementedException, EngineTerminationException {
            super.load(classes);
            kept.loaded(classes);
        }

        private Class<?> type(String name) {
            try {
                return findClass(name);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void clientCodeEnter() {
            super.clientCodeEnter();
            stopped = false;
            running = true;
        }

        @Override
        protected void clientCodeLeave() {
            running = false;
            super.clientCodeLeave();
        }

        /** A value as the prompt prints it; control characters are escaped, so that the terminal does not obey them. */
        @Override
        protected String invoke(Method typed) throws Exception {
            return SafeText.escaped(super.invoke(typed), LINES);
        }

        /** Gives the library time to stop by itself, because JShell kills the thread on Java 17. */
        @Override
        public void stop() throws EngineTerminationException, InternalException {
            stopped = true;
            if (running) {
                environment.userErr().println("Interrupted");
            }
            interrupt();
            Interrupts.happen();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
            while (running && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            super.stop();
        }

        /**
         * Reports the exception in one line, with its place in the typed code unless the message says what is wrong.
         */
        @Override
        protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
            if (stopped) {
                throw new StoppedException();
            }
            if (cause instanceof SPIResolutionException) {
                return super.throwConvertedInvocationException(cause);
            }
            String name = cause.getClass().getSimpleName();
            if (EXPECTED.stream().anyMatch(type -> type.isInstance(cause))) {
                throw new UserException(SafeText.escaped(Errors.line(cause)), name, new StackTraceElement[0]);
            }
            StackTraceElement[] typed = Arrays.stream(cause.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith(SNIPPETS))
                    .toArray(StackTraceElement[]::new);
            String message = cause.getMessage() == null
                    ? null
                    : SafeText.escaped(cause.getMessage().lines().findFirst().orElse(""));
            throw new UserException(message, name, typed);
        }

        private static void interrupt() {
            ThreadGroup all = Thread.currentThread().getThreadGroup();
            ThreadGroup[] groups = new ThreadGroup[all.activeGroupCount() + 1];
            int count = all.enumerate(groups);
            Arrays.stream(groups, 0, count)
                    .filter(group -> group.getName().equals(THREADS))
                    .forEach(ThreadGroup::interrupt);
        }
    }
}
