package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import marketlab.config.ConfigException;
import marketlab.dataset.Suggestion;
import marketlab.storage.StorageException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports every failure as one line and an exit code; with {@code --verbose} also the stack trace. */
public final class Errors implements IExecutionExceptionHandler, IParameterExceptionHandler {

    static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final Mlab mlab;

    Errors(Mlab mlab) {
        this.mlab = mlab;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        if (e instanceof UnmatchedArgumentException unmatched
                && command.getParent() == null
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            String verb = unmatched.getUnmatched().get(0);
            say(
                    command,
                    "unknown verb '%s'; %ssee: mlab --help"
                            .formatted(
                                    verb,
                                    Suggestion.hint(
                                            verb, command.getSubcommands().keySet())),
                    e);
            return WRONG_USAGE;
        }
        say(command, e.getMessage().lines().findFirst().orElse("wrong usage"), e);
        String meant = e instanceof UnmatchedArgumentException unmatched ? nearest(unmatched, command) : "";
        command.getErr().println(meant + "see: " + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof IllegalArgumentException
                || e.getCause() instanceof IllegalArgumentException
                || e instanceof ArithmeticException) {
            say(command, e.getMessage(), e);
            return WRONG_USAGE;
        }
        say(command, line(e), e);
        return FAILED;
    }

    private static String nearest(UnmatchedArgumentException unmatched, CommandLine command) {
        String typed = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        return Suggestion.hint(
                typed,
                typed.startsWith("-")
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
    }

    private void say(CommandLine command, String line, Exception e) {
        PrintWriter err = command.getErr();
        err.println("mlab: " + line);
        if (mlab.verbose) {
            e.printStackTrace(err);
        }
        err.flush();
    }

    /** What is wrong, in one line. */
    public static String line(Throwable e) {
        if (e instanceof StorageException || e instanceof ConfigException || e instanceof IllegalArgumentException) {
            return e.getMessage();
        }
        if (e.getCause() instanceof OutOfMemoryError) {
            return "out of memory; use fewer rows, or generate index --rows, which needs little memory";
        }
        if (e instanceof NoSuchFileException missing) {
            return "[" + missing.getFile() + "] no such file";
        }
        if (e instanceof AccessDeniedException denied) {
            return "[" + denied.getFile() + "] permission denied";
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
        }
        return "internal error: %s; run again with --verbose and report it".formatted(e);
    }
}
