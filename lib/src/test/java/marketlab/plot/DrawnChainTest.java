package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.plotly.components.Figure;

@Tag("slow")
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
        assertThat(evaluate("figure().calcdata[0][15].y").asDouble())
                .isEqualTo(chain.table().doubleColumn("PutIV").get(15));
        assertThat(evaluate("document.querySelector('.scatterlayer .trace').querySelectorAll('.js-line').length")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void surfaceAndHeatmapHaveTheSmilesInRows() {
        Dataset chain = Samples.chain();
        chain.table().doubleColumn("CallIV").setMissing(18);
        chain.table().doubleColumn("PutIV").setMissing(18);
        double[] smile = new Chain(chain).impliedVolatility(LocalDate.of(2024, 2, 25));
        for (Figure figure : List.of(ChainPlots.surface(chain), ChainPlots.heatmap(chain))) {
            draw(figure);
            assertThat(numbers("figure()._fullData[0].z[1]")).containsExactly(smile);
            assertThat(evaluate("figure()._fullData[0].z[0][18]").isNull()).isTrue();
            assertThat(numbers("[...figure()._fullData[0].x]"))
                    .startsWith(20_000, 20_200)
                    .endsWith(24_000)
                    .hasSize(21);
            assertThat(texts("figure()._fullData[0].y"))
                    .startsWith("2024-01-25")
                    .hasSize(5);
        }
    }

    @Test
    void surfaceIsSeen() {
        draw(ChainPlots.surface(Samples.chain()));
        double[] pixel = numbers("(plot => { const pixel = new Uint8Array(4); const gl = plot.gl; plot.redraw();"
                + "gl.readPixels(gl.drawingBufferWidth / 2, gl.drawingBufferHeight / 2, 1, 1,"
                + "gl.RGBA, gl.UNSIGNED_BYTE, pixel);"
                + "return [...pixel]; })(figure()._fullLayout.scene._scene.glplot)");
        assertThat(pixel[3]).isPositive();
        assertThat(pixel[0] + pixel[1] + pixel[2]).isPositive();
    }

    @Test
    void strikesThatAnExpiryDoesNotListAreGapsOfTheGrid() {
        Dataset chain = Samples.chain();
        VolatilityGrid grid = VolatilityGrid.of(Dataset.of(chain.table().dropRows(0, 22)));
        assertThat(grid.strikes()).hasSize(21);
        assertThat(grid.rows().get(0)[0]).isNaN();
        assertThat(grid.rows().get(1)[1]).isNaN();
        assertThat(grid.rows().get(2)[0])
                .isEqualTo(chain.table().doubleColumn("CallIV").get(42));
    }

    @Test
    void greeksOfTheNearestExpiryFillSixPanelsWithTheirUnits() {
        Dataset chain = Samples.chain();
        draw(ChainPlots.greeks(chain));
        assertThat(texts("[...document.querySelectorAll('.annotation')].map(title => title.textContent)"))
                .containsExactly("Price", "Delta", "Gamma", "Thetaindex points per year of365 days", "Vega", "Rho");
        assertThat(numbers("figure().calcdata[7].map(point => point.y)"))
                .containsExactly(
                        chain.table().doubleColumn("PutTheta").first(21).asDoubleArray());
    }

    @Test
    void greeksOfAnotherExpiryAreThoseThereAre() {
        Dataset chain = Samples.chain();
        chain.table().removeColumns("CallRho", "CallGamma");
        draw(ChainPlots.greeks(chain, LocalDate.of(2024, 2, 25)));
        assertThat(texts("figure()._fullData.map(line => line.xaxis)"))
                .containsExactly("x", "x", "x2", "x2", "x4", "x4", "x5", "x5");
        assertThat(numbers("figure().calcdata[2].map(point => point.y)"))
                .containsExactly(
                        chain.table().doubleColumn("CallDelta").inRange(21, 42).asDoubleArray());
    }

    @Test
    void panelsOfANarrowPageAreTwoBesideEachOtherWithFewerTicks() {
        String figure = Json.text(((PlotlyFigure) ChainPlots.greeks(Samples.chain())).json());
        assertThat(numbers("[1200, 420].map(width => arranged(" + figure + ", width, 700).xaxis2.nticks)"))
                .containsExactly(5, 2);
        assertThat(numbers("arranged(" + figure + ", 420, 700).xaxis3.domain")).containsExactly(0, 0.38);
        assertThat(evaluate("arranged(" + figure + ", 420, 700).height").asInt())
                .isEqualTo(900);
    }

    @Test
    void pricesAreOfCallsAndPutsOfEveryExpiry() {
        Dataset chain = Samples.chain();
        draw(ChainPlots.prices(chain));
        assertThat(numbers("figure().calcdata.filter((line, i) => i % 2 === 1).flat().map(point => point.y)"))
                .containsExactly(chain.table().doubleColumn("PutPrice").asDoubleArray());
    }

    @Test
    void openInterestIsThatOfTheExpiry() {
        Dataset chain = Samples.chainWithOpenInterest();
        draw(ChainPlots.openInterest(chain, LocalDate.of(2024, 5, 25)));
        assertThat(numbers("figure().calcdata[1].map(bar => bar.s)"))
                .containsExactly(chain.table().doubleColumn("PutOI").last(21).asDoubleArray());
    }

    @Test
    void payoffIsTheSumOfItsLegsAndItsBreakEvenIsShown() {
        Dataset chain = Samples.chain();
        draw(ChainPlots.payoff(chain, "+1 call 22000", "-1 call 22600"));
        double paid = chain.table().doubleColumn("CallPrice").get(10)
                - chain.table().doubleColumn("CallPrice").get(13);
        assertThat(text("document.querySelector('.gtitle-subtitle').textContent"))
                .endsWith(PlainLabel.format(
                        "premium paid %,.2f · maximum profit %,.2f · maximum loss %,.2f · break-even %,.2f",
                        paid, 600 - paid, paid, 22_000 + paid));
        assertThat(texts("figure()._fullData.map(line => line.name)").subList(2, 5))
                .containsExactly("+1 call 22,000", "\u22121 call 22,600", "Profit");
        double[] profit = numbers("figure().calcdata[4].map(point => point.y)");
        assertThat(profit).startsWith(-paid);
        assertThat(profit[profit.length - 1]).isCloseTo(600 - paid, Offset.offset(1e-9));
    }

    @Test
    void legsDoNotFlattenWhatTheyEarnTogether() {
        draw(ChainPlots.payoff(Samples.chain(), "+1 call 22000", "-1 call 22200"));
        double[] range = numbers("figure()._fullLayout.yaxis.range");
        double[] profit = numbers("figure().calcdata[4].map(point => point.y)");
        assertThat(range[1] - range[0]).isLessThan(1.5 * (profit[profit.length - 1] - profit[0]));
        assertThat(texts("[...document.querySelectorAll('.textpoint')].map(text => text.textContent)"))
                .containsExactly(PlainLabel.format("%,.2f", 22_000 - profit[0]));
    }

    @Test
    void colourBarOfAFlatSurfaceIsNarrow() {
        Dataset chain = Samples.chain();
        for (String column : List.of("CallIV", "PutIV")) {
            chain.table()
                    .replaceColumn(
                            column,
                            DoubleColumn.create(
                                    column,
                                    Collections.nCopies(chain.table().rowCount(), 0.2).stream()
                                            .mapToDouble(Double::doubleValue)
                                            .toArray()));
        }
        draw(ChainPlots.surface(chain));
        assertThat(numbers("[figure()._fullData[0].cmin, figure()._fullData[0].cmax]"))
                .containsExactly(new double[] {0.19, 0.21}, Offset.offset(1e-9));
        draw(ChainPlots.heatmap(chain));
        assertThat(numbers("[figure()._fullData[0].zmin, figure()._fullData[0].zmax]"))
                .containsExactly(new double[] {0.19, 0.21}, Offset.offset(1e-9));
    }

    @Test
    void missingOpenInterestAndGreeksAreNamed() {
        assertThatThrownBy(() -> ChainPlots.openInterest(Samples.chain()))
                .hasMessageContaining("CallOpenInterest and PutOpenInterest (or CallOI and PutOI)");
        Dataset bare =
                Dataset.of(Samples.chain().table().selectColumns("Strike", "ExpiryDate", "CallPrice", "PutPrice"));
        assertThatThrownBy(() -> ChainPlots.greeks(bare)).hasMessageContaining("CallDelta and PutDelta");
    }
}
