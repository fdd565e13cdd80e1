package marketlab.cli;

import marketlab.config.Config;
import marketlab.config.ConfigManager;
import marketlab.storage.Storage;
import marketlab.storage.StorageFactory;
import picocli.CommandLine.Option;

/** Where datasets live: the flag, else the configuration. */
public final class StorageOption {

    private static final String FLAG = "--storage";

    @Option(
            names = FLAG,
            paramLabel = "ADDRESS",
            description = "local:PATH or gs://BUCKET[/PREFIX]; else the configuration decides (see: mlab config).")
    String address;

    public Config config() {
        Config config = ConfigManager.getConfig();
        return address == null ? config : config.withStorage(address, FLAG);
    }

    public Storage open() {
        return StorageFactory.getStorage(config());
    }
}
