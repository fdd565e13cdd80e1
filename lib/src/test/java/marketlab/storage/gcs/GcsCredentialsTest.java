package marketlab.storage.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import marketlab.peer.Await;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;
import marketlab.storage.gcs.FakeGcs.Fault;
import marketlab.storage.gcs.FakeGcs.Request;
import marketlab.storage.gcs.GcsSettings.Patience;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcsCredentialsTest {

    private static final String SECRET = secretKey();

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        secret stuff                                  | is not a JSON key file
        ''                                            | is not a JSON key file
        ['secret']                                    | is not a JSON key file
        {'type': 'service_account', 'secret           | is not a JSON key file
        {'installed': {'client_secret': 'secret'}}    | is an OAuth client file, not a service account's key
        {'web': {'client_secret': 'secret'}}          | is an OAuth client file, not a service account's key
        {'private_key': 'secret'}                     | is not a key file: it has no type
        {'type': 'secret\\n1'}                        | is a damaged key of type secret??
        {'type': 'service_account'}                   | is a damaged key of type service_account
        {'type': 'authorized_user', 'secret': 1}      | is a damaged key of type authorized_user
        """)
    void fileThatIsNoKeyIsExplained(String content, String problem) throws IOException {
        Path file = Files.writeString(temp.resolve("key.json"), content.replace('\'', '"'));
        assertThatThrownBy(() -> GcsCredentials.read(file.toString()))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "GOOGLE_APPLICATION_CREDENTIALS names %s, which %s; download the key again or run"
                                + " `gcloud auth application-default login`",
                        file, problem);
    }

    @Test
    void fileThatIsNotThereOrCannotBeReadIsExplained() {
        assertThatThrownBy(() -> GcsCredentials.read(temp + "/none.json"))
                .hasMessageContaining("none.json, which does not exist");
        assertThatThrownBy(() -> GcsCredentials.read(temp.toString())).hasMessageContaining("which cannot be read");
        assertThatThrownBy(() -> GcsCredentials.read("a\0\nb"))
                .hasMessageContaining("names a??b, which cannot be read");
    }

    @Test
    void damagedPrivateKeyIsExplainedAndNotTold() throws IOException {
        String damaged = SECRET.substring(0, 400) + SECRET.substring(500);
        Path file = key(damaged, "http://127.0.0.1:1/token");
        assertThatThrownBy(() -> GcsCredentials.read(file.toString()))
                .hasMessageContaining("which is a damaged key of type service_account")
                .satisfies(e -> assertThatNothingIsTold(e, damaged));
    }

    @Test
    void keyIsUsedAndNeverTold() throws IOException {
        try (FakeGcs store = new FakeGcs(1000, 0);
                Storage storage = open(store, key(SECRET, store.address() + "/token"))) {
            assertThat(storage.listFiles("index")).isEmpty();
            assertThat(store.log()).anyMatch(request -> request.contains("Bearer ya29.secret"));
            store.fail(Request.LIST, Fault.S403);
            StorageException e = catchThrowableOfType(StorageException.class, () -> storage.listFiles("index"));
            assertThat(e)
                    .hasMessage(
                            "[gs://lab/index] listing failed: permission storage.objects.get is missing on bucket lab"
                                    + " for lab@test.iam.gserviceaccount.com; ask its owner for it");
            assertThatNothingIsTold(e, SECRET);
        }
    }

    @Test
    void keyThatGoogleRefusesIsExplained() throws IOException {
        try (FakeGcs store = new FakeGcs(1000, 0);
                Storage storage = open(store, key(SECRET, store.address() + "/token"))) {
            store.fail(Request.TOKEN, Fault.S401);
            StorageException e = catchThrowableOfType(StorageException.class, () -> storage.listFiles("index"));
            assertThat(e)
                    .hasMessage("[gs://lab/index] listing failed: the credentials were refused; renew them with"
                            + " `gcloud auth application-default login` or a new key");
            assertThatNothingIsTold(e, SECRET);
        }
    }

    @Tag("slow")
    @Test
    void machineWithoutCredentialsIsNeverNobody() throws Exception {
        assertThat(child("none"))
                .isEqualTo("no Google credentials; run `gcloud auth application-default login`,"
                        + " or let GOOGLE_APPLICATION_CREDENTIALS name a service account's key file");
    }

    @Tag("slow")
    @Test
    void loginOfGcloudThatIsBrokenIsNeverNobody() throws Exception {
        Files.createDirectories(temp.resolve("gcloud"));
        Files.writeString(temp.resolve("gcloud/application_default_credentials.json"), "{broken");
        assertThat(child("gcloud")).startsWith("no Google credentials; run `gcloud auth application-default login`");
    }

    /** What a fresh process, with nothing but this gcloud folder, says of its credentials. */
    private String child(String gcloud) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Duser.home=" + temp,
                Child.class.getName());
        java.environment().keySet().removeIf(name -> name.startsWith("GOOGLE_") || name.startsWith("CLOUDSDK_"));
        java.environment().put("NO_GCE_CHECK", "true");
        java.environment().put("CLOUDSDK_CONFIG", temp.resolve(gcloud).toString());
        Path out = temp.resolve("out");
        Process process =
                java.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        Await.exit(process);
        return Files.readString(out).strip();
    }

    /** The program of {@link #child}. */
    static final class Child {

        private Child() {}

        public static void main(String... args) {
            try {
                System.out.println(
                        "found " + GcsCredentials.applicationDefault().getClass());
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static Storage open(FakeGcs store, Path key) {
        GcsSettings settings = new GcsSettings(URI.create(store.address()), false, key.toString(), Patience.USUAL);
        return new GoogleCloudStorage(GcsAddress.parse("lab"), settings, Clock.systemUTC());
    }

    private Path key(String privateKey, String tokenAddress) throws IOException {
        String pem = "-----BEGIN PRIVATE KEY-----\\n" + privateKey + "\\n-----END PRIVATE KEY-----\\n";
        return Files.writeString(temp.resolve("key.json"), """
            {"type": "service_account", "project_id": "test", "private_key_id": "1", "private_key": "%s",
             "client_email": "lab@test.iam.gserviceaccount.com", "client_id": "1", "token_uri": "%s"}
            """.formatted(pem, tokenAddress));
    }

    private static String secretKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertThatNothingIsTold(Throwable failure, String privateKey) {
        String everything = Throwables.getStackTraceAsString(failure);
        assertThat(everything).doesNotContain(privateKey.substring(30, 60)).doesNotContain("ya29");
        for (int i = 0; i + 40 < privateKey.length(); i += 40) {
            assertThat(everything).doesNotContain(privateKey.substring(i, i + 20));
        }
    }
}
