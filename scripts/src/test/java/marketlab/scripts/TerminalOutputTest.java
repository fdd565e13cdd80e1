package marketlab.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.peer.TmuxTerminal;
import marketlab.pickle.PandasPickle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a verb shows on a real terminal, where it knows that it is one. */
@Tag("slow")
class TerminalOutputTest {

    private static final String PROMPT = "lab>";

    @TempDir
    Path folder;

    @Test
    void progressFillsUpOnOneLine() {
        try (TmuxTerminal terminal = TmuxTerminal.mlab(folder, "generate index --paths 50000 --days 3 --seed 1")) {
            terminal.awaitLine("[#");
            terminal.press("C-c");
            terminal.exitCode();
            List<String> lines = terminal.awaitLine("ended with ");
            assertThat(lines).noneMatch(line -> line.contains("u000d"));
            assertThat(lines.stream().filter(line -> line.startsWith("[") && !line.startsWith("[jbang]")))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void aWideTableIsSplitToFitAndAPipeGetsARowALine() throws IOException {
        try (TmuxTerminal terminal = TmuxTerminal.mlab(folder, "generate chain --strikes 3 --expiries 1 --seed 1")) {
            assertThat(terminal.exitCode()).isZero();
        }
        try (TmuxTerminal terminal = TmuxTerminal.mlab(folder, "show option_chain --latest")) {
            assertThat(terminal.exitCode()).isZero();
            List<String> lines = terminal.awaitLine("ended with ");
            assertThat(lines.stream().filter(line -> line.startsWith(" Strike  | ExpiryDate  |")))
                    .hasSizeGreaterThan(1);
        }
        try (TmuxTerminal terminal = TmuxTerminal.mlab(folder, "show option_chain --latest >rows.txt 2>talk.txt")) {
            assertThat(terminal.exitCode()).isZero();
            assertThat(Files.readAllLines(folder.resolve("rows.txt")))
                    .hasSize(5)
                    .allMatch(line -> line.length() > 200);
        }
    }

    @Test
    void aDatasetCommandsNeitherTheTerminalNorThePrompt() throws IOException {
        String command = "\u001b]2;owned\u0007\u202e";
        Path file = folder.resolve("t.pkl");
        PandasPickle.write(Dataset.of(Table.create("t", StringColumn.create("c" + command, command))), file);
        String code = "\\u001b]2;owned\\u0007\\u202e";
        try (TmuxTerminal terminal = TmuxTerminal.mlab(folder, "show t.pkl --format csv </dev/null")) {
            assertThat(terminal.exitCode()).isZero();
            assertThat(terminal.awaitLine("ended with ")).contains("c" + code, code);
        }
        try (TmuxTerminal terminal = TmuxTerminal.mlab(folder, "show t.pkl --format csv >t.csv")) {
            assertThat(terminal.exitCode()).isZero();
            assertThat(Files.readString(folder.resolve("t.csv"))).isEqualTo("c" + command + "\n" + command + "\n");
        }
        try (TmuxTerminal terminal = TmuxTerminal.mlab(folder, "shell")) {
            terminal.awaitLast(PROMPT);
            terminal.enter("read(\"t.pkl\").table().columnNames()");
            terminal.awaitLine("[c" + code + "]");
            terminal.awaitLast(PROMPT);
            terminal.enter("load(\"c\" + read(\"t.pkl\").table().columnNames())");
            terminal.awaitLine("|  Exception ");
            terminal.awaitLast(PROMPT);
            terminal.enter("/exit");
            assertThat(terminal.exitCode()).isZero();
        }
    }
}
