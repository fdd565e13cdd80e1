package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksumTest {

    @Test
    void digitsHaveTheSumOfTheStandard() {
        Checksum sum = new Checksum();
        sum.add(Checksum.of(ByteBuffer.wrap("123456789".getBytes(StandardCharsets.US_ASCII))), 9);
        assertThat(sum.value()).isEqualTo(0xE3069283);
    }

    @Test
    void partsJoinedAreTheWhole() {
        byte[] bytes = new byte[3_000_017];
        new Random(1).nextBytes(bytes);
        Checksum joined = new Checksum();
        int from = 0;
        for (int length : List.of(0, 1, 7, 4096, 1 << 20, 0, bytes.length - (1 << 20) - 4104)) {
            joined.add(Checksum.of(ByteBuffer.wrap(bytes, from, length)), length);
            from += length;
        }
        assertThat(joined.value()).isEqualTo(Checksum.of(ByteBuffer.wrap(bytes)));
    }

    @Test
    void partsInAnyOrderAddUpToTheWhole() {
        byte[] bytes = new byte[100_003];
        new Random(2).nextBytes(bytes);
        int all = 0;
        for (int from : new int[] {70_000, 0, 10, 99_999, 10_000}) {
            int to = from == 0
                    ? 10
                    : from == 10 ? 10_000 : from == 10_000 ? 70_000 : from == 70_000 ? 99_999 : bytes.length;
            all ^= Checksum.followed(Checksum.of(ByteBuffer.wrap(bytes, from, to - from)), bytes.length - to);
        }
        assertThat(all).isEqualTo(Checksum.of(ByteBuffer.wrap(bytes)));
    }

    @Test
    void aPartLongerThanAnIntIsJoined() {
        ByteBuffer zeros = ByteBuffer.allocate(1 << 20);
        Checksum piecewise = new Checksum();
        Checksum atOnce = new Checksum();
        piecewise.add(1, 4);
        atOnce.add(1, 4);
        for (int i = 0; i < 1 << 12; i++) {
            piecewise.add(Checksum.of(zeros.duplicate()), 1 << 20);
        }
        Checksum part = new Checksum();
        for (int i = 0; i < 1 << 12; i++) {
            part.add(Checksum.of(zeros.duplicate()), 1 << 20);
        }
        atOnce.add(part.value(), 1L << 32);
        assertThat(atOnce.value()).isEqualTo(piecewise.value());
    }
}
