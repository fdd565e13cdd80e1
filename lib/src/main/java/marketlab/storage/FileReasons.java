package marketlab.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import marketlab.pickle.PickleException;

/** Explains in a few words why a file operation failed, and what to do next. */
public final class FileReasons {

    private FileReasons() {}

    public static String of(IOException e) {
        if (e instanceof PickleException pickle) {
            return pickle.reason();
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission for %s; change it or use another storage".formatted(denied.getFile());
        }
        if (e instanceof NoSuchFileException missing) {
            return "%s does not exist".formatted(missing.getFile());
        }
        String message = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof FileAlreadyExistsException || message.contains("Not a directory")) {
            return "a part of the path is a file, not a folder; move it or use another storage";
        }
        if (message.contains("No space left")) {
            return "no space left; free some or use another storage";
        }
        return message.lines().findFirst().orElse(e.getClass().getSimpleName());
    }
}
