package marketlab.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigManagerTest {

    private static final String SPECIFICATION = """
        {
          "storage": {
            "type": "gcs",
            "local": {
              "base_path": "/path/to/local/storage"
            },
            "gcs": {
              "bucket_name": "my-simulation-bucket"
            }
          }
        }
        """;

    @TempDir
    Path folder;

    @Test
    void defaultsHoldWhereNothingIsSet() {
        Config config = ConfigManager.resolve(Map.of(), folder);
        assertThat(config.storageType()).isEqualTo("local");
        assertThat(config.localBasePath()).isEqualTo("./data");
        assertThat(config.settings()).allMatch(setting -> setting.origin().equals("default"));
    }

    @Test
    void specificationsFileIsReadAsItStands() throws IOException {
        Files.writeString(folder.resolve("marketlab.json"), SPECIFICATION);
        Config config = ConfigManager.resolve(Map.of(), folder);
        assertThat(config.storageType()).isEqualTo("gcs");
        assertThat(config.localBasePath()).isEqualTo("/path/to/local/storage");
        assertThat(config.gcsBucketName()).isEqualTo("my-simulation-bucket");
    }

    @Test
    void environmentWinsOverFileAndSaysSo() throws IOException {
        Files.writeString(folder.resolve("marketlab.json"), SPECIFICATION);
        Config config = ConfigManager.resolve(Map.of("STORAGE_TYPE", "local", "GCS_BUCKET_NAME", ""), folder);
        assertThat(config.settings())
                .contains(
                        new Setting("storage.type", "local", "environment variable STORAGE_TYPE"),
                        new Setting(
                                "storage.gcs.bucket_name",
                                "my-simulation-bucket",
                                "file " + folder.resolve("marketlab.json")));
    }

    @Test
    void namedFileWinsOverTheOneInTheWorkingFolder() throws IOException {
        Files.writeString(folder.resolve("marketlab.json"), SPECIFICATION);
        Files.writeString(folder.resolve("other.json"), "{\"storage\": {\"type\": \"local\"}}");
        assertThat(ConfigManager.resolve(Map.of("MARKETLAB_CONFIG", "other.json"), folder)
                        .storageType())
                .isEqualTo("local");
    }

    @Test
    void unknownKeyIsAnErrorWithTheNearestKnownOne() {
        assertRefused(
                "{\"storage\": {\"gcs\": {\"bucket\": \"b\"}}}",
                "unknown key 'storage.gcs.bucket'; did you mean 'storage.gcs.bucket_name'?");
        assertRefused(
                "{\"storage\": {\"kind\": {\"a\": 1}}}", "unknown key 'storage.kind'; did you mean 'storage.type'?");
        assertRefused("{\"Storage\": {}}", "unknown key 'Storage'");
    }

    @Test
    void wrongShapesAreErrorsThatSayWhere() {
        assertRefused("[]", "not a JSON object");
        assertRefused("", "not a JSON object");
        assertRefused("{\"storage\":\n {\"type\": gcs}}", "not valid JSON at line 2, column");
        assertRefused("{\"storage\": {\"type\": 1}}", "'storage.type' must be a string, got 1");
        assertRefused("{\"storage\": \"gcs\"}", "'storage' must be an object");
        assertRefused("{} {}", "not valid JSON");
    }

    @Test
    void namedFileThatIsMissingIsAnError() {
        assertThatThrownBy(() -> ConfigManager.resolve(Map.of("MARKETLAB_CONFIG", "none.json"), folder))
                .isInstanceOf(ConfigException.class)
                .hasMessage("[%s] no such file; create it or correct MARKETLAB_CONFIG", folder.resolve("none.json"));
    }

    private void assertRefused(String json, String reason) {
        Path file = folder.resolve("marketlab.json");
        assertThatThrownBy(() -> {
                    Files.writeString(file, json);
                    ConfigManager.resolve(Map.of(), folder);
                })
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("[" + file + "] ")
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }
}
