package marketlab.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes pickles at a few bytes, the same ones each time: where chance has it, and where the meaning of numbers is told. */
final class PickleMutator {

    /** What pickles of frames say, and what they might say instead. */
    private static final List<List<String>> WORDS = List.of(
            List.of("f8", "i8", "u8", "M8", "m8"),
            List.of("f4", "i4", "u4"),
            List.of("i1", "u1", "b1"),
            List.of("<", ">", "=", "|"),
            List.of("ns", "us", "ms"),
            List.of("C", "F", "A"),
            List.of("\u0088", "\u0089", "N"),
            List.of("UTC", "GMT"),
            List.of("\u0085", "\u0086", "\u0087"),
            List.of("a", "A", "b", " "),
            List.of("}", "]", ")"),
            List.of("s", "e", "u"),
            List.of("K\0", "K\1", "K\2", "K\3", "K\u00ff"),
            List.of("h\0", "h\1", "h\2", "h\3", "h\4", "h\5"),
            List.of("string", "object"),
            List.of("index", "Index"),
            List.of("start", "step\0", "stop\0"));

    private PickleMutator() {}

    /** So many changed copies of a pickle. */
    static List<byte[]> of(byte[] pickle, long seed, int count) {
        Random random = new Random(seed);
        List<byte[]> changed = new ArrayList<>();
        while (changed.size() < count) {
            byte[] copy =
                    switch (random.nextInt(8)) {
                        case 0 -> set(pickle, random, 1 << random.nextInt(8));
                        case 1 -> set(pickle, random, 1 + random.nextInt(255));
                        case 2 -> swapped(pickle, random);
                        case 3 -> without(pickle, random);
                        default -> reworded(pickle, random);
                    };
            if (copy != null && !Arrays.equals(copy, pickle)) {
                changed.add(copy);
            }
        }
        return changed;
    }

    private static byte[] set(byte[] pickle, Random random, int bits) {
        byte[] copy = pickle.clone();
        copy[random.nextInt(copy.length)] ^= (byte) bits;
        return copy;
    }

    private static byte[] swapped(byte[] pickle, Random random) {
        byte[] copy = pickle.clone();
        int at = random.nextInt(copy.length - 1);
        copy[at] = pickle[at + 1];
        copy[at + 1] = pickle[at];
        return copy;
    }

    private static byte[] without(byte[] pickle, Random random) {
        int at = random.nextInt(pickle.length);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        copy.write(pickle, 0, at);
        copy.write(pickle, at + 1, pickle.length - at - 1);
        return copy.toByteArray();
    }

    /** With another word of the same length in place of one; null if that is nowhere. */
    private static byte[] reworded(byte[] pickle, Random random) {
        List<String> words = WORDS.get(random.nextInt(WORDS.size()));
        String word = words.get(random.nextInt(words.size()));
        String text = new String(pickle, StandardCharsets.ISO_8859_1);
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            places.add(at);
        }
        if (places.isEmpty()) {
            return null;
        }
        int at = places.get(random.nextInt(places.size()));
        String other = words.get(random.nextInt(words.size()));
        return (text.substring(0, at) + other + text.substring(at + word.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
