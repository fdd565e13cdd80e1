package marketlab.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;

/** A time as {@link AsOf} reads it, but a date is the beginning of that day. */
final class Since implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        Instant time = new AsOf().convert(text);
        return text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : time;
    }
}
