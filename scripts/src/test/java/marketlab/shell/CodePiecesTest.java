package marketlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import marketlab.shell.CodePieces.Piece;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a cell of a notebook, {@code -e} and a pipe have in common. */
class CodePiecesTest {

    private static final JShell SHELL = JShell.create();

    @AfterAll
    static void close() {
        SHELL.close();
    }

    @Test
    void aLineEndsWhatIsComplete() {
        assertPieces("var a = 1\nvar b = 2\n\na + b", "var a = 1;", "var b = 2;", "a + b");
        assertPieces("save(nifty)\nplot(back)", "save(nifty)", "plot(back)");
        assertPieces("int x = 2; x + 1; \"a\"\nx", "int x = 2;", "x + 1;", "\"a\"", "x");
        assertPieces("i\n++i\n--i", "i", "++i", "--i");
        assertPieces("import java.util.*\nvoid f() {}\nf()", "import java.util.*;", "void f() {}", "f()");
    }

    @Test
    void aLineThatCannotBeginAStatementGoesOnWithTheOneBefore() {
        for (String code : List.of(
                "index(\"nifty\")\n    .gbm()\n\n    // bullish\n    .bullish()",
                "int x = 1\n    + 2;",
                "a\n && b\n || c",
                "a\n ? b\n : c",
                "new int[]\n{1, 2}",
                "if (a) {\n}\nelse {\n}",
                "if (a) b();\nelse c();",
                "try {\n}\n\ncatch (Exception e) {\n}\nfinally {\n}",
                "@Deprecated\n@SuppressWarnings(\"unused\")\nvoid f()\n{\n}",
                "class A\n{\n    int x;\n\n    int y;\n}",
                "for (int i = 0; i < 3; i++)\n    f(i);",
                "var text = \"\"\"\n    lab\n    \"\"\";",
                "f(1,\n  2)",
                "new A() {\n}\n.run()")) {
            assertThat(pieces(code)).as(code).hasSize(1);
        }
    }

    @Test
    void whatDoesNotCompileIsAPieceAndSoIsWhatIsCutOff() {
        assertPieces("1 1 1\n2", "1 1 1", "2");
        assertPieces("f()\nint q = (", "f()", "int q = (");
        assertPieces("", new String[0]);
        assertPieces("\n // nothing\n", new String[0]);
    }

    @Test
    void aPieceKnowsHowManyLinesAreAboveIt() {
        CodePieces pieces = new CodePieces(SHELL.sourceCodeAnalysis(), "\n1; 2\r\n\nint\nx;\n3");
        assertThat(List.of(pieces.next(), pieces.next(), pieces.next(), pieces.next()))
                .extracting(piece -> piece.orElseThrow().linesBefore())
                .containsExactly(1, 1, 3, 5);
    }

    @Test
    void copiedPromptsArePassedOver() {
        assertPieces("lab> var a = 1\nlab> a\n ... .toString()\nlab> \nlab>", "var a = 1;", "a\n.toString()");
        assertPieces("lab = 1\nlab >\n 2", "lab = 1", "lab >\n 2");
    }

    @Test
    void aLineWithASlashAndAWordIsACommandIfNothingIsToBeEnded() {
        CodePieces pieces = new CodePieces(SHELL.sourceCodeAnalysis(), "1\n  /exit 5 \nf(2\n/exit)\n// 3\n/* 4 */");
        assertThat(pieces.next()).contains(new Piece("1", 0, false));
        assertThat(pieces.next()).contains(new Piece("/exit 5", 1, true));
        assertThat(pieces.next()).contains(new Piece("f(2\n/exit)", 2, false));
        assertThat(pieces.next()).isEmpty();
    }

    private static void assertPieces(String code, String... sources) {
        assertThat(pieces(code)).as(code).containsExactly(sources);
    }

    private static List<String> pieces(String code) {
        CodePieces pieces = new CodePieces(SHELL.sourceCodeAnalysis(), code);
        List<String> sources = new ArrayList<>();
        for (Optional<Piece> next = pieces.next(); next.isPresent(); next = pieces.next()) {
            sources.add(next.get().source());
        }
        return sources;
    }
}
