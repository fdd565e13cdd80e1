package marketlab.storage;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import marketlab.storage.StorageBackend.ChannelReader;

/**
 * Short texts that a backend keeps beside its files, outside of their content. A listing returns them, so that questions
 * about many files read none of them. Paths and exceptions are as in {@link StorageBackend}.
 */
public interface ListingNotes {

    /** The number of ASCII characters that a note may have. */
    int room();

    /** Publishes as {@link StorageBackend#publish}, with a note; an empty one is left out. */
    boolean publish(Path draft, String path, String note) throws IOException;

    /** As {@link StorageBackend#names}, with the size and the note of each file. */
    Stream<ListedFile> files(String folder, BiConsumer<String, String> passedOver) throws IOException;

    /**
     * Sets the note of a file to what a reader makes of its content, which stays as it is. Fails if the file or its
     * attributes are changed meanwhile.
     *
     * @throws NoSuchFileException if there is no such file
     */
    void set(String path, ChannelReader<String> reader) throws IOException;
}
