package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataQueryTest {

    private static final Metadata BULLISH = Metadata.EMPTY
            .with(Metadata.SEED, 7L)
            .withName("index/nifty/gbm", "bullish_high_vol")
            .withModelParams(Map.of("volatility", 0.21, "model", "gbm", "days", 252));

    @ParameterizedTest
    @ValueSource(strings = {"model=gbm", "market=nifty type=index", "vol>0.2", "volatility<=0.21", "days=252.0", "seed!=8", "params~BULL",
        "none!=1", "model=gbm vol>0.2 params~bullish", "params>=bullish"})
    void meets(String query) {
        assertThat(MetadataQuery.parse(query).test(BULLISH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model=heston", "vol>0.21", "vol<0.2", "seed=8", "params~bear", "none=1", "none~x", "model=gbm vol>0.3"})
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
}
