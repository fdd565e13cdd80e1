package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageFactoryTest {

    @Test
    void localStorageHasTheGivenFolder() {
        assertThat(StorageFactory.getStorage("local", Map.of("base_path", "prices"))
                        .root())
                .isEqualTo("prices");
        assertThat(StorageFactory.getStorage("LOCAL", Map.of("base_path", "prices")))
                .isInstanceOf(LocalStorage.class);
    }

    @Test
    void unsupportedTypeIsRefusedByName() {
        assertThatThrownBy(() -> StorageFactory.getStorage("s3", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unsupported storage type: s3; use local or gcs");
    }

    @Test
    void unknownSettingIsRefused() {
        assertThatThrownBy(() -> StorageFactory.getStorage("local", Map.of("bucket_name", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("storage type local has the setting base_path, got [bucket_name]");
    }
}
