package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.time.api.DateTimes;
import org.junit.jupiter.api.Test;

class DatasetNameTest {

    @Property
    void printedNameParsesToItself(@ForAll("names") DatasetName name) {
        assertThat(DatasetName.parse(name.path())).contains(name);
    }

    @Property
    void orderIsTheOrderOfFileNamesAsText(@ForAll("names") DatasetName a, @ForAll("names") DatasetName b) {
        if (!a.file().equals(b.file())) {
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(a.file().compareTo(b.file())));
        }
    }

    @Property
    void laterSecondAlwaysSortsAfter(@ForAll("names") DatasetName a, @ForAll("names") DatasetName b) {
        if (a.timestamp().isBefore(b.timestamp())) {
            assertThat(a).isLessThan(b);
        }
    }

    @Property
    void nextInSequenceSortsAfterEveryNameOfItsSecondBefore(@ForAll("names") DatasetName a, @ForAll("names") DatasetName b) {
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
                        2, "option_chain", "nifty", "black_scholes", LocalDateTime.of(2023, 9, 1, 12, 30, 45), 0, "weekly_expiry"));
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
                assertThat(DatasetName.parseEnd(prefix + name).map(DatasetName::path)).contains(versions ? prefix + name : name);
            }
        }
        assertThat(List.of("", "20230901_123045.pkl", "nifty/gbm/20230901_123045.pkl", "a/v2/nifty/gbm/20230901_123045.pkl",
                        "team/index//gbm/20230901_123045.pkl", "team/index/nifty/gbm/notes.txt"))
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
        assertThatThrownBy(() -> DatasetName.now(clock, "index", "nifty", "gbm", "high vol")).hasMessageContaining("'high vol'");
        assertThatThrownBy(() -> DatasetName.now(clock, "v2", "nifty", "gbm", "")).hasMessageContaining("version folder");
    }

    @Provide
    Arbitrary<DatasetName> names() {
        Arbitrary<Integer> version = Arbitraries.integers().between(0, 3);
        Arbitrary<String> part = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('_', '.', '-')
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(s -> Character.isLetterOrDigit(s.charAt(0)) && !s.matches("v[1-9][0-9]*"));
        Arbitrary<LocalDateTime> time =
                DateTimes.dateTimes().between(LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 23, 59, 59));
        Arbitrary<Integer> sequence = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)), Tuple.of(1, Arbitraries.integers().between(0, 9999)));
        Arbitrary<String> params = Arbitraries.oneOf(Arbitraries.just(""), part, part.map(p -> p + "+=x"));
        return Combinators.combine(version, part, part, part, time, sequence, params).as(DatasetName::new);
    }

    @Test
    void numberInTheDigitsOfAnotherScriptIsReadAndPrintedInOurs() {
        assertThat(DatasetName.parse("index/nifty/gbm/20230901_123045~\u0966\u0966\u0967\u0968_bullish.pkl").map(DatasetName::file))
                .contains("20230901_123045~0012_bullish.pkl");
    }
}
