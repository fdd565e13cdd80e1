package marketlab.dataset;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.IntConsumer;

/**
 * The settings that every generator has.
 *
 * @param seed null for a random one
 * @param params words in the dataset's name, joined by {@code _}; may be empty
 * @param metadataColumn whether datasets get the column of {@link MetadataColumn}
 * @param clock gives today's date and {@code created_at}
 * @param progress receives the number of finished parts of the work, after each part
 */
public record GeneratorSettings(Long seed, String params, boolean metadataColumn, Clock clock, IntConsumer progress) {

    /** The default settings. */
    public static final GeneratorSettings USUAL =
            new GeneratorSettings(null, "", false, Clock.systemDefaultZone(), done -> {});

    private static final int SEED_BITS = 48;

    public GeneratorSettings withSeed(long seed) {
        return new GeneratorSettings(seed, params, metadataColumn, clock, progress);
    }

    public GeneratorSettings withParams(String params) {
        return new GeneratorSettings(seed, params, metadataColumn, clock, progress);
    }

    /** With this word appended to the params. */
    public GeneratorSettings withWord(String word) {
        return withParams(params.isEmpty() ? word : params + "_" + word);
    }

    public GeneratorSettings withMetadataColumn() {
        return new GeneratorSettings(seed, params, true, clock, progress);
    }

    public GeneratorSettings withClock(Clock clock) {
        return new GeneratorSettings(seed, params, metadataColumn, clock, progress);
    }

    public GeneratorSettings withProgress(IntConsumer progress) {
        return new GeneratorSettings(seed, params, metadataColumn, clock, progress);
    }

    /** The seed that is set, else a new one on each call. */
    public long seedOrDrawn() {
        return seed == null ? new SecureRandom().nextLong() >>> (Long.SIZE - SEED_BITS) : seed;
    }

    /** Today's date in this zone. */
    public LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    /** The current second, for the metadata. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
