package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import marketlab.peer.TmuxTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tab completes after {@code mlab}. */
@Tag("slow")
class CompletionTest {

    @TempDir
    Path folder;

    @BeforeEach
    void theScriptAndADataset() throws IOException {
        StringWriter script = new StringWriter();
        assertThat(Mlab.run(new PrintWriter(script), new PrintWriter(script), "completion"))
                .isZero();
        Files.writeString(folder.resolve("completion"), script.toString());
        for (String file : new String[] {
            "data/index/nifty/gbm/20260102_090000_bullish.pkl",
            "data/index/nifty/gbm/20260102_090000_crash.pkl.gz",
            "data/index/nifty/gbm/notes.txt",
            "data/option_chain/nifty/heston/20260102_090000.pkl",
            "other/index/spx/gbm/20260102_090000.pkl",
            "prices.csv",
            "program.java"
        }) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.createFile(folder.resolve(file));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gen                                           | generate
        be                                            | bench
        generate ind                                  | index
        generate index --ma                           | --market
        generate index --market mid                   | midcpnifty
        generate index --basket bankn                   | banknifty
        generate index --model h                      | heston
        generate index --params high                  | high_vol
        generate index --from pri                     | prices.csv
        generate chain --model bl                     | black_scholes
        generate chain --surface sab                  | sabr_skew
        generate chain --greeks st                    | sticky_delta
        plot --kind pay                               | payoff
        plot --kind open                              | open_interest
        plot --theme d                                | dark
        plot --js si                                  | sidecar
        show --format j                               | json
        save --date-order m                           | mdy
        """)
    void bashCompletesVerbsOptionsAndValues(String typed, String completed) throws Exception {
        assertThat(bash(typed)).isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        list ind                                      | index/ index/nifty/
        list index/nifty/                             | index/nifty/gbm/ %g_bullish.pkl %g_crash.pkl.gz
        latest --match crash opt                      | option_chain/ option_chain/nifty/
        versions pri                                  | ''
        verify index/nifty/gbm/2026                   | %g_bullish.pkl %g_crash.pkl.gz
        prune index/nif                               | index/nifty/ index/nifty/gbm/
        save prices.csv opt                           | option_chain/ option_chain/nifty/
        show index/nifty/gbm/20260102_090000_c        | %g_crash.pkl.gz
        show pr                                       | prices.csv
        show index/nifty/gbm/n                        | ''
        describe other/index/s                        | other/index/spx/ other/index/spx/gbm/
        plot --compare index/nifty/gbm/20260102_090000_b | %g_bullish.pkl
        diff prices.csv index/nifty/gbm/20260102_090000_b | %g_bullish.pkl
        realism prices.csv --against index/nifty/gbm/20260102_090000_b | %g_bullish.pkl
        list nothing                                  | ''
        """)
    void bashCompletesDirectoriesAndDatasetsOfTheLocalStorage(String typed, String completed) throws Exception {
        assertThat(bash(typed)).isEqualTo(completed.replace("%g", "index/nifty/gbm/20260102_090000"));
    }

    @Test
    void theStorageIsTheOneThatIsNamed() throws Exception {
        assertThat(bash("list --storage ./other index/")).isEqualTo("index/spx/ index/spx/gbm/");
        assertThat(bash("list --storage gs://lab/team index/")).isEmpty();
        assertThat(bash("export LOCAL_STORAGE_PATH=other", "list index/")).isEqualTo("index/spx/ index/spx/gbm/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash --norc", "zsh -f"})
    void tabGoesOnInADirectoryAndEndsAtADataset(String shell) {
        try (TmuxTerminal terminal = TmuxTerminal.shell(folder, shell)) {
            terminal.enter("PS1='> '; source ./completion; clear");
            terminal.awaitLast(">");
            terminal.type("mlab generate index --model he");
            terminal.press("Tab");
            terminal.type("--days");
            terminal.awaitLast("> mlab generate index --model heston --days");
            terminal.press("C-c");
            terminal.awaitLast(">");
            terminal.type("mlab list opt");
            terminal.press("Tab");
            terminal.awaitLast("> mlab list option_chain/");
            terminal.type("nif");
            terminal.press("Tab");
            terminal.type("hes");
            terminal.press("Tab");
            terminal.type("2");
            terminal.press("Tab");
            terminal.type("--match");
            terminal.awaitLast("> mlab list option_chain/nifty/heston/20260102_090000.pkl --match");
        }
    }

    private String bash(String typed) throws Exception {
        return bash(":", typed);
    }

    private String bash(String before, String typed) throws Exception {
        String script = """
            compopt() { :; }
            source ./completion
            %s
            COMP_LINE='mlab %s'
            COMP_WORDS=($COMP_LINE)
            COMP_CWORD=%d
            _complete_mlab
            echo ${COMPREPLY[@]}
            """.formatted(before, typed, typed.split(" ").length);
        Process bash = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
