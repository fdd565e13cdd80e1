package marketlab.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;

/** Parses a time as {@link AsOf} does, but a date alone means the start of that day. */
final class Since implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        Instant time = new AsOf().convert(text);
        return text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : time;
    }
}
