package marketlab.dataset;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list that prints in a readable form: one element on each line, of many only the first and the last, and their
 * number. Unmodifiable.
 */
public final class Listing<T> extends AbstractList<T> {

    private static final int ENDS = 10;

    private final List<T> elements;
    private final Function<? super T, String> line;
    private final List<String> notes;

    private Listing(List<T> elements, Function<? super T, String> line, List<String> notes) {
        this.elements = elements;
        this.line = line;
        this.notes = notes;
    }

    /** These elements, each printed by its {@code toString}, which must give one line. */
    public static <T> Listing<T> of(List<T> elements) {
        return of(elements, Object::toString);
    }

    /** These elements, each printed as this line. */
    public static <T> Listing<T> of(List<T> elements, Function<? super T, String> line) {
        return new Listing<>(List.copyOf(elements), line, List.of());
    }

    /** These elements, with these lines printed after them. */
    public Listing<T> with(List<String> notes) {
        return new Listing<>(elements, line, List.copyOf(notes));
    }

    @Override
    public T get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public String toString() {
        Stream<String> lines = size() <= 2 * ENDS
                ? elements.stream().map(line)
                : Stream.of(
                                elements.subList(0, ENDS).stream().map(line),
                                Stream.of("..."),
                                elements.subList(size() - ENDS, size()).stream().map(line))
                        .flatMap(part -> part);
        String count = size() == 0 ? "none" : String.format(Locale.ROOT, "\n%,d in all", size());
        return lines.collect(Collectors.joining("\n", "", count))
                + notes.stream().map("\n"::concat).collect(Collectors.joining());
    }
}
