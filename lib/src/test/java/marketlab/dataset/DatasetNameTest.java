package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import marketlab.Draw;
import marketlab.RandomCases;
import org.junit.jupiter.api.Test;

class DatasetNameTest {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_.-";
    private static final long EARLIEST = LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long LATEST =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

    @RandomCases(200)
    void printedNameParsesToItself(SplittableRandom random) {
        DatasetName name = name(random);
        assertThat(DatasetName.parse(name.path())).contains(name);
    }

    @RandomCases(200)
    void orderIsTheOrderOfFileNamesAsText(SplittableRandom random) {
        DatasetName a = name(random);
        DatasetName b = name(random);
        if (!a.file().equals(b.file())) {
            assertThat(Integer.signum(a.compareTo(b)))
                    .isEqualTo(Integer.signum(a.file().compareTo(b.file())));
        }
    }

    @RandomCases(200)
    void laterSecondAlwaysSortsAfter(SplittableRandom random) {
        DatasetName a = name(random);
        DatasetName b = name(random);
        int seconds = a.timestamp().compareTo(b.timestamp());
        if (seconds != 0) {
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(seconds));
        }
    }

    @RandomCases(200)
    void nextInSequenceSortsAfterEveryNameOfItsSecondBefore(SplittableRandom random) {
        DatasetName a = name(random);
        DatasetName b = name(random);
        DatasetName first = a.withSequence(0);
        DatasetName next = new DatasetName(
                b.dataVersion(), b.dataType(), b.marketType(), b.modelType(), a.timestamp(), 1, b.params());
        assertThat(next).isGreaterThan(first);
    }

    @Test
    void specificationsExamplesParse() {
        assertThat(DatasetName.parse("index/nifty/gbm/20230901_123045_bullish_high_vol.pkl"))
                .contains(new DatasetName(
                        0, "index", "nifty", "gbm", LocalDateTime.of(2023, 9, 1, 12, 30, 45), 0, "bullish_high_vol"));
        assertThat(DatasetName.parse("v2/option_chain/nifty/black_scholes/20230901_123045_weekly_expiry.pkl"))
                .contains(new DatasetName(
                        2,
                        "option_chain",
                        "nifty",
                        "black_scholes",
                        LocalDateTime.of(2023, 9, 1, 12, 30, 45),
                        0,
                        "weekly_expiry"));
    }

    @Test
    void strangersDoNotParse() {
        assertThat(List.of(
                        "",
                        "20230901_123045.pkl",
                        "index/nifty/gbm/notes.txt",
                        "index/nifty/gbm/20230901_123045.pkl.gz",
                        "index/nifty/gbm/20230901_123045_bullish.PKL",
                        "index/nifty/gbm/20230231_123045.pkl",
                        "index/nifty/gbm/20230901_246060.pkl",
                        "index/nifty/gbm/.20230901_123045.pkl.draft",
                        "index/nifty/gbm/sub/20230901_123045.pkl",
                        "v0/index/nifty/gbm/20230901_123045.pkl",
                        "v1/nifty/gbm/20230901_123045.pkl",
                        "../nifty/gbm/20230901_123045.pkl",
                        "index/nifty/gbm/20230901_123045_.pkl",
                        "index/nifty/gbm/20230901_123045_ü.pkl",
                        "index//gbm/20230901_123045.pkl"))
                .allSatisfy(text -> assertThat(DatasetName.parse(text)).isEmpty());
    }

    @Test
    void nameIsFoundAtTheEndOfAPath() {
        for (String name : List.of("index/nifty/gbm/20230901_123045.pkl", "v2/index/nifty/gbm/20230901_123045.pkl")) {
            for (String prefix : List.of("", "team/", "team/a/", "v3/")) {
                boolean versions = prefix.startsWith("v") && name.startsWith("index");
                assertThat(DatasetName.parseEnd(prefix + name).map(DatasetName::path))
                        .contains(versions ? prefix + name : name);
            }
        }
        assertThat(List.of(
                        "",
                        "20230901_123045.pkl",
                        "nifty/gbm/20230901_123045.pkl",
                        "a/v2/nifty/gbm/20230901_123045.pkl",
                        "team/index//gbm/20230901_123045.pkl",
                        "team/index/nifty/gbm/notes.txt"))
                .allSatisfy(path -> assertThat(DatasetName.parseEnd(path)).isEmpty());
    }

    @Test
    void nowIsUtcWhateverTheClocksZone() {
        Clock kolkata = Clock.fixed(Instant.parse("2023-09-01T12:30:45.678Z"), ZoneId.of("Asia/Kolkata"));
        assertThat(DatasetName.now(kolkata, "index", "nifty", "gbm", "").path())
                .isEqualTo("index/nifty/gbm/20230901_123045.pkl");
    }

    @Test
    void badPartsAreRefusedWithTheirValue() {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        assertThatThrownBy(() -> DatasetName.now(clock, "index", "../x", "gbm", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("market must be letters, digits and _ . -, beginning with a letter or digit, got '../x'");
        assertThatThrownBy(() -> DatasetName.now(clock, "index", "nifty", "gbm", "high vol"))
                .hasMessageContaining("'high vol'");
        assertThatThrownBy(() -> DatasetName.now(clock, "v2", "nifty", "gbm", ""))
                .hasMessageContaining("version folder");
    }

    /** Half of the names are of the same few seconds, so that two of them meet. */
    private static DatasetName name(SplittableRandom random) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                random.nextBoolean() ? random.nextInt(3) : random.nextLong(EARLIEST, LATEST + 1), 0, ZoneOffset.UTC);
        int sequence = random.nextInt(4) == 0 ? Draw.between(random, 0, 9999) : 0;
        String params =
                switch (random.nextInt(3)) {
                    case 0 -> "";
                    case 1 -> part(random);
                    default -> part(random) + "+=x";
                };
        return new DatasetName(random.nextInt(4), part(random), part(random), part(random), time, sequence, params);
    }

    private static String part(SplittableRandom random) {
        String part = random.ints(1 + random.nextInt(12), 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        return Character.isLetterOrDigit(part.charAt(0)) && !part.matches("v[1-9][0-9]*") ? part : part(random);
    }

    @Test
    void numberInTheDigitsOfAnotherScriptIsReadAndPrintedInOurs() {
        assertThat(DatasetName.parse("index/nifty/gbm/20230901_123045~\u0966\u0966\u0967\u0968_bullish.pkl")
                        .map(DatasetName::file))
                .contains("20230901_123045~0012_bullish.pkl");
    }
}
