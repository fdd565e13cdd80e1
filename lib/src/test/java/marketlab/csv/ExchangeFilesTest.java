package marketlab.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns as exchanges and data services name them around the world, and files that name none. */
class ExchangeFilesTest {

    private static final String BARS = "[Date, Close, Open, High, Low, Volume]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Datum,Zuletzt,Er\u00f6ffn.,Hoch,Tief,Vol.",
                "Date,Dernier,Ouv.,Plus Haut,Plus Bas,Vol.",
                "Fecha,\u00daltimo,Apertura,M\u00e1ximo,M\u00ednimo,Vol.",
                "Data,Ultimo,Apertura,Massimo,Minimo,Vol.",
                "Data,\u00daltimo,Abertura,M\u00e1xima,M\u00ednima,Vol.",
                "Datum,Schluss,Er\u00f6ffnung,Hoch,Tief,Volumen",
                "Datum,Schlusskurs,Erster,Hoch,Tief,Stuecke",
                "date,clot,ouv,haut,bas,vol",
                "\u65e5\u4ed8,\u7d42\u5024,\u59cb\u5024,\u9ad8\u5024,\u5b89\u5024,\u51fa\u6765\u9ad8",
                "observation_date,price,open,high,low,Number of Shares"
            })
    void namesOfTheWorldAreThoseOfBars(String names) throws IOException {
        CsvFiles file = CsvFiles.read(names + "\n2026-01-05,5,2,6,1,100\n");
        assertThat(file.data().table().columnNames().toString()).isEqualTo(BARS);
        assertThat(file.data().frame().index()).containsExactly("Date");
    }

    @Test
    void namesInALanguageThatWritesTheDayFirstSayTheOrderOfDates() throws IOException {
        CsvFiles file = CsvFiles.read("Date,Dernier\n09/01/2026,\"24.371,35\"\n");
        assertThat(file.texts("Date")).containsExactly("2026-01-09T00:00");
        assertThat(file.said()).contains("Dernier as Close, dates day first");
    }

    @Test
    void polygonCountsNanosecondsAndItsServiceNamesColumnsByLetters() throws IOException {
        CsvFiles flat = CsvFiles.read("ticker,volume,open,close,high,low,window_start,transactions\n"
                + "AAPL,4930,200.29,200.5,200.63,200.29,1744792500000000000,129\n");
        assertThat(flat.texts("Date")).containsExactly("2025-04-16T08:35:00Z");
        assertThat(flat.numbers("Close")).containsExactly(200.5);
        CsvFiles letters = CsvFiles.read("T,v,vw,o,c,h,l,t,n\nAAPL,100,1.5,1,2,3,0.5,1767571200000,10\n");
        assertThat(letters.data().table().columnNames())
                .containsExactly("ticker", "Volume", "vw", "Open", "Close", "High", "Low", "Date", "n");
        assertThat(letters.said()).contains("o h l c as Open High Low Close");
    }

    @Test
    void letterAloneIsNoPrice() throws IOException {
        assertThat(CsvFiles.read("date,c,d\n2026-01-05,1,2\n").data().table().columnNames())
                .containsExactly("Date", "c", "d");
    }

    @Test
    void databentosWholeNumbersAreBillionths() throws IOException {
        String names = "ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol\n";
        CsvFiles raw = CsvFiles.read(names + "1767609000000000000,33,1,5482,4712250000000,4713000000000,4712000000000,"
                + "9223372036854775807,120,ESH6\n");
        assertThat(raw.texts("Date")).containsExactly("2026-01-05T10:30:00Z");
        assertThat(raw.numbers("Open")).containsExactly(4712.25);
        assertThat(raw.numbers("Close")).containsExactly(Double.NaN);
        assertThat(raw.numbers("Volume")).containsExactly(120);
        assertThat(raw.said()).contains("prices divided by 1e9, as Databento counts them");
        CsvFiles pretty =
                CsvFiles.read(names + "2026-01-05T10:30:00.000000000Z,33,1,5482,4712.250000000,4713.000000000,"
                        + "4712.000000000,4712.500000000,120,ESH6\n");
        assertThat(pretty.numbers("Open")).containsExactly(4712.25);
    }

    @Test
    void iexHasItsMinuteBesideTheDate() throws IOException {
        assertThat(CsvFiles.read("date,minute,label,high,low,open,close\n2026-01-05,09:30,09:30 AM,2,1,1,2\n")
                        .texts("Date"))
                .containsExactly("2026-01-05T09:30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20260105 093000 1234567;1.1;1.0;1.2;3|NinjaTrader's ticks|2026-01-05T09:30:00.123|1.1",
                "20260105 093000;1.1;3|NinjaTrader's ticks|2026-01-05T09:30|1.1",
                "20260105 093000;1.1;1.2;1.0;1.15;0|NinjaTrader|2026-01-05T09:30|1.15",
                "20260105;1.1;1.2;1.0;1.15;7|NinjaTrader|2026-01-05T00:00|1.15",
                "1767571200,93000.1,93500,92000,93200.5,12.34,150|Kraken|2026-01-05T00:00:00Z|93200.5",
                "1767571200.5,93000.1,0.5|Kraken's trades|2026-01-05T00:00:00.500Z|93000.1",
                "01/13/2026,09:30,1.1,1.2,1.0,1.15,1000|Kibot|2026-01-13T09:30|1.15",
                "AAPL,20260105,1.1,1.2,1.0,1.15,1000|MetaStock's ASCII|2026-01-05T00:00|1.15",
                "2026-01-05 09:30:00,1.1,1.2,1.0,1.15,1000|FirstRate Data|2026-01-05T09:30|1.15",
                "2026-01-05 09:30:00,1.1,1.2,1.0,1.15|FirstRate Data|2026-01-05T09:30|1.15"
            })
    void fileWithoutNamesIsKnownByItsForm(String row, String source, String time, double close) throws IOException {
        CsvFiles file = CsvFiles.read(row + "\n");
        assertThat(file.texts("Date")).containsExactly(time);
        assertThat(file.numbers("Close")).containsExactly(close);
        assertThat(file.said()).contains("no header line, columns as in " + source);
    }

    @Test
    void histDatasTicksHaveMilliseconds() throws IOException {
        CsvFiles file = CsvFiles.read("20260105 093000123,1.1,1.2,0\n");
        assertThat(file.texts("Date")).containsExactly("2026-01-05T09:30:00.123");
        assertThat(file.numbers("Ask")).containsExactly(1.2);
    }

    @Test
    void pricesInAnotherOrderAreNotGuessed() {
        assertThatThrownBy(() -> CsvFiles.read("1767571200,92000,93500,93000.1,93200.5,12.34,150\n"))
                .hasMessageContaining("line 1: has values and no column names");
    }
}
