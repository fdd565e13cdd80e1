package marketlab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Splits code of several lines into the pieces that JShell runs one by one. As at the prompt, a complete statement ends
 * with its line, so that semicolons may be left out. A line continues the one before if no statement can begin like it,
 * for example with a dot. A prompt that was copied with the code is skipped.
 */
public final class CodePieces {

    private static final Pattern COMMAND = Pattern.compile("/[a-z!?-].*");
    private static final Pattern PROMPT = Pattern.compile("lab>( |$)");
    private static final Pattern PROMPT_FOR_MORE = Pattern.compile(" \\.\\.\\.( |$)");

    private static final int PROMPT_LENGTH = 5;

    /** A line that belongs to the statement before it, even if that ends with a semicolon or a brace. */
    private static final Pattern CLAUSE = Pattern.compile("(else|catch|finally)\\b");

    /**
     * A line that continues a statement without a semicolon. But ++ and -- begin statements, and a slash with a word is
     * a command.
     */
    private static final Pattern CONTINUATION =
            Pattern.compile("[.*%&|^=<>?:,){\\]]|!=|\\+(?!\\+)|-(?!-)|/(?![/*a-z!?-])|instanceof\\b");

    private static final Pattern ANNOTATIONS = Pattern.compile("(?s)(\\s*@[\\w.]+(\\(.*\\))?)+\\s*");
    private static final Pattern BLANKS_AND_COMMENTS = Pattern.compile("(\\s+|//.*)*+");

    private final SourceCodeAnalysis analysis;
    private final String code;
    private int at;

    /**
     * A piece of code.
     *
     * @param source the code for JShell
     * @param linesBefore number of lines above it
     * @param isCommand whether it is a command of the prompt, such as {@code /exit}
     */
    public record Piece(String source, int linesBefore, boolean isCommand) {}

    public CodePieces(SourceCodeAnalysis analysis, String code) {
        this.analysis = analysis;
        this.code = withoutPrompts(code);
    }

    /** The next piece; only the last one may be incomplete. Empty when there is no more. */
    public Optional<Piece> next() {
        at += code.length() - at - code.substring(at).stripLeading().length();
        int begin = at;
        for (int end = endOfLine(begin); begin < code.length(); end = endOfLine(end + 1)) {
            String typed = code.substring(begin, end).stripTrailing();
            if (COMMAND.matcher(typed).matches()) {
                return Optional.of(piece(begin, end, typed, true));
            }
            CompletionInfo info = analysis.analyzeCompletion(typed);
            boolean isEnded = info.completeness().isComplete() || info.completeness() == Completeness.UNKNOWN;
            if (isEnded && !(info.remaining().isBlank() && goesOn(typed, code.substring(end)))) {
                int left = info.remaining().stripTrailing().length();
                return Optional.of(piece(begin, begin + typed.length() - left, info.source(), false));
            }
            if (end == code.length()) {
                at = end;
                boolean isEmpty = info.completeness() == Completeness.EMPTY;
                return isEmpty ? Optional.empty() : Optional.of(piece(begin, end, typed, false));
            }
        }
        return Optional.empty();
    }

    private Piece piece(int begin, int end, String source, boolean isCommand) {
        at = end;
        return new Piece(
                source,
                (int) code.substring(0, begin).chars().filter(c -> c == '\n').count(),
                isCommand);
    }

    private int endOfLine(int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    private static boolean goesOn(String typed, String more) {
        Matcher next = BLANKS_AND_COMMENTS.matcher(more);
        next.lookingAt();
        String line = more.substring(next.end());
        boolean isEnded = typed.endsWith(";") || typed.endsWith("}");
        return CLAUSE.matcher(line).lookingAt()
                || !isEnded && CONTINUATION.matcher(line).lookingAt()
                || typed.endsWith("}") && line.startsWith(".")
                || ANNOTATIONS.matcher(typed).matches();
    }

    private static String withoutPrompts(String code) {
        List<String> lines = new ArrayList<>();
        boolean prompted = false;
        for (String line : code.split("\\R", -1)) {
            boolean isFirst = PROMPT.matcher(line).lookingAt();
            boolean isMore = prompted && PROMPT_FOR_MORE.matcher(line).lookingAt();
            prompted = isFirst || isMore;
            lines.add(prompted ? line.substring(Math.min(PROMPT_LENGTH, line.length())) : line);
        }
        return String.join("\n", lines);
    }
}
