package marketlab.storage.gcs;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import marketlab.storage.FileReasons;
import marketlab.storage.UnavailableException;

/** Writes a download to a local file. If that fails, the error names this machine as the cause. */
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
                    "[" + file.toAbsolutePath().getParent() + "] the download cannot be written on this machine: "
                            + FileReasons.of(e)
                            + "; use another folder with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR",
                    e);
        }
    }
}
