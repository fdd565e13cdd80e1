package marketlab.storage;

/** Receives each finished dataset, one at a time. */
public interface Progress {

    /** Ignores the progress. */
    Progress UNWATCHED = (finished, total, path) -> {};

    void done(int finished, int total, String path);
}
