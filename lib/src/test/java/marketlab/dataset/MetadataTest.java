package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetadataTest {

    @Test
    void aFolderIsNamedWithOrWithoutASlashAfterIt() {
        assertThat(Metadata.EMPTY.withName("v2/index/nifty/gbm/", "bullish").text(Metadata.MODEL_TYPE))
                .contains("gbm");
        assertThat(Metadata.EMPTY.withName("index/nifty/gbm", "bullish").text(Metadata.MODEL_TYPE))
                .contains("gbm");
        assertThatThrownBy(() -> Metadata.EMPTY.withName("index/nifty/", ""))
                .hasMessageContaining("DATA_TYPE/MARKET/MODEL");
    }
}
