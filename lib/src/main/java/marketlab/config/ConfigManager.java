package marketlab.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Resolves the settings: the environment overrides the file, and the file overrides the defaults. Only this class reads
 * the environment.
 *
 * <p>The file is the one named by {@code MARKETLAB_CONFIG}, else {@code marketlab.json} in the working folder if it
 * exists. A variable with an empty value counts as not set.
 */
public final class ConfigManager {

    private static final String FILE_VARIABLE = "MARKETLAB_CONFIG";
    private static final String FILE_NAME = "marketlab.json";

    private ConfigManager() {}

    /**
     * The current settings.
     *
     * @throws ConfigException if the configuration file is named but missing, is not JSON, or has an unknown key
     */
    public static Config getConfig() {
        return resolve(System.getenv(), Path.of(""));
    }

    static Config resolve(Map<String, String> environment, Path workingFolder) {
        Path file = file(environment, workingFolder);
        Map<Key, String> inFile = file == null ? Map.of() : ConfigFile.read(file);
        Map<Key, Setting> settings = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            String variable = environment.getOrDefault(key.variable, "");
            if (!variable.isEmpty()) {
                settings.put(key, new Setting(key.path, variable, "environment variable " + key.variable));
            } else if (inFile.containsKey(key)) {
                settings.put(key, new Setting(key.path, inFile.get(key), "file " + file));
            } else {
                settings.put(key, new Setting(key.path, key.defaultValue, Setting.DEFAULT));
            }
        }
        return new Config(settings);
    }

    private static Path file(Map<String, String> environment, Path workingFolder) {
        String named = environment.getOrDefault(FILE_VARIABLE, "");
        if (!named.isEmpty()) {
            return workingFolder.resolve(named);
        }
        Path usual = workingFolder.resolve(FILE_NAME);
        return Files.exists(usual) ? usual : null;
    }
}
