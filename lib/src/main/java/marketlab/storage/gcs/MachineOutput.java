package marketlab.storage.gcs;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import marketlab.storage.FileReasons;
import marketlab.storage.UnavailableException;

/** Writes what a bucket sends to a file of this machine; where that fails, it is told as this machine's fault. */
final class MachineOutput extends FilterOutputStream {

    private final Path file;

    MachineOutput(Path file, OutputStream out) {
        super(out);
        this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw new UnavailableException(
                    "[" + file.toAbsolutePath().getParent() + "] what the bucket sends cannot be kept on"
                            + " this machine: " + FileReasons.of(e)
                            + "; JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR names another folder",
                    e);
        }
    }
}
