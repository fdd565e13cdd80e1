package marketlab.storage.gcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import marketlab.Draw;
import marketlab.RandomCases;
import org.junit.jupiter.api.Test;

class NewestSearchTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long SIX_DIGITS = 1_000_000;
    private static final long SEVEN_DIGITS = 10_000_000;
    private static final Function<Long, String> DAY_TEXT =
            day -> DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofEpochDay(day)) + "_";
    private static final Map<Long, String> DAYS = new HashMap<>();

    @Test
    void nothingThereTakesTwoRequests() throws IOException {
        Names names = new Names(List.of());
        assertThat(new NewestSearch(names, name -> true, 1).find(NOW)).isEmpty();
        assertThat(names.requests).isEqualTo(2);
    }

    @Test
    void newestOfThreeYearsIsOneRequestHoweverManyThereAre() throws IOException {
        for (int count : new int[] {1000, 10_000, 100_000, 1_000_000}) {
            assertThat(requests(count, age -> age * 3 * 365 * DAY / count)).isEqualTo(1);
        }
    }

    @Test
    void newestTwoYearsOldIsAHandfulOfRequests() throws IOException {
        assertThat(requests(1000, age -> (2 * 365 + age * 1095 / 1000) * DAY)).isEqualTo(2);
        for (int count : new int[] {10_000, 100_000, 1_000_000}) {
            assertThat(requests(count, age -> 2 * 365 * DAY + age * 1095 * DAY / count))
                    .isLessThanOrEqualTo(16);
        }
    }

    @Test
    void millionWithinADayIsAHandfulOfRequests() throws IOException {
        assertThat(requests(1_000_000, age -> age * DAY / 1_000_000)).isLessThanOrEqualTo(8);
    }

    @Test
    void thousandsWithinOneSecondAreFound() throws IOException {
        List<String> same = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            same.add("20260501_120000~%04d_bullish.pkl".formatted(i));
        }
        Names names = new Names(same);
        assertThat(new NewestSearch(names, name -> true, 1).find(NOW)).contains("20260501_120000~4999_bullish.pkl");
        assertThat(names.requests).isLessThanOrEqualTo(20);
    }

    @Test
    void rareMatchCostsHardlyMoreThanListingEverything() throws IOException {
        List<String> names = names(100_000, age -> age * 1095 * DAY / 100_000);
        Names listing = new Names(names);
        String oldest = names.get(0);
        assertThat(new NewestSearch(listing, oldest::equals, 1).find(NOW)).contains(oldest);
        assertThat(listing.requests).isLessThanOrEqualTo(48 + 100 + 4);
    }

    @Test
    void futureNamesAndStrangersDoNotHideTheNewest() throws IOException {
        List<String> names = names(5000, age -> age * 1095 * DAY / 5000);
        names.add("29990101_000000_from_the_future.pkl");
        names.add("99999999_999999.pkl");
        for (int i = 0; i < 3000; i++) {
            names.add("zzz%05d.txt".formatted(i));
            names.add("!%05d.txt".formatted(i));
        }
        Predicate<String> dataset = name -> name.endsWith(".pkl") && !name.startsWith("9999");
        assertThat(new NewestSearch(new Names(names), dataset, 1).find(NOW))
                .contains("29990101_000000_from_the_future.pkl");
    }

    @Test
    void clockThatIsWrongOnlyCostsRequests() throws IOException {
        List<String> names = names(5000, age -> age * 1095 * DAY / 5000);
        String newest = Collections.max(names);
        for (String now : new String[] {
            "1970-01-01T00:00:00Z",
            "2025-01-01T00:00:00Z",
            "2400-01-01T00:00:00Z",
            "-999999-01-01T00:00:00Z",
            "+999999-01-01T00:00:00Z"
        }) {
            assertThat(new NewestSearch(new Names(names), name -> true, 1).find(Instant.parse(now)))
                    .contains(newest);
        }
    }

    /** Any set of names, any filter, any clock: the same answer as looking at every name. */
    @RandomCases(300)
    void answerIsTheOneOfAFullListing(SplittableRandom random) throws IOException {
        List<String> names = new ArrayList<>();
        for (int burst = random.nextInt(6); burst > 0; burst--) {
            long start = NOW.getEpochSecond() - random.nextInt(1200) * DAY + random.nextInt(200) * DAY;
            long length = 1 + (long) Math.pow(10, random.nextInt(9));
            for (int i = random.nextInt(300); i > 0; i--) {
                names.add(
                        stamp(start - random.nextLong(length)) + "~%04d".formatted(random.nextInt(50)) + "_p" + i % 7);
            }
        }
        for (int i = random.nextInt(40); i > 0; i--) {
            names.add(Long.toString(random.nextLong(), 36));
            names.add("20239999_999999" + i);
        }
        int wanted = random.nextInt(8);
        Predicate<String> filter = wanted == 7 ? name -> true : name -> name.endsWith("_p" + wanted);
        int limit = Draw.between(random, 1, 40);
        List<String> newest = names.stream()
                .distinct()
                .filter(filter)
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList();
        Names listing = new Names(names);
        listing.pageSize = Draw.between(random, 1, 30);
        Instant now = NOW.plus(Duration.ofDays(Draw.between(random, -2000, 1000)));
        assertThat(new NewestSearch(listing, filter, limit).find(now)).isEqualTo(newest);
    }

    private static int requests(int count, LongUnaryOperator ageOfNumber) throws IOException {
        List<String> all = names(count, ageOfNumber);
        Names names = new Names(all);
        assertThat(new NewestSearch(names, name -> true, 1).find(NOW))
                .contains(names.sorted.get(names.sorted.size() - 1));
        return names.requests;
    }

    private static List<String> names(int count, LongUnaryOperator ageOfNumber) {
        List<String> names = new ArrayList<>(count);
        LongStream.range(0, count)
                .map(i -> count - 1 - i)
                .forEach(i -> names.add(stamp(NOW.getEpochSecond() - ageOfNumber.applyAsLong(i)) + "~"
                        + Long.toString(SEVEN_DIGITS + count - i).substring(1)));
        return names;
    }

    /** The day and the time of day as names of datasets have them. A formatter would need seconds for millions. */
    private static String stamp(long second) {
        long time = Math.floorMod(second, DAY);
        long clock = time / 3600 * 10_000 + time / 60 % 60 * 100 + time % 60;
        return DAYS.computeIfAbsent(Math.floorDiv(second, DAY), DAY_TEXT)
                + Long.toString(SIX_DIGITS + clock).substring(1);
    }

    /** A listing in memory that counts its requests. */
    private static final class Names implements NewestSearch.Listing {

        final List<String> sorted;
        int pageSize = 1000;
        int requests;

        Names(List<String> names) {
            sorted = names.stream().sorted().distinct().toList();
        }

        @Override
        public NewestSearch.Page page(String from, String below, String token) {
            requests++;
            int start = token == null ? position(from) : Integer.parseInt(token);
            int end = below == null ? sorted.size() : Math.max(start, position(below));
            int stop = Math.min(end, start + pageSize);
            return new NewestSearch.Page(sorted.subList(start, stop), stop < end ? Integer.toString(stop) : null);
        }

        private int position(String name) {
            int found = Collections.binarySearch(sorted, name);
            return found >= 0 ? found : -found - 1;
        }
    }
}
