package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A changed pickle that is not refused loads as pandas loads it. */
@Tag("slow")
class MutationTest {

    private static final int COPIES = 16;

    @TempDir
    Path folder;

    /** Each by a pandas that reads what its own wrote, which is no older and knows the same zones. */
    @ParameterizedTest
    @CsvSource({"1.5.3, 2", "2.1.4, 2", "3.0.5, 4"})
    void whatStillLoadsLoadsAsPandasLoadsIt(String version, int pandas) throws IOException {
        Path changed = Files.createDirectory(folder.resolve("changed"));
        Path again = Files.createDirectory(folder.resolve("again"));
        int read = 0;
        for (Path pickle : Pandas.pickles(Pandas.RESOURCES.resolve(version))) {
            String name = version + "-" + pickle.getFileName();
            List<byte[]> copies = PickleMutator.of(Files.readAllBytes(pickle), name.hashCode(), COPIES);
            for (int i = 0; i < COPIES; i++) {
                read += isRead(copies.get(i), changed.resolve(i + "-" + name), again.resolve(i + "-" + name)) ? 1 : 0;
            }
        }
        assertThat(read).isGreaterThan(80);
        assertThat(Pandas.run(Pandas.all().get(pandas), "compare_mutations.py", changed, again, Pandas.RESOURCES))
                .isEqualToIgnoringWhitespace(read + " compared");
    }

    /** Leaves the file, and what Java read of it, where the file is read. */
    private static boolean isRead(byte[] bytes, Path changed, Path again) throws IOException {
        Files.write(changed, bytes);
        try {
            var read = PandasPickle.read(changed);
            if (!read.frame().aside().notes().isEmpty()) {
                Files.delete(changed); // pandas refuses a file for an attribute that Java leaves out
                return false;
            }
            PandasPickle.write(read, again);
            Files.writeString(Path.of(again + ".txt"), Cellwise.of(read.table()));
            return true;
        } catch (PickleException e) {
            Files.delete(changed);
            return false;
        }
    }
}
