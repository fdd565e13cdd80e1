package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import marketlab.Draw;
import marketlab.RandomCases;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PayoffTest {

    @Test
    void straddleBreaksEvenAtItsPremiumOnBothSides() {
        List<Leg> straddle = List.of(new Leg(1, true, 100, 4), new Leg(1, false, 100, 3));
        assertThat(Payoff.breakEvens(straddle)).containsExactly(93, 107);
        assertThat(Payoff.profit(straddle, 100)).isEqualTo(-7);
        assertThat(Payoff.profit(straddle, 120)).isEqualTo(13);
    }

    @Test
    void whatNeverLosesHasNoBreakEven() {
        assertThat(Payoff.breakEvens(List.of(new Leg(1, true, 100, -1)))).isEmpty();
        assertThat(Payoff.breakEvens(List.of(new Leg(1, true, 100, 1), new Leg(-1, true, 100, 2))))
                .isEmpty();
    }

    @RandomCases(200)
    void nothingIsEarnedAtABreakEven(SplittableRandom random) {
        List<Leg> legs = List.of(
                new Leg(Draw.between(random, -3, 3), true, 110, Draw.between(random, 0.1, 30)),
                new Leg(Draw.between(random, -3, 3), false, 95, Draw.between(random, 0.1, 30)),
                new Leg(-1, true, 120, 2));
        for (double price : Payoff.breakEvens(legs)) {
            assertThat(Payoff.profit(legs, price)).isCloseTo(0, Offset.offset(1e-9));
        }
    }

    @Test
    void mostThatIsEarnedAndLostIsSaid() {
        List<Leg> straddle = List.of(new Leg(1, true, 100, 4), new Leg(1, false, 100, 3));
        assertThat(Payoff.best(straddle)).isEqualTo("maximum profit unlimited");
        assertThat(Payoff.worst(straddle)).isEqualTo("maximum loss 7.00");
        List<Leg> sold = List.of(new Leg(-1, true, 100, 4));
        assertThat(Payoff.best(sold)).isEqualTo("maximum profit 4.00");
        assertThat(Payoff.worst(sold)).isEqualTo("maximum loss unlimited");
        List<Leg> put = List.of(new Leg(-2, false, 1_100, 50));
        assertThat(Payoff.worst(put)).isEqualTo("maximum loss 2,100.00");
        List<Leg> gift = List.of(new Leg(1, true, 100, 1), new Leg(-1, true, 100, 2));
        assertThat(Payoff.best(gift)).isEqualTo("maximum profit 1.00");
        assertThat(Payoff.worst(gift)).isEqualTo("no loss");
    }

    @Test
    void legIsPricedByTheChain() {
        double[] strikes = {90, 100};
        assertThat(Leg.parse(" -2 put 100", strikes, new double[] {1, 2}, new double[] {3, 4}))
                .isEqualTo(new Leg(-2, false, 100, 4))
                .hasToString("\u22122 put 100");
    }

    @Test
    void legOfAnotherFormIsRefused() {
        for (String text : List.of("1 future 100", "call 22000", "+1 call", "")) {
            assertThatThrownBy(() -> ChainPlots.payoff(Samples.chain(), text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("as '-1 call 22000', got '" + text + "'");
        }
        assertThatThrownBy(() -> ChainPlots.payoff(Samples.chain())).hasMessageContaining("needs a leg");
    }

    @Test
    void strikeAndExpiryMustBeInTheChain() {
        assertThatThrownBy(() -> ChainPlots.payoff(Samples.chain(), "+1 call 22050"))
                .hasMessageContaining("no option has strike 22050; there are: 20,000 to 24,000");
        assertThatThrownBy(() -> ChainPlots.payoff(Samples.chain(), LocalDate.of(2024, 1, 26), "+1 call 22000"))
                .hasMessageContaining("no options expire on 2024-01-26; expiries: [2024-01-25, ");
    }
}
