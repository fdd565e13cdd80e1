package marketlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where Jupyter looks for kernels, by the environment. */
class KernelSpecsTest {

    @Test
    void kernelsOfAUserAreWhereJupyterLooksForThem() {
        Map<String, String> home = Map.of("HOME", "/x");
        assertThat(KernelSpecs.userData(home, "Linux")).isEqualTo(Path.of("/x/.local/share/jupyter"));
        assertThat(KernelSpecs.userData(home, "Mac OS X")).isEqualTo(Path.of("/x/Library/Jupyter"));
        assertThat(KernelSpecs.userData(Map.of("HOME", "/x", "XDG_DATA_HOME", "/y"), "Linux"))
                .isEqualTo(Path.of("/y/jupyter"));
        assertThat(KernelSpecs.userData(Map.of("HOME", "/x", "XDG_DATA_HOME", ""), "Linux"))
                .isEqualTo(Path.of("/x/.local/share/jupyter"));
        assertThat(KernelSpecs.userData(Map.of("HOME", "/x", "XDG_DATA_HOME", "/y", "JUPYTER_DATA_DIR", "/z"), "Linux"))
                .isEqualTo(Path.of("/z"));
    }

    @Test
    void withoutAHomeThereIsTheOneOfTheAccount() {
        assertThat(KernelSpecs.userData(Map.of(), "Linux"))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".local/share/jupyter"));
    }
}
