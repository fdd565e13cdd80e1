package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import marketlab.Draw;
import marketlab.RandomCases;

class ChunkedListTest {

    @RandomCases(200)
    void aListOfAnyPiecesHoldsThemInOrder(SplittableRandom random) {
        ChunkedList chunks = new ChunkedList();
        List<Object> expected = new ArrayList<>();
        for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
            int length = random.nextBoolean() ? Draw.between(random, 0, 9000) : random.nextInt(30);
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
        assertThat(chunks.toArray()).isEqualTo(expected.toArray());
        for (int i = 0; i < expected.size(); i += 997) {
            assertThat(chunks.get(i)).isEqualTo(expected.get(i));
        }
    }

    @RandomCases(50)
    void whatBeginsAsAnArrayGoesOn(SplittableRandom random) {
        int length = Draw.between(random, 0, 9000);
        Object[] first = new Object[length];
        Arrays.setAll(first, i -> i);
        ChunkedList chunks = ChunkedList.of(first);
        chunks.add("more");
        assertThat(chunks.size()).isEqualTo(length + 1);
        assertThat(chunks.get(length)).isEqualTo("more");
        assertThat(Arrays.copyOf(chunks.toArray(), length)).isEqualTo(first);
    }
}
