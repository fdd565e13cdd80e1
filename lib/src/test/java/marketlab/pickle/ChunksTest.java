package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ChunksTest {

    @Property(tries = 200)
    void aListOfAnyPiecesHoldsThemInOrder(@ForAll List<@IntRange(max = 9000) Integer> pieces) {
        Chunks chunks = new Chunks();
        List<Object> expected = new ArrayList<>();
        for (int length : pieces) {
            Object[] piece = new Object[length];
            Arrays.setAll(piece, i -> expected.size() + i);
            if (length < 20) {
                Arrays.stream(piece).forEach(chunks::add);
            } else {
                chunks.add(piece, 0, length);
            }
            expected.addAll(Arrays.asList(piece));
        }
        assertThat(chunks.size()).isEqualTo(expected.size());
        assertThat(chunks.toArray()).containsExactlyElementsOf(expected);
        for (int i = 0; i < expected.size(); i += 997) {
            assertThat(chunks.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Property(tries = 50)
    void whatBeginsAsAnArrayGoesOn(@ForAll @IntRange(max = 9000) int length) {
        Object[] first = new Object[length];
        Arrays.setAll(first, i -> i);
        Chunks chunks = Chunks.of(first);
        chunks.add("more");
        assertThat(chunks.size()).isEqualTo(length + 1);
        assertThat(chunks.get(length)).isEqualTo("more");
        assertThat(Arrays.copyOf(chunks.toArray(), length)).isEqualTo(first);
    }
}
