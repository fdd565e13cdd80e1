/**
 * Saves, finds, loads, verifies and copies datasets.
 *
 * <p>Door: {@link marketlab.storage.StorageFactory} opens a {@link marketlab.storage.Storage}, which has the verbs.
 * Below them is a {@link marketlab.storage.StorageBackend}, which moves whole files. To keep datasets in another
 * place, write one class that implements it.
 *
 * <p>A backend knows neither tables nor pickles. Only the factory knows that there is {@code storage.gcs}; no other
 * class here uses it, nor Google's client.
 */
package marketlab.storage;
