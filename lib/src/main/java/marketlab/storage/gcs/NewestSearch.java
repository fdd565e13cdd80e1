package marketlab.storage.gcs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import marketlab.dataset.DatasetName;

/**
 * Finds the newest few of many names in a store that can list only in ascending order, in pages.
 *
 * <p>Names begin with a UTC second, so the search lists windows of time, the latest first. It widens an empty window,
 * and divides one that needs more than a few pages. A window is dropped only after it was listed completely, so the
 * result is exact for any filter and any clock. Foreign names only cost requests. After {@value #PATIENCE} requests,
 * the search lists the rest from the start.
 */
final class NewestSearch {

    private static final int PATIENCE = 48;
    private static final int PAGES = 3;
    private static final int PAGE_SIZE = 1000;
    private static final int WANTED = 700;
    private static final int STEP = 8;
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final int STAMP_LENGTH = 15;
    private static final long FIRST = seconds(LocalDateTime.of(0, 1, 1, 0, 0));
    private static final long LAST = seconds(LocalDateTime.of(9999, 12, 31, 23, 59, 59));

    private final Listing listing;
    private final Predicate<String> filter;
    private final int limit;
    private final List<String> found = new ArrayList<>();
    private int requests;

    /** Everything from this second on was listed and has no match. */
    private long high;
    /** A second at or after which there are names before {@link #high}; {@link #FIRST} if unknown. */
    private long floor = FIRST;
    /** Number of names per second around the floor. */
    private double density = Double.POSITIVE_INFINITY;

    private long width = DAY;
    private int empties;

    NewestSearch(Listing listing, Predicate<String> filter, int limit) {
        this.listing = listing;
        this.filter = filter;
        this.limit = limit;
    }

    /** A store's ascending listing. */
    @FunctionalInterface
    interface Listing {
        /**
         * One page of names.
         *
         * @param from first name, inclusive; empty for the beginning
         * @param below last name, exclusive; null for the end
         * @param token null for the first page, else the one before's {@link Page#next}
         */
        Page page(String from, String below, String token) throws IOException;
    }

    /** Names in ascending order; {@code next} is null on the last page. */
    record Page(List<String> names, String next) {}

    /** The last names that pass the filter, the last one first. The clock may be wrong. */
    List<String> find(Instant now) throws IOException {
        long present = Math.max(FIRST + DAY, Math.min(LAST - 1, now.getEpochSecond()));
        high = present - DAY;
        Window recent = list(stamp(high), null, 1);
        if (!recent.whole) {
            within(recent, present);
        } else if (!enough(recent)) {
            Window past = list("", stamp(high), 1);
            if (past.whole) {
                enough(past);
            } else {
                learn(past, FIRST);
                walk();
            }
        }
        return found;
    }

    private void within(Window recent, long present) throws IOException {
        if (!enough(list(stamp(present + 1), null, Integer.MAX_VALUE))) {
            high = present + 1;
            learn(recent, present - DAY);
            width = Math.max(1, (long) (WANTED / density));
            walk();
        }
    }

    private void walk() throws IOException {
        while (requests < PATIENCE) {
            boolean few = (high - floor) * density <= PAGES * PAGE_SIZE;
            long low = few ? floor : Math.max(floor, high - width);
            boolean oneSecond = high - low <= 1;
            Window window = list(start(low), stamp(high), oneSecond ? Integer.MAX_VALUE : few ? PAGES : 1);
            if (!window.whole) {
                learn(window, low);
                empties = 0;
                width = towardsFloor();
            } else if (enough(window) || low == FIRST) {
                return;
            } else {
                drop(low, window.count);
            }
        }
        enough(list("", stamp(high), Integer.MAX_VALUE));
    }

    /** Adds the matches of a completely listed window; true if enough were found. */
    private boolean enough(Window window) {
        while (found.size() < limit && !window.matches.isEmpty()) {
            found.add(window.matches.removeLast());
        }
        return found.size() == limit;
    }

    private void drop(long low, int count) {
        long span = high - low;
        high = low;
        if (high == floor) {
            floor = FIRST;
            density = Double.POSITIVE_INFINITY;
        }
        if (count > 0) {
            width = Math.max(1, (long) (span * Math.max(1.0 / STEP, Math.min(STEP, (double) WANTED / count))));
        } else {
            empties++;
            width = Math.min(towardsFloor(), width * STEP);
        }
    }

    /** Learns from a window with too many names: a time at which there are names, and their density. */
    private void learn(Window window, long low) {
        boolean timed = window.first <= window.last;
        floor = timed ? Math.max(low, Math.min(window.last, high - 1)) : low;
        density = timed ? (double) window.count / (window.last - window.first + 1) : Double.POSITIVE_INFINITY;
    }

    /** Half of the way to the floor; nearer to it after several empty windows in a row. */
    private long towardsFloor() {
        long left = high - floor;
        return Math.max(1, left - (left >> Math.min(Long.SIZE - 1, empties + 1)));
    }

    private Window list(String from, String below, int pages) throws IOException {
        Window window = new Window();
        String token = null;
        for (int i = 0; i < pages && !window.whole; i++) {
            requests++;
            Page page = listing.page(from, below, token);
            window.add(page);
            token = page.next();
        }
        return window;
    }

    private static String start(long second) {
        return second == FIRST ? "" : stamp(second);
    }

    private static String stamp(long second) {
        return DatasetName.STAMP.format(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    }

    private static long seconds(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    /** The part of a window that was listed so far. */
    private final class Window {

        boolean whole;
        int count;
        long first = LAST;
        long last = FIRST;
        final Deque<String> matches = new ArrayDeque<>();

        void add(Page page) {
            for (String name : page.names()) {
                if (filter.test(name)) {
                    matches.add(name);
                    if (matches.size() > limit) {
                        matches.removeFirst();
                    }
                }
                see(name);
            }
            count += page.names().size();
            whole = page.next() == null;
        }

        private void see(String name) {
            if (name.length() < STAMP_LENGTH || name.charAt(STAMP_LENGTH - 7) != '_') {
                return;
            }
            try {
                long second = seconds(LocalDateTime.parse(name.substring(0, STAMP_LENGTH), DatasetName.STAMP));
                first = Math.min(first, second);
                last = Math.max(last, second);
            } catch (DateTimeParseException e) {
                // a foreign name without a time
            }
        }
    }
}
