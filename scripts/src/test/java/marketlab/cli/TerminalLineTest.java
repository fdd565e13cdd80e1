package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TerminalLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void eachTextReplacesTheOneBeforeAndTheLastIsRemoved() {
        TerminalLine line = line(80);
        line.show("12345");
        line.show("67");
        line.end("8");
        assertThat(out.toString()).isEqualTo("\r12345\r67   \r     \r");
    }

    @Test
    void aLineIsNarrowerThanTheTerminal() {
        TerminalLine line = line(5);
        line.show("12345678");
        assertThat(out.toString()).isEqualTo("\r1234");
    }

    @Test
    void nothingIsWrittenWhereThereIsNoTerminalOrNothingToShow() {
        TerminalLine none = line(0);
        none.show("1");
        none.end("2");
        line(80).end("3");
        assertThat(out.size()).isZero();
    }

    private TerminalLine line(int columns) {
        return new TerminalLine(new PrintStream(out), () -> columns);
    }
}
