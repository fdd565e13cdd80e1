/**
 * Keeps files in a bucket of Google Cloud Storage.
 *
 * <p>Door: {@link marketlab.storage.gcs.GoogleCloudStorage}. Its backend is {@code GcsBucket}, over the objects of
 * one bucket, {@code GcsObjects}.
 *
 * <p>The only package that uses Google's client. It knows neither tables nor pickles, and does not read the
 * environment: the settings come from {@code config}.
 */
package marketlab.storage.gcs;
