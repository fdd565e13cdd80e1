package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that the shell runs without asking. */
class ShellTest {

    @TempDir
    Path folder;

    private String out;
    private String err;

    @Test
    void valuesOfExpressionsArePrintedAndTextAsItIs() {
        assertThat(run("int x = 2; x + 1; \"a\\n\\\"b\\\"\"; x = 5; x\nvoid f() {}\nf()\nnull"))
                .isZero();
        assertThat(out).isEqualTo("3\na\n\"b\"\n5\nnull\n");
        assertThat(run("index(\"nifty\").days(300).generate()")).isZero();
        assertThat(out).contains("\n ...         |").contains("\n300 rows x 6 columns, index/nifty/gbm, ");
        assertThat(run("save(index(\"nifty\").days(3).generate()); latest().table().rowCount()"))
                .isZero();
        assertThat(out).startsWith(folder + "/data/index/nifty/gbm/").endsWith("\n3\n");
    }

    @Test
    void codeGoesOnOverLines() {
        assertThat(run("// begins\n\n"
                        + "int twice(int x) {\n"
                        + "  return 2 * x;\n"
                        + "}\n"
                        + "\"two\"\n"
                        + "  .length() +\n"
                        + "  twice(4)\n"
                        + "/* ends */"))
                .isZero();
        assertThat(out).isEqualTo("11\n");
    }

    @Test
    void aFileRunsWithItsArgumentsUpToItsFirstError() throws IOException {
        Path file = Files.writeString(folder.resolve("s.jsh"), """
            ///usr/bin/env jbang "$0" "$@" ; exit $?
            //DEPS lib/kit.java
            import static marketlab.kit.Lab.*;
            args.length + " " + args[1]
            index("nifty").days(3).generate().table().rowCount()
            index("nitfy")
            "not reached"
            """);
        assertThat(shell(file.toString(), "one", "two \\ \"words\"")).isEqualTo(1);
        assertThat(out).isEqualTo("2 two \\ \"words\"\n3\n");
        assertThat(err).startsWith("mlab: [market] unknown market 'nitfy'; ").hasLineCount(1);
        assertThat(shell(folder + "/none.jsh")).isEqualTo(1);
        assertThat(err).isEqualTo("mlab: [" + folder + "/none.jsh] no such file\n");
        assertThat(shell("-e", "1", file.toString())).isEqualTo(2);
    }

    @Test
    void exitEndsWithItsCode() {
        assertThat(run("1\n/exit 5\n2")).isEqualTo(5);
        assertThat(out).isEqualTo("1\n");
        assertThat(run("3\n  /ex  \n4")).isZero();
        assertThat(out).isEqualTo("3\n");
        assertThat(run("")).isZero();
    }

    @Test
    void theFirstErrorIsOneLineAndEndsIt() {
        assertError(
                "latest(\"index\"); 1",
                "mlab: [" + folder + "/data/index] no dataset here; make one with generate or save");
        assertError(
                "nonsense()\n1", "mlab: cannot find symbol, symbol:   method nonsense(), location: class: nonsense()");
        assertError("(new int[1])[2]", "mlab: ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 1");
        assertError("read(\"" + folder + "/none.csv\")", "mlab: [" + folder + "/none.csv] no such file");
        assertError("index(\"nitfy\")", "mlab: [market] unknown market 'nitfy'; there are: ");
        assertError("int x = ", "mlab: ");
        assertError("/vars", "mlab: /vars works only at the prompt; code may use /exit and /exit NUMBER");
        assertError("/exit many", "mlab: /exit many works only at the prompt");
    }

    @Test
    void whatIsNotDeclaredByTheEndIsAnError() {
        assertThat(run("int f(int x) { return g(x); }\nint g(int x) { return x + 1; }\nf(41)"))
                .as(err)
                .isZero();
        assertThat(out).isEqualTo("42\n");
        assertError("int f(int x) { return g(x); }", "mlab: cannot find method g(int): int f(int x) { return g(x); }");
        assertError("int f(int x) { return g(x); }\nf(1)", "mlab: cannot find method g(int): int f(int x)");
        assertError(
                "foo bar\n2",
                "mlab: cannot find class foo: foo bar; a word of the kit needs parentheses, such as help()");
        assertError("Datset d = latest()", "mlab: cannot find ");
    }

    private void assertError(String code, String line) {
        assertThat(run(code)).as(code).isEqualTo(1);
        assertThat(out).isEmpty();
        assertThat(err).hasLineCount(1).startsWith(line);
    }

    private int run(String code) {
        return shell("-e", code);
    }

    private int shell(String... arguments) {
        StringWriter answer = new StringWriter();
        StringWriter talk = new StringWriter();
        int status = Mlab.run(
                new PrintWriter(answer),
                new PrintWriter(talk),
                Stream.concat(Stream.of("shell", "--storage", "local:" + folder + "/data"), Stream.of(arguments))
                        .toArray(String[]::new));
        out = answer.toString();
        err = talk.toString();
        return status;
    }
}
