package marketlab.storage;

import java.util.Locale;
import marketlab.storage.gcs.GoogleCloudStorageTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of all storages where numbers are written in the digits of another script: on a machine of mr_IN. */
class OtherScriptTest {

    private static final Locale USUAL = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeAll
    static void writeDigitsOfDevanagari() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("mr-IN-u-nu-deva"));
    }

    @AfterAll
    static void writeTheUsualOnes() {
        Locale.setDefault(Locale.Category.FORMAT, USUAL);
    }

    @Nested
    class Folder extends LocalStorageTest {}

    @Tag("slow")
    @Nested
    class Bucket extends GoogleCloudStorageTest {}
}
