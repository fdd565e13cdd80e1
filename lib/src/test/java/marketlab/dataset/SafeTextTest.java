package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void whatIsObeyedOrHiddenIsWrittenAsItsCode() {
        Stream.of(
                        "\u001b", "\u0007", "\u009b", "\u007f", "\n", "\r", "\t", "\u0000", "\u202e", "\u2066",
                        "\u200b", "\u200f", "\u2028", "\u2029", "\ufeff", "\u00ad", "\u061c")
                .forEach(c -> assertThat(SafeText.escaped("a" + c + "b"))
                        .isEqualTo("a\\u%04xb".formatted((int) c.charAt(0))));
        assertThat(SafeText.escaped("\udb40\udc41")).as("a tag of plane 14").isEqualTo("\\udb40\\udc41");
        assertThat(SafeText.escaped("\ud83d")).as("half a pair").isEqualTo("\\ud83d");
    }

    @Test
    void whatIsSeenStaysAsItIs() {
        Stream.of("Zürich €5 – निफ्टी 日経 مؤشر", "\ud83d\udcc8", "\u00a0", "e\u0301", "⡠⠔⠊ ␛ \\u001b", "")
                .forEach(text -> assertThat(SafeText.escaped(text)).isSameAs(text));
        assertThat(SafeText.escaped("a\tb\r\nc", "\n\t")).isEqualTo("a\tb\\u000d\nc");
    }
}
