package marketlab.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Files in memory. It shows that a third backend is one class. */
final class MemoryBackend implements StorageBackend {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public String root() {
        return "memory:";
    }

    @Override
    public boolean publish(Path draft, String path) throws IOException {
        return put(path, Files.readAllBytes(draft));
    }

    @Override
    public <T> T fetch(String path, FileReader<T> reader) throws IOException {
        byte[] content = files.get(path);
        if (content == null) {
            throw new NoSuchFileException(place(path));
        }
        Path file = newDraft("");
        try {
            return reader.read(Files.write(file, content));
        } finally {
            discard(file);
        }
    }

    @Override
    public OptionalLong size(String path) {
        byte[] content = files.get(path);
        return content == null ? OptionalLong.empty() : OptionalLong.of(content.length);
    }

    @Override
    public void remove(String path) throws IOException {
        if (files.remove(path) == null) {
            throw new NoSuchFileException(place(path));
        }
    }

    @Override
    public Stream<String> names(String folder, String prefix, BiConsumer<String, String> passedOver) {
        String parent = folder.isEmpty() ? "" : folder + "/";
        return files.keySet().stream()
                .filter(path -> path.startsWith(parent + prefix))
                .map(path -> path.substring(parent.length()))
                .map(path -> path.contains("/") ? path.substring(0, path.indexOf('/') + 1) : path)
                .distinct();
    }

    /** Keeps a file unless there is one under this path; whether it did. */
    boolean put(String path, byte[] content) {
        return files.putIfAbsent(path, content) == null;
    }
}
