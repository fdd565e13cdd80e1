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

/**
 * The storage of a command: that of the flag; without the flag, the bucket that a name begins with, else the configured
 * one.
 */
public final class StorageOption {

    private static final String FLAG = "--storage";

    @Option(
            names = FLAG,
            paramLabel = "ADDRESS",
            description =
                    "local:PATH, /PATH, ./PATH or gs://BUCKET[/PREFIX]. Default: the configured storage (see: mlab"
                            + " config).")
    String address;

    private PrintWriter talk;
    private boolean hinted;

    /** Gives stderr to the storage option of a command, which may be in a mixin of a mixin. */
    static void talkTo(PrintWriter err, CommandSpec command) {
        if (command.userObject() instanceof StorageOption storage) {
            storage.talk = err;
        }
        command.mixins().values().forEach(mixin -> talkTo(err, mixin));
    }

    /** Where the command talks: stderr. */
    PrintWriter talk() {
        return talk;
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

    /** Opens the storage of these settings; its warnings go to a command's stderr. */
    static Storage open(Config config, PrintWriter talk) {
        return StorageFactory.getStorage(config).telling(line -> talk.println("warning: " + line));
    }

    /** Opens the storage of a name or a directory; {@link #pathOf} gives the path in it. */
    Storage open(String name) {
        return open(resolve(name));
    }

    /**
     * Opens the storage for a new dataset in a directory DATA_TYPE/MARKET/MODEL; {@link #newPathOf} gives the path in
     * it.
     */
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

    /** Whether a name is a full address in the storage of the settings. */
    boolean holds(String name) {
        return DatasetAddress.isFullIn(StorageFactory.root(config()), name);
    }

    /** Reports once that a bucket is set, but is not the storage. */
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
