package marketlab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A test that takes a SplittableRandom and holds for whatever is drawn from it. It runs this many times, with the seeds 1, 2, 3
 * and so on, so that every run tries the same cases; the name of a failed one says its seed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(RandomCases.Seeds.class)
public @interface RandomCases {

    int value();

    /** Makes a random source of each seed. */
    final class Seeds implements ArgumentsProvider, AnnotationConsumer<RandomCases> {

        private int count;

        @Override
        public void accept(RandomCases cases) {
            count = cases.value();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return LongStream.rangeClosed(1, count)
                    .mapToObj(seed -> Arguments.of(Named.of("seed " + seed, new SplittableRandom(seed))));
        }
    }
}
