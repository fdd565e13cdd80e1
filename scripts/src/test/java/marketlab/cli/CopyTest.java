package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import marketlab.storage.LocalStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyTest {

    @TempDir
    Path folder;

    private String out;
    private String err;

    @BeforeEach
    void generate() {
        assertThat(mlab("generate", "index", "--days", "5", "--params", "bullish", "--storage", storage("data")))
                .isZero();
        assertThat(mlab("generate", "index", "--days", "5", "--params", "bearish", "--storage", storage("data")))
                .isZero();
    }

    @Test
    void copyPrintsWhatItCopiedAndMayBeRunAgain() {
        assertThat(mlab("copy", storage("data"), storage("copy"), "--match", "bullish"))
                .isZero();
        assertThat(out.lines()).hasSize(1).allMatch(path -> path.startsWith(folder + "/copy/index/nifty/gbm/"));
        assertThat(err).endsWith("1 copied, 0 already there\n");
        assertThat(mlab("copy", storage("data"), storage("copy"), "index")).isZero();
        assertThat(err).endsWith("1 copied, 1 already there\n");
    }

    @Test
    void copyNamesWhatItCouldNotCopyBesideWhatItDid() throws IOException {
        String bullish = new LocalStorage(folder + "/data").list("", "bullish").get(0);
        Path other = folder.resolve("copy").resolve(bullish);
        Files.createDirectories(other.getParent());
        Files.writeString(other, "another");
        assertThat(mlab("copy", storage("data"), storage("copy"))).isEqualTo(1);
        assertThat(out.lines()).hasSize(1).allMatch(path -> path.endsWith("_bearish.pkl"));
        assertThat(err)
                .endsWith("[%s] another dataset with this name already exists; it was left unchanged\n".formatted(other)
                        + "1 copied, 0 already there, 1 failed\n");
    }

    @Test
    void copyTakesOnlyWhatIsNewEnough() {
        assertThat(mlab("copy", storage("data"), storage("copy"), "--since", "2999-01-01"))
                .isZero();
        assertThat(err).endsWith("0 copied, 0 already there\n");
        assertThat(mlab("copy", storage("data"), storage("copy"), "--since", "2020-01-01"))
                .isZero();
        assertThat(err).endsWith("2 copied, 0 already there\n");
    }

    @Test
    void wrongAddressOrTimeIsWrongUsage() {
        assertThat(mlab("copy", storage("data"), "ftp://there")).isEqualTo(2);
        assertThat(err)
                .startsWith("mlab: Unsupported storage type: ftp://there; use local:PATH or gs://BUCKET[/PREFIX]");
        assertThat(mlab("copy", "data", "gs://lab")).isEqualTo(2);
        assertThat(err)
                .startsWith("mlab: Unsupported storage type: data; for this folder type local:data, for a bucket"
                        + " gs://data");
        assertThat(mlab("copy", storage("data"), storage("copy"), "--since", "yesterday"))
                .isEqualTo(2);
        assertThat(mlab("copy", storage("data"))).isEqualTo(2);
    }

    private String storage(String name) {
        return "local:" + folder.resolve(name);
    }

    private int mlab(String... arguments) {
        StringWriter answer = new StringWriter();
        StringWriter talk = new StringWriter();
        int exit = Mlab.run(new PrintWriter(answer), new PrintWriter(talk), arguments);
        out = answer.toString();
        err = talk.toString();
        return exit;
    }
}
