package marketlab.pickle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import marketlab.csv.Csv;
import marketlab.csv.CsvFormat;
import marketlab.dataset.Dataset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times of a CSV file in pandas: to the nanosecond, and in the offset that the file tells them in. */
@Tag("slow")
class TimesOfCsvTest {

    @TempDir
    Path folder;

    @Test
    void nanosecondsAndZonesOfCsvAreThoseOfPandas() throws IOException {
        Pandas.Expectations expectations = new Pandas.Expectations(folder);
        expectations.add(
                csv("date,x\n2026-01-05 09:15:00.123456789,1\n2026-01-05 09:15:01.5,2\n"),
                "pd.DataFrame({'x': [1, 2]}, index=pd.DatetimeIndex(["
                        + "'2026-01-05 09:15:00.123456789', '2026-01-05 09:15:01.5'], name='Date'))");
        expectations.add(
                csv("date,x\n2026-06-08T00:00:00.000000007+0530,1\n2026-06-09T00:00:00+0530,2\n"),
                "pd.DataFrame({'x': [1, 2]}, index=pd.DatetimeIndex([pd.Timestamp('2026-06-07 18:30:00.000000007'),"
                        + " pd.Timestamp('2026-06-08 18:30')], name='Date').tz_localize('UTC').tz_convert("
                        + "__import__('datetime').timezone(pd.Timedelta(minutes=330).to_pytimedelta())))");
        expectations.add(
                csv("date,x\n2026-03-06 09:30:00-05:00,1\n2026-03-09 09:30:00-04:00,2\n"),
                "pd.DataFrame({'x': [1, 2]}, index=pd.DatetimeIndex(ns('2026-03-06 09:30', '2026-03-09 09:30'),"
                        + " name='Date').tz_localize('America/New_York'))");
        for (List<String> pandas : Pandas.oldestAndNewest()) {
            expectations.verify(pandas);
        }
    }

    private static Dataset csv(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Csv.read(new ByteArrayInputStream(bytes), "x.csv", CsvFormat.TOLD_BY_FILE, note -> {});
    }
}
