package marketlab.storage.gcs;

import com.google.api.gax.paging.Page;
import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.Credentials;
import com.google.auth.http.HttpTransportFactory;
import com.google.cloud.NoCredentials;
import com.google.cloud.ReadChannel;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobField;
import com.google.cloud.storage.Storage.BlobGetOption;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.BlobSourceOption;
import com.google.cloud.storage.Storage.BlobTargetOption;
import com.google.cloud.storage.Storage.BlobWriteOption;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import marketlab.storage.ListedFile;

/**
 * The objects of one bucket, through Google's client. It connects with the first request. Every failure is an
 * {@link IOException} whose one-line message says what to do next.
 */
final class GcsObjects implements AutoCloseable {

    private static final String WRITER = "marketlab-writer";
    /** The key of a {@link marketlab.storage.ListingNotes note} in an object's metadata. */
    private static final String NOTE = "marketlab-summary";
    /** Google allows 8 KiB for all keys and values. */
    static final int NOTE_ROOM = (8 << 10) - 256;

    private static final int PAGE_SIZE = 1000;
    private static final int ATTEMPTS = 6;
    private static final int IN_ONE_REQUEST = 8 << 20;
    /** Without a project, Google's client would ask the network for one, but only creating buckets needs it. */
    private static final String PROJECT = "marketlab";

    private final String bucket;
    private final GcsSettings settings;
    private final HttpTransportFactory transport;
    private final Consumer<String> listener;
    private Storage client;

    /** Objects of a bucket. The listener gets one line for each retry of a request that takes long. */
    GcsObjects(String bucket, GcsSettings settings, Consumer<String> listener) {
        this(bucket, settings, GcsTransport::overJava, listener);
    }

    GcsObjects(String bucket, GcsSettings settings, HttpTransportFactory transport, Consumer<String> listener) {
        this.listener = listener;
        this.bucket = bucket;
        this.settings = settings;
        this.transport = transport;
    }

    /**
     * The metadata of an object.
     *
     * @param crc32c CRC32C of the stored bytes, in Base64
     * @param metadata what a program set, by key
     * @param encoding the Content-Encoding, such as {@code gzip}; null if not compressed
     */
    record Stat(
            String name,
            long generation,
            long metageneration,
            long size,
            String crc32c,
            Map<String, String> metadata,
            String encoding) {

        /** The mark of the upload that created it; null for objects of other programs. */
        String writer() {
            return metadata.get(WRITER);
        }

        /** The {@link #NOTE}; empty if there is none. */
        String note() {
            return metadata.getOrDefault(NOTE, "");
        }
    }

    /** One page of a folder; {@code folders} without the folder's own name, with a slash at the end. */
    record Listed(List<ListedFile> files, List<String> folders, String next) {}

    /** What a listing says of each object; the less, the faster. */
    enum Detail {
        NAMES(BlobField.NAME),
        SIZES(BlobField.NAME, BlobField.SIZE),
        NOTES(BlobField.NAME, BlobField.SIZE, BlobField.METADATA);

        private final BlobField[] fields;

        Detail(BlobField... fields) {
            this.fields = fields;
        }
    }

    /** The newest version of an object. */
    Optional<Stat> stat(String name) throws IOException {
        BlobGetOption fields = BlobGetOption.fields(
                BlobField.GENERATION,
                BlobField.METAGENERATION,
                BlobField.SIZE,
                BlobField.CRC32C,
                BlobField.METADATA,
                BlobField.CONTENT_ENCODING);
        return call(() -> Optional.ofNullable(client().get(BlobId.of(bucket, name), fields))
                .map(GcsObjects::stat));
    }

    /** Fails if the bucket does not exist: for a missing object, the store gives the same answer. */
    void requireBucket() throws IOException {
        call(() -> {
            try {
                return client().list(bucket, BlobListOption.pageSize(1), BlobListOption.fields(BlobField.NAME));
            } catch (StorageException e) {
                if (e.getCode() == 403) {
                    return null;
                }
                throw e;
            }
        });
    }

    /**
     * Creates an object, unless one with this name exists. The store compares the checksum before it publishes.
     *
     * @param note kept as metadata under {@link #NOTE}; empty for none
     * @throws FileAlreadyExistsException if one exists; it may be this writer's own, if a response was lost
     */
    Stat create(String name, Path file, String crc32c, String writer, String note) throws IOException {
        BlobInfo info = BlobInfo.newBuilder(bucket, name)
                .setContentType("application/octet-stream")
                .setCrc32c(crc32c)
                .setMetadata(note.isEmpty() ? Map.of(WRITER, writer) : Map.of(WRITER, writer, NOTE, note))
                .build();
        return call(() -> {
            try {
                return stat(upload(info, file));
            } catch (StorageException e) {
                if (e.getCode() == 412) {
                    throw new FileAlreadyExistsException(name);
                }
                throw e;
            }
        });
    }

    private Blob upload(BlobInfo info, Path file) throws IOException {
        return Files.size(file) <= IN_ONE_REQUEST
                ? client().create(
                                info,
                                Files.readAllBytes(file),
                                BlobTargetOption.doesNotExist(),
                                BlobTargetOption.disableGzipContent())
                : client().createFrom(
                                info,
                                file,
                                BlobWriteOption.doesNotExist(),
                                BlobWriteOption.disableGzipContent(),
                                BlobWriteOption.crc32cMatch());
    }

    /** Copies one version's stored bytes; {@link NoSuchFileException} if it is gone. */
    void download(Stat object, OutputStream out) throws IOException {
        BlobId version = BlobId.of(bucket, object.name(), object.generation());
        call(() -> {
            try {
                client().downloadTo(version, out, BlobSourceOption.shouldReturnRawInputStream(true));
                return null;
            } catch (StorageException e) {
                if (e.getCode() == 404) {
                    throw new NoSuchFileException(object.name());
                }
                throw e;
            }
        });
    }

    /**
     * Some of one version's stored bytes.
     *
     * @throws NoSuchFileException if this version is gone
     */
    byte[] read(Stat object, long from, int count) throws IOException {
        BlobId version = BlobId.of(bucket, object.name(), object.generation());
        return call(() -> {
            ByteBuffer bytes = ByteBuffer.allocate(count);
            try (ReadChannel channel = client().reader(version, BlobSourceOption.shouldReturnRawInputStream(true))) {
                channel.setChunkSize(0);
                channel.seek(from);
                channel.limit(from + count);
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            } catch (IOException | StorageException e) {
                StorageException answer = e instanceof StorageException thrown
                        ? thrown
                        : e.getCause() instanceof StorageException cause ? cause : null;
                if (answer == null) {
                    throw e;
                }
                if (answer.getCode() == 404) {
                    throw new NoSuchFileException(object.name());
                }
                throw answer;
            }
            if (bytes.hasRemaining()) {
                throw new SocketException("the object ended early");
            }
            return bytes.array();
        });
    }

    /**
     * Sets the {@link #NOTE} of one version of an object, whose content stays as it is.
     *
     * @return whether it was set; false if the version is gone or its metadata were changed
     */
    boolean annotate(Stat object, String note) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>(object.metadata());
        metadata.put(NOTE, note);
        BlobInfo info = BlobInfo.newBuilder(BlobId.of(bucket, object.name(), object.generation()))
                .setMetadata(metadata)
                .build();
        return call(() -> {
            try {
                client().update(
                                info,
                                BlobTargetOption.generationMatch(object.generation()),
                                BlobTargetOption.metagenerationMatch(object.metageneration()));
                return true;
            } catch (StorageException e) {
                if (e.getCode() == 412 || e.getCode() == 404) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Removes one version of an object; does nothing if it is gone. */
    void delete(Stat object) throws IOException {
        BlobId version = BlobId.of(bucket, object.name(), object.generation());
        call(() -> client().delete(version, BlobSourceOption.generationMatch()));
    }

    /**
     * One page of the names directly below a prefix, which is empty or ends with a slash.
     *
     * @param beginning start of the names, with the prefix
     * @param from first name, inclusive, without the prefix
     * @param below last name, exclusive, without the prefix; null for the end
     * @param token {@link Listed#next} of the page before; null for the first
     * @param detail what is asked for of each object
     */
    Listed list(String prefix, String beginning, String from, String below, String token, Detail detail)
            throws IOException {
        List<BlobListOption> options = new ArrayList<>(List.of(
                BlobListOption.prefix(beginning),
                BlobListOption.delimiter("/"),
                BlobListOption.pageSize(PAGE_SIZE),
                BlobListOption.fields(detail.fields)));
        if (!from.isEmpty()) {
            options.add(BlobListOption.startOffset(prefix + from));
        }
        if (below != null) {
            options.add(BlobListOption.endOffset(prefix + below));
        }
        if (token != null) {
            options.add(BlobListOption.pageToken(token));
        }
        return call(() -> listed(client().list(bucket, options.toArray(BlobListOption[]::new)), prefix.length()));
    }

    private static Listed listed(Page<Blob> page, int prefixLength) {
        List<ListedFile> files = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        for (Blob blob : page.getValues()) {
            String name = blob.getName().substring(prefixLength);
            if (blob.isDirectory()) {
                folders.add(name);
            } else if (!name.isEmpty()) {
                long size = blob.getSize() == null ? ListedFile.UNKNOWN : blob.getSize();
                files.add(new ListedFile(name, size, metadata(blob).getOrDefault(NOTE, "")));
            }
        }
        return new Listed(files, folders, page.hasNextPage() ? page.getNextPageToken() : null);
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException("the connections to Google Cloud Storage cannot be closed", e);
            }
            client = null;
        }
    }

    private synchronized Storage client() throws IOException {
        if (client == null) {
            client = connect(settings.emulated() ? NoCredentials.getInstance() : credentials());
        }
        return client;
    }

    /** A key file is read first, so that its errors are found without a network. */
    private Credentials credentials() throws IOException {
        String file = settings.credentials();
        Credentials key = file.isEmpty() ? null : GcsCredentials.read(file);
        ReachabilityCheck.require(settings.host(), settings.patience().connect());
        return key == null ? GcsCredentials.applicationDefault() : key;
    }

    private Storage connect(Credentials credentials) {
        GcsSettings.Patience patience = settings.patience();
        return StorageOptions.http()
                .setHost(settings.host().toString())
                .setProjectId(PROJECT)
                .setCredentials(credentials)
                .setTransportOptions(new GcsTransport(patience, transport))
                .setStorageRetryStrategy(new GcsRetries(patience.quiet(), this::tellRetry))
                .setRetrySettings(RetrySettings.newBuilder()
                        .setMaxAttempts(ATTEMPTS)
                        .setInitialRetryDelayDuration(patience.firstDelay())
                        .setRetryDelayMultiplier(2)
                        .setMaxRetryDelayDuration(patience.firstDelay().multipliedBy(16))
                        .setTotalTimeoutDuration(patience.total())
                        .build())
                .build()
                .getService();
    }

    private <T> T call(Request<T> request) throws IOException {
        GcsRetries.begin();
        try {
            return request.send();
        } catch (RuntimeException | UnknownHostException | SocketException | SocketTimeoutException e) {
            throw GcsReasons.of(e, bucket, settings);
        }
    }

    private void tellRetry(Throwable failure) {
        String reason = GcsReasons.of(failure, bucket, settings).getMessage();
        listener.accept("[gs://" + bucket + "] trying again: " + reason.split(";")[0]);
    }

    private static Stat stat(Blob blob) {
        return new Stat(
                blob.getName(),
                blob.getGeneration(),
                blob.getMetageneration(),
                blob.getSize(),
                blob.getCrc32c(),
                metadata(blob),
                blob.getContentEncoding());
    }

    private static Map<String, String> metadata(Blob blob) {
        return blob.getMetadata() == null ? Map.of() : blob.getMetadata();
    }

    private interface Request<T> {
        T send() throws IOException;
    }
}
