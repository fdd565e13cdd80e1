package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataQueryTest {

    private static final Metadata BULLISH = Metadata.EMPTY
            .with(Metadata.SEED, 7L)
            .withName("index/nifty/gbm", "bullish_high_vol")
            .with(Metadata.CREATED_AT, "2026-01-31T22:15:00Z")
            .withModelParams(Map.of("volatility", 0.21, "model", "gbm", "days", 252, "valuation_date", "2026-01-30"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model=gbm",
                "market=nifty type=index",
                "vol>0.2",
                "volatility<=0.21",
                "days=252.0",
                "seed!=8",
                "params~BULL",
                "none!=1",
                "model=gbm vol>0.2 params~bullish",
                "params>=bullish",
                "valuation_date=2026-01-30",
                "valuation_date>=2026-01-01 valuation_date<2026-02-01",
                "created_at=2026-01-31",
                "created_at<=2026-01-31",
                "created_at<2026-02-01T03:00:00+04:30",
                "created_at>2026-01-31T22:00:00"
            })
    void meets(String query) {
        assertThat(MetadataQuery.parse(query).test(BULLISH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model=heston",
                "vol>0.21",
                "vol<0.2",
                "seed=8",
                "params~bear",
                "none=1",
                "none~x",
                "model=gbm vol>0.3",
                "valuation_date>2026-01-30",
                "created_at>2026-01-31",
                "created_at>=2026-02-01T03:46:00+05:30",
                "valuation_date=jan"
            })
    void doesNotMeet(String query) {
        assertThat(MetadataQuery.parse(query).test(BULLISH)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gbm", "model = gbm", "=gbm", "0vol>1"})
    void whatIsNoTermIsRefused(String query) {
        assertThatThrownBy(() -> MetadataQuery.parse(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write terms like model=gbm vol>0.2 params~bullish");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "valuation_date>=January | valuation_date is a date: write valuation_date>=2026-01-30, got 'January'",
                "valuation_date<2026-02-30 | valuation_date is a date: write valuation_date>=2026-01-30, got"
                        + " '2026-02-30'",
                "vol>high | vol is a number, as 0.21, got 'high'"
            })
    void whatCannotBeBeforeOrAfterIsRefused(String query, String message) {
        assertThatThrownBy(() -> MetadataQuery.parse(query).test(BULLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void censusNamesWhatThereIs() {
        MetadataQuery none = MetadataQuery.parse("vol<0.5 days=100");
        QueryCensus census = new QueryCensus(none);
        for (int days = 1; days <= 50; days++) {
            census.add(BULLISH.withModelParams(Map.of("volatility", 0.21, "days", days)));
        }
        assertThat(census.explanation())
                .isEqualTo("no dataset has days=100; there are: 1, 2, 3, 4, 5, 6, …, 45, 46, 47, 48, 49, 50");
        QueryCensus apart = new QueryCensus(MetadataQuery.parse("vol>0.2 days=1"));
        apart.add(BULLISH);
        apart.add(BULLISH.withModelParams(Map.of("volatility", 0.1, "days", 1)));
        assertThat(apart.explanation()).isEqualTo("no dataset has all of it; there are: 1 with vol>0.2, 1 with days=1");
    }
}
