package marketlab.cli;

import java.io.PrintWriter;
import marketlab.config.Config;
import marketlab.config.ConfigManager;
import marketlab.config.Setting;
import marketlab.storage.DatasetAddress;
import marketlab.storage.Storage;
import marketlab.storage.StorageFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where datasets live: the flag, else the configuration; or, without the flag, the bucket that a name begins with. */
public final class StorageOption {

    private static final String FLAG = "--storage";

    @Option(
            names = FLAG,
            paramLabel = "ADDRESS",
            description = "local:PATH, /PATH, ./PATH or gs://BUCKET[/PREFIX]; else the configuration decides (see: mlab"
                    + " config).")
    String address;

    private PrintWriter talk;
    private boolean hinted;

    /** Gives the option of a command, which may be mixed into what is mixed into it, the command's stderr. */
    static void talkTo(PrintWriter err, CommandSpec command) {
        if (command.userObject() instanceof StorageOption storage) {
            storage.talk = err;
        }
        command.mixins().values().forEach(mixin -> talkTo(err, mixin));
    }

    public Config config() {
        Config config = ConfigManager.getConfig();
        return address == null ? config : config.withStorage(address, FLAG);
    }

    public Storage open() {
        hint();
        return open(config());
    }

    private Storage open(Config config) {
        return open(config, talk);
    }

    /** The storage that these settings name, which has told to a command's stderr what it has to tell. */
    static Storage open(Config config, PrintWriter talk) {
        return StorageFactory.getStorage(config).telling(line -> talk.println("warning: " + line));
    }

    /** The storage that a name or a directory is in; {@link #pathOf} tells the path in it. */
    Storage open(String name) {
        return open(resolve(name));
    }

    /** The storage that a new dataset of a directory DATA_TYPE/MARKET/MODEL goes to; {@link #newPathOf} tells its path. */
    Storage openNew(String directory) {
        return open(resolveNew(directory));
    }

    /** Path in the storage that {@link #open(String)} opens. */
    String pathOf(String name) {
        return resolve(name).path();
    }

    /** Path in the storage that {@link #openNew} opens. */
    String newPathOf(String directory) {
        return resolveNew(directory).path();
    }

    /** Whether a name is a full address in the storage that no name leads out of. */
    boolean holds(String name) {
        return DatasetAddress.isFullIn(StorageFactory.root(config()), name);
    }

    /** Tells, once, of a bucket that is set but is not the storage. */
    void hint() {
        if (address == null && !hinted) {
            hinted = true;
            config().unusedBucket().ifPresent(this::hint);
        }
    }

    private void hint(Setting bucket) {
        talk.printf(
                "the bucket %s is set (%s), but the storage is the folder %s; to use the bucket set STORAGE_TYPE=gcs%n",
                bucket.value(), bucket.origin(), config().localBasePath());
    }

    private Storage open(DatasetAddress where) {
        boolean configured = where.root().equals(StorageFactory.root(config()));
        return configured ? open() : open(where.in(config()));
    }

    private DatasetAddress resolve(String name) {
        String root = StorageFactory.root(config());
        return address == null ? DatasetAddress.of(name, root) : DatasetAddress.inside(name, root);
    }

    private DatasetAddress resolveNew(String directory) {
        DatasetAddress where = resolve(directory);
        return where.root().equals(StorageFactory.root(config())) ? where : where.fromDataType();
    }
}
