package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that no storage, on whatever backend, may ever be asked for: every verb checks them here first. */
class HostileNamesTest {

    private static final String LONG = "x".repeat(256);

    static Stream<String> hostile() {
        List<String> folders = List.of(
                "..",
                "../..",
                "../x",
                "x/..",
                "x/../y",
                "x/../../y",
                "./x",
                "x/.",
                "x/./y",
                ".",
                ".hidden",
                "x/.draft-h-1-1",
                "/",
                "/etc",
                "//server/share",
                "x//y",
                "x///y",
                "C:",
                "C:/x",
                "c:x",
                "C:\\x",
                "\\x",
                "x\\y",
                "..\\x",
                "x/..\\y",
                "\\\\server\\share",
                "x\0",
                "x\0y",
                "\0",
                "x\n",
                "x\ny",
                "\r",
                "x\ty",
                "\u001b[31mred",
                "x\u0007",
                "\u007f",
                "x\u0085y",
                "\u202egpj",
                "x\u200by",
                "\ufeffx",
                "\uff0e\uff0e/x",
                "\u2024\u2024/x",
                "\u2025/x",
                "x\u2215y",
                "x\uff0fy",
                "x\u2044y",
                "nif\u0442y",
                "e\u0301",
                "\u00e9",
                "\ud83d\ude00",
                "\ud800",
                "x*",
                "x?",
                "x|y",
                "x<y",
                "x>y",
                "x\"y",
                "a:b",
                LONG,
                LONG + "/y",
                "y/" + LONG,
                "x/".repeat(600) + "y",
                "~/../../etc",
                "x/..",
                "..;/x/..",
                "%2e%2e/../x");
        return folders.stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedForReadingAndWritingInOneSafeLine(String path) {
        assertRefused(() -> PathRules.folder("data", path));
        assertRefused(() -> PathRules.file("data", path));
        assertRefused(() -> PathRules.file("data", path + "/20230901_123045.pkl"));
        assertThat(PathRules.problem(path)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index/nifty/gbm",
                "v2/index/nifty/gbm/20230901_123045~0001_bullish+x=1.pkl",
                "a b/c,d(1)/e@f.pkl",
                "x..y",
                "~x",
                "%2e%2e"
            })
    void usualNamesAreTaken(String path) {
        assertThat(PathRules.folder("data", path)).isEqualTo(path);
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(StorageException.class)
                .message()
                .matches("\\[data\\] '[ -~]*' [ -~]+")
                .hasSizeLessThan(300);
    }
}
