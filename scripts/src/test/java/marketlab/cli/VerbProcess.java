package marketlab.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** A Java with a working folder and an environment of its own, which runs verbs one after the other. */
final class VerbProcess implements AutoCloseable {

    private final Process process;
    private final DataOutputStream to;
    private final DataInputStream from;

    VerbProcess(Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                VerbProcess.class.getName());
        java.environment()
                .keySet()
                .removeIf(name -> name.matches("STORAGE_.*|GCS_.*|LOCAL_STORAGE_PATH|MARKETLAB_CONFIG"));
        java.environment().putAll(environment);
        process = java.directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        to = new DataOutputStream(process.getOutputStream());
        from = new DataInputStream(process.getInputStream());
    }

    /** What a verb answered. */
    record Answer(int code, String out, String err) {}

    Answer run(String... args) {
        try {
            to.writeInt(args.length);
            for (String arg : args) {
                to.writeUTF(arg);
            }
            to.flush();
            return new Answer(from.readInt(), from.readUTF(), from.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Runs what it is told, until nobody tells it any more. */
    public static void main(String... none) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream answers = new DataOutputStream(System.out);
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            while (true) {
                String[] args = new String[in.readInt()];
                for (int i = 0; i < args.length; i++) {
                    args[i] = in.readUTF();
                }
                StringWriter out = new StringWriter();
                StringWriter err = new StringWriter();
                answers.writeInt(Mlab.run(new PrintWriter(out), new PrintWriter(err), args));
                answers.writeUTF(out.toString());
                answers.writeUTF(err.toString());
                answers.flush();
            }
        } catch (EOFException e) {
            // the test is over
        }
    }
}
