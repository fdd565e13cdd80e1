package marketlab.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads the summaries of many datasets from the listing of their folders. Where the listing has none, or too little is
 * in it, the header of the dataset is read, of several at the same time.
 */
final class Catalog {

    private final Storage storage;
    private final Predicate<Summary> isEnough;

    /** @param isEnough whether a summary from a listing has all that is asked for */
    Catalog(Storage storage, Predicate<Summary> isEnough) {
        this.storage = storage;
        this.isEnough = isEnough;
    }

    /**
     * Passes the summaries of the datasets in a folder and below it to a receiver, in any order.
     *
     * @param filter of file names
     * @param passedOver receives the path of each entry that cannot be used or read, and why
     * @return number of datasets
     */
    int read(
            String folder,
            Predicate<String> filter,
            Consumer<Summary> receiver,
            BiConsumer<String, String> passedOver) {
        Optional<ListingNotes> notes = storage.backend().notes();
        List<String> unread = new ArrayList<>();
        int[] counts = new int[2];
        new FolderTree(storage, passedOver).pickles(folder, notes, file -> {
            if (!filter.test(file.name().substring(file.name().lastIndexOf('/') + 1))) {
                return;
            }
            counts[0]++;
            Optional<Summary> listed = SummaryText.parse(file.name(), file.bytes(), file.note());
            if (listed.filter(isEnough).isPresent()) {
                receiver.accept(listed.get());
            } else {
                unread.add(file.name());
                counts[1] += listed.isEmpty() ? 1 : 0;
            }
        });
        if (notes.isPresent() && counts[1] > 0) {
            storage.tell("[%s] %s of %s datasets have no summary in the listing, so their headers are read; add it with"
                            .formatted(storage.place(folder), counts[1], counts[0])
                    + " annotate");
        }
        unread.sort(null);
        AtOnce.each(
                unread,
                path -> storage.summary(path, isEnough),
                (path, summary) -> receiver.accept(summary),
                passedOver);
        return counts[0];
    }

    /** Paths of the datasets in a folder and below it that have no summary in the listing, in order. */
    static List<String> without(
            Storage storage,
            ListingNotes notes,
            String folder,
            Predicate<String> filter,
            BiConsumer<String, String> passedOver) {
        List<ListedFile> files = new ArrayList<>();
        new FolderTree(storage, passedOver).pickles(folder, Optional.of(notes), files::add);
        return files.stream()
                .filter(file -> filter.test(file.name().substring(file.name().lastIndexOf('/') + 1)))
                .filter(file -> SummaryText.parse("", 0, file.note()).isEmpty())
                .map(ListedFile::name)
                .sorted()
                .collect(Collectors.toList());
    }
}
