package marketlab.cli;

import java.io.PrintWriter;
import java.util.function.BiConsumer;
import marketlab.dataset.SafeText;
import marketlab.storage.Storage;

/** Reports on stderr each dataset that a verb could not use, and counts them. */
final class SkippedDatasets implements BiConsumer<String, String> {

    private final Storage storage;
    private final PrintWriter err;
    private int count;

    SkippedDatasets(Storage storage, PrintWriter err) {
        this.storage = storage;
        this.err = err;
    }

    @Override
    public void accept(String path, String reason) {
        count++;
        err.println(SafeText.escaped("[" + storage.place(path) + "] skipped: " + reason));
    }

    int count() {
        return count;
    }
}
