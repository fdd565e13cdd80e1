package marketlab.storage;

import java.time.Clock;

/** The contract with a backend that is one class, {@link MemoryBackend}, and that no other code knows. */
class MemoryStorageTest extends StorageContractTest {

    private MemoryBackend backend;

    @Override
    protected Storage open(Clock clock) {
        backend = new MemoryBackend();
        return new Storage(backend, clock);
    }

    @Override
    protected void plant(String path, byte[] content) {
        backend.put(path, content);
    }
}
