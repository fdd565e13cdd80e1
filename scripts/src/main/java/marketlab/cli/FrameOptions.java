package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.dataset.Instrument;
import marketlab.dataset.SafeText;
import marketlab.pickle.PandasPickle;
import picocli.CommandLine.Option;

/** Which of several frames and instruments is taken. */
final class FrameOptions {

    @Option(
            names = "--key",
            paramLabel = "NAME",
            description = "Of a .pkl file with several DataFrames, the one to take.")
    String key;

    @Option(
            names = "--ticker",
            paramLabel = "NAME",
            description = "Of several instruments in one dataset, the one to take, as plain bars.")
    String ticker;

    /** The file's frame of the key; null if no key is told. */
    Dataset keyed(String file, PrintWriter err) throws IOException {
        if (key == null) {
            return null;
        }
        Dataset data = PandasPickle.read(Path.of(file), key);
        tell(file, data.frame().aside().notes(), err);
        return data;
    }

    /** Loads a dataset, or reads a file; of several frames and instruments, the chosen one. */
    Dataset load(StorageOption storage, String name, PrintWriter err) throws IOException {
        return chosen(DatasetArgument.load(storage, name, file -> {
                    Dataset keyed = keyed(file, err);
                    return keyed == null ? new CsvOptions().read(file, err) : keyed;
                })
                .content());
    }

    /** The instrument's part of a dataset, if one is told. */
    Dataset chosen(Dataset data) {
        return ticker == null ? data : Instrument.of(data, ticker);
    }

    static void tell(String place, List<String> notes, PrintWriter err) {
        notes.forEach(note -> err.println(SafeText.escaped("[" + place + "] " + note)));
    }
}
