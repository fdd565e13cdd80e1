package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import marketlab.pickle.Axis.Range;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    /** The sizes are what Python's {@code len(range(start, stop, step))} says. */
    @ParameterizedTest
    @CsvSource({
        "0, 5, 1, 5",
        "0, 5, 2, 3",
        "5, 0, -2, 3",
        "0, 5, -1, 0",
        "5, 0, 1, 0",
        "3, 3, 1, 0",
        "5541470786392124556, -3641666569206777942, -4591568677799451249, 2",
        "9223372036854775807, -9223372036854775807, -6148914691236517205, 3",
        "-9223372036854775808, 9223372036854775807, 9223372036854775807, 3",
        "9223372036854775807, -9223372036854775808, -9223372036854775808, 2",
        "-9223372036854775808, 9223372036854775807, 2, -9223372036854775808",
    })
    void aRangeIsCountedFromEndToEndOfALong(long start, long stop, long step, long size) {
        assertThat(new Range(null, start, stop, step).size()).isEqualTo(size);
    }
}
