package marketlab.storage;

/** Told of each dataset that is finished, one at a time. */
public interface Progress {

    /** For those who need not know. */
    Progress UNWATCHED = (finished, total, path) -> {};

    void done(int finished, int total, String path);
}
