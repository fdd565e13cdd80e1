package marketlab.storage.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import marketlab.storage.StorageFactory;
import marketlab.storage.gcs.GcsSettings.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GcsAddressTest {

    @ParameterizedTest
    @CsvSource({
        "lab,lab,''",
        "lab/team,lab,team",
        "lab/team/a/,lab,team/a",
        "gs://lab/team,lab,team",
        "my.lab-1_x,my.lab-1_x,''"
    })
    void addressIsABucketAndAPrefix(String text, String bucket, String prefix) {
        assertThat(GcsAddress.parse(text)).isEqualTo(new GcsAddress(bucket, prefix));
    }

    @Test
    void objectsAndFoldersAreBelowThePrefix() {
        GcsAddress team = GcsAddress.parse("lab/team");
        assertThat(team.uri()).isEqualTo("gs://lab/team");
        assertThat(team.object("index/x.pkl")).isEqualTo("team/index/x.pkl");
        assertThat(team.folder("index")).isEqualTo("team/index/");
        assertThat(team.folder("")).isEqualTo("team/");
        assertThat(GcsAddress.parse("lab").folder("")).isEmpty();
        assertThat(GcsAddress.parse("lab").object("x.pkl")).isEqualTo("x.pkl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La",
                "ab",
                "Lab",
                "-lab",
                "lab-",
                "lab_",
                ".lab",
                "lab.",
                "la..b",
                "127.0.0.1",
                "googlab",
                "l ab",
                "läb",
                "lab:80",
                "lab?x",
                "lab@x",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void nameThatNoBucketCouldHaveIsRefused(String bucket) {
        assertThatThrownBy(() -> new GoogleCloudStorage(bucket))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bucket name must be")
                .hasMessageEndingWith("got '" + bucket + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gs://", "/team"})
    void missingBucketNamesBothWaysToGiveOne(String address) {
        assertThatThrownBy(() -> StorageFactory.getStorage("gcs", Map.of("bucket_name", address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Google Cloud Storage bucket name must be provided: set GCS_BUCKET_NAME,"
                        + " or storage.gcs.bucket_name in the configuration file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab/../x", "lab//x", "lab/a\\b", "lab/a\nb"})
    void prefixThatClimbsOutIsRefused(String address) {
        assertThatThrownBy(() -> GcsAddress.parse(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9023,http://127.0.0.1:9023",
        "http://localhost:1,http://localhost:1",
        "https://gcs.test,https://gcs.test"
    })
    void emulatorsAddressMayLeaveOutItsScheme(String emulator, String address) {
        GcsSettings settings = GcsSettings.of(emulator, "key.json", Patience.USUAL);
        assertThat(settings.host()).hasToString(address);
        assertThat(settings.emulated()).isTrue();
        assertThat(settings.credentials())
                .as("credentials are not for emulators")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "://", "a b", "http:///path", "ftp://127.0.0.1:1", "file://host/x"})
    void emulatorsAddressThatIsNoneIsRefused(String emulator) {
        assertThatThrownBy(() -> GcsSettings.of(emulator, "", Patience.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "STORAGE_EMULATOR_HOST must be an address like http://127.0.0.1:9023, got '" + emulator + "'");
    }

    @Test
    void withoutAnEmulatorItIsGoogle() {
        assertThat(GcsSettings.of("", "key.json", Patience.USUAL).host()).hasToString("https://storage.googleapis.com");
    }
}
