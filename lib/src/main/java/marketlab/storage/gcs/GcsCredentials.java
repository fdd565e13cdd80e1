package marketlab.storage.gcs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import marketlab.storage.UnavailableException;

/**
 * Gets Google credentials, or explains why there are none; Google's client alone would continue without any. No message
 * contains text of a key file.
 */
final class GcsCredentials {

    private static final String LOGIN = "gcloud auth application-default login";
    private static final ObjectMapper JSON = new ObjectMapper();

    private GcsCredentials() {}

    /** The credentials of gcloud or of the machine; this may use the network. */
    static GoogleCredentials applicationDefault() throws IOException {
        try {
            return GoogleCredentials.getApplicationDefault();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnavailableException(
                    "no Google credentials; run `" + LOGIN
                            + "`, or let GOOGLE_APPLICATION_CREDENTIALS name a service account's key file",
                    e);
        }
    }

    /** The credentials of a key file. */
    static GoogleCredentials read(String file) throws IOException {
        byte[] content = bytes(file);
        String type = type(file, content);
        try {
            return GoogleCredentials.fromStream(new ByteArrayInputStream(content));
        } catch (IOException | RuntimeException e) {
            throw problem(file, "is a damaged key of type " + type, e);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw problem(file, "does not exist", e);
        } catch (IOException | InvalidPathException e) {
            throw problem(file.replaceAll("\\p{Cntrl}", "?"), "cannot be read", e);
        }
    }

    private static String type(String file, byte[] content) throws IOException {
        JsonNode key;
        try {
            key = JSON.readTree(content);
        } catch (JsonProcessingException e) {
            // its message and location quote the file, which may be secret
            throw problem(file, "is not a JSON key file", null);
        }
        if (key == null || !key.isObject()) {
            throw problem(file, "is not a JSON key file", null);
        }
        if (key.has("installed") || key.has("web")) {
            throw problem(file, "is an OAuth client file, not a service account's key", null);
        }
        if (!key.path("type").isTextual()) {
            throw problem(file, "is not a key file: it has no type", null);
        }
        return key.get("type").textValue().replaceAll("[^a-z_]", "?");
    }

    private static IOException problem(String file, String problem, Throwable cause) {
        return new UnavailableException(
                "GOOGLE_APPLICATION_CREDENTIALS names %s, which %s; download the key again or run `%s`"
                        .formatted(file, problem, LOGIN),
                cause);
    }
}
