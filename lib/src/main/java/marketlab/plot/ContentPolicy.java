package marketlab.plot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The Content-Security-Policy of a page (W3C, CSP Level 3): it may run only its own scripts and may not fetch anything,
 * whatever text a dataset contains.
 */
final class ContentPolicy {

    private ContentPolicy() {}

    /**
     * The policy of a page.
     *
     * @param scripts sources of scripts: hashes, or an address
     */
    static String of(List<String> scripts) {
        // plotly.js sets style attributes, and makes pictures of figures with data and blob addresses.
        return "default-src 'none'; script-src " + String.join(" ", scripts)
                + "; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    /** The source that allows an inline script with this text. */
    static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
