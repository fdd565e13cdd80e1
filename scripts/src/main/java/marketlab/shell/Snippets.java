package marketlab.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import marketlab.shell.CodePieces.Piece;
import marketlab.start.FastStart;
import org.apache.commons.text.StringEscapeUtils;

/** Runs code without a prompt: prints the value of each expression, and ends at the first error. */
public final class Snippets {

    private static final int FAILED = 1;

    private final PrintWriter out;
    private final PrintWriter err;

    public Snippets(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Returns 0, 1 after an error, or the number of {@code /exit}. The code gets the arguments as {@code args}. */
    public int run(String code, List<String> arguments) {
        try (JShell shell = JShell.builder()
                .executionEngine(new KitEngine(), Map.of())
                .compilerOptions("--class-path", FastStart.classPath())
                .build()) {
            SessionImports.imports().lines().forEach(shell::eval);
            shell.eval(arguments.stream()
                    .map(argument -> '"' + StringEscapeUtils.escapeJava(argument) + '"')
                    .collect(Collectors.joining(", ", "String[] args = {", "};")));
            return runPieces(shell, code);
        }
    }

    /** Reports a snippet that still waits for a declaration at the end of the code. */
    private int ended(JShell shell) {
        Optional<Snippet> waiting = shell.snippets()
                .filter(snippet -> shell.status(snippet) == Status.RECOVERABLE_DEFINED)
                .findFirst();
        waiting.ifPresent(snippet -> err.println("mlab: " + problem(shell, snippet)));
        return waiting.isPresent() ? FAILED : 0;
    }

    private int runPieces(JShell shell, String code) {
        CodePieces pieces = new CodePieces(shell.sourceCodeAnalysis(), code);
        for (Optional<Piece> next = pieces.next(); next.isPresent(); next = pieces.next()) {
            Piece piece = next.get();
            if (piece.isCommand()) {
                String[] words = piece.source().split("\\s+", 2);
                return command(words[0], words.length == 1 ? "" : words[1]);
            }
            if (!eval(shell, piece.source())) {
                return FAILED;
            }
        }
        return ended(shell);
    }

    private int command(String name, String argument) {
        if (name.length() > 2 && "/exit".startsWith(name) && argument.matches("\\d{0,3}")) {
            return argument.isEmpty() ? 0 : Integer.parseInt(argument);
        }
        err.printf(
                "mlab: %s works only at the prompt; code may use /exit and /exit NUMBER%n",
                (name + " " + argument).strip());
        return FAILED;
    }

    private boolean eval(JShell shell, String source) {
        for (SnippetEvent event : shell.eval(source)) {
            Snippet snippet = event.snippet();
            if (event.status() == Status.REJECTED || event.status() == Status.RECOVERABLE_NOT_DEFINED) {
                err.println("mlab: " + problem(shell, snippet));
                return false;
            }
            if (event.exception() != null) {
                err.println("mlab: " + message(shell, event));
                return false;
            }
            if (event.causeSnippet() == null && isExpression(snippet) && event.value() != null) {
                out.println(shown(event.value()));
            }
        }
        out.flush();
        return true;
    }

    private static boolean isExpression(Snippet snippet) {
        return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || snippet instanceof ExpressionSnippet && snippet.subKind() == SubKind.VAR_VALUE_SUBKIND;
    }

    /** Prints text as it is; JShell would show it as a literal. */
    private static String shown(String value) {
        boolean isText = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return isText ? value.substring(1, value.length() - 1).translateEscapes() : value;
    }

    private static String problem(JShell shell, Snippet snippet) {
        String line = firstLine(snippet.source());
        if (snippet instanceof DeclarationSnippet declaration
                && shell.unresolvedDependencies(declaration).findAny().isPresent()) {
            String call = snippet.subKind() == SubKind.VAR_DECLARATION_SUBKIND
                    ? "; a word of the kit needs parentheses, such as help()"
                    : "";
            return shell.unresolvedDependencies(declaration)
                    .collect(Collectors.joining(", ", "cannot find ", ": " + line.replaceAll(";+$", "") + call));
        }
        return shell.diagnostics(snippet)
                        .filter(Diag::isError)
                        .map(diagnostic -> diagnostic
                                .getMessage(null)
                                .lines()
                                .map(String::strip)
                                .reduce((a, b) -> a + ", " + b)
                                .orElse(""))
                        .findFirst()
                        .orElse("invalid code")
                + ": " + line;
    }

    private static String message(JShell shell, SnippetEvent event) {
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            return problem(shell, unresolved.getSnippet());
        }
        return event.exception() instanceof EvalException e && e.getStackTrace().length > 0
                ? e.getExceptionClassName() + ": " + e.getMessage()
                : String.valueOf(event.exception().getMessage());
    }

    private static String firstLine(String source) {
        return source.strip().lines().findFirst().orElse("");
    }
}
