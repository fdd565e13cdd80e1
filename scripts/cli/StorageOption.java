package marketlab.cli;

import marketlab.config.Config;
import marketlab.config.ConfigManager;
import marketlab.storage.Storage;
import marketlab.storage.StorageFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where datasets live: the flag, else the configuration. */
public final class StorageOption {

    private static final String FLAG = "--storage";
    private static final String BUCKET = "gs://";

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Option(
            names = FLAG,
            paramLabel = "ADDRESS",
            description = "local:PATH or gs://BUCKET[/PREFIX]; else the configuration decides (see: mlab config).")
    String address;

    public Config config() {
        Config config = ConfigManager.getConfig();
        return address == null ? config : config.withStorage(address, FLAG);
    }

    /** The storage of this name: the bucket that a full gs:// path is in, unless the flag names one. */
    Storage open(String name) {
        if (address == null && name != null && name.startsWith(BUCKET)) {
            int end = name.indexOf('/', BUCKET.length());
            String bucket = end < 0 ? name : name.substring(0, end);
            return open(config().withStorage(bucket, "NAME"));
        }
        return open();
    }

    public Storage open() {
        return open(config());
    }

    private Storage open(Config config) {
        return open(config, spec);
    }

    /** The storage that these settings name; what it has to tell goes to stderr. */
    static Storage open(Config config, CommandSpec spec) {
        return StorageFactory.getStorage(config).telling(line -> spec.commandLine().getErr().println("warning: " + line));
    }
}
