package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import org.junit.jupiter.api.Test;

class DrawnChainTest extends Drawing {

    @Test
    void smileIsOfThePutBelowTheSpotAndOfTheCallFromIt() {
        Dataset chain = Samples.chain();
        double[] expected = chain.table().stream()
                .limit(21)
                .mapToDouble(row -> row.getDouble(row.getDouble("Strike") < 22_000 ? "PutIV" : "CallIV"))
                .toArray();
        draw(ChainPlots.smile(chain));
        assertThat(numbers("figure().calcdata[0].map(point => point.y)")).containsExactly(expected);
        assertThat(texts("figure()._fullData.map(line => line.name)"))
                .containsExactly("2024-01-25", "2024-02-25", "2024-03-25", "2024-04-25", "2024-05-25");
        assertThat(text("document.querySelector('.annotation').textContent")).isEqualTo("spot 22,000");
    }

    @Test
    void smileWithoutSpotIsOfTheCallAndHasNoMark() {
        Dataset chain = Samples.chain().with(Metadata.EMPTY);
        draw(ChainPlots.smile(chain));
        assertThat(evaluate("document.querySelector('.annotation')").isNull()).isTrue();
        assertThat(numbers("figure().calcdata.flat().map(point => point.y)"))
                .containsExactly(chain.table().doubleColumn("CallIV").asDoubleArray());
    }

    @Test
    void optionThatIsMissingIsReplacedByTheOtherAndIfBothAreByAGap() {
        Dataset chain = Samples.chain();
        chain.table().doubleColumn("CallIV").setMissing(15);
        chain.table().doubleColumn("CallIV").setMissing(18);
        chain.table().doubleColumn("PutIV").setMissing(18);
        draw(ChainPlots.smile(chain));
        assertThat(evaluate("figure().calcdata[0][15].y").asDouble()).isEqualTo(chain.table().doubleColumn("PutIV").get(15));
        assertThat(evaluate("document.querySelector('.scatterlayer .trace').querySelectorAll('.js-line').length").asInt())
                .isEqualTo(2);
    }
}
