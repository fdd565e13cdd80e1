package marketlab.spark;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import marketlab.config.ConfigManager;
import marketlab.start.FastStart;
import marketlab.storage.Storage;
import marketlab.storage.StorageFactory;

/** The storages of this process. Each is opened once, because a connection takes longer than a task. */
final class Stores {

    private static final Map<String, Storage> OPEN = new ConcurrentHashMap<>();

    static {
        try {
            FastStart.loadTablesaw();
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Stores() {}

    /** The storage of an {@link #address}; left open until the process ends. */
    static Storage at(String address) {
        return OPEN.computeIfAbsent(address, Stores::open);
    }

    /** The address of the storage with this root; also valid in a process with another working folder. */
    static String address(String root) {
        return root.startsWith("gs://")
                ? root
                : "local:" + Path.of(root).toAbsolutePath().normalize();
    }

    private static Storage open(String address) {
        return StorageFactory.getStorage(ConfigManager.getConfig().withStorage(address, "--storage"));
    }
}
