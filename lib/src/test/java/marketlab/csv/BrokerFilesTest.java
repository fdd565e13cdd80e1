package marketlab.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of bars as exchanges, brokers and programs write them, read without options. */
class BrokerFilesTest {

    @Test
    void nseIndexHistoryHasBlanksInItsNamesLakhsAndDashes() throws IOException {
        CsvFiles file = CsvFiles.read("""
            \uFEFFIndex Name ,Date ,Open ,High ,Low ,Close ,Shares Traded ,Turnover (\u20b9 Cr)
            NIFTY 50,30-JAN-2026,24801.5,24955.1,24702.3,24901.75,"2,54,725",27103.55
            NIFTY 50,29-JAN-2026,-,-,-,24850.20,-,-
            """);
        assertThat(file.texts("Date")).containsExactly("2026-01-29T00:00", "2026-01-30T00:00");
        assertThat(file.numbers("Open")).containsExactly(Double.NaN, 24801.5);
        assertThat(file.numbers("Volume")).containsExactly(Double.NaN, 254_725);
        assertThat(file.said()).contains("Shares Traded as Volume", "'-' as missing");
    }

    @Test
    void nseBhavcopiesAreRead() throws IOException {
        CsvFiles file = CsvFiles.read("""
            SYMBOL, SERIES, DATE1, OPEN_PRICE, HIGH_PRICE, LOW_PRICE, LAST_PRICE, CLOSE_PRICE, TTL_TRD_QNTY, DELIV_PER
            20MICRONS, EQ, 05-Jan-2026, 211, 215, 209, 212, 212.5, 123456, 48.6
            ABBGB, GB, 05-Jan-2026, 101, 105, 99, 102, 102.5, 1, -
            """);
        assertThat(file.texts("SERIES")).containsExactly("EQ", "GB");
        assertThat(file.numbers("Close")).containsExactly(212.5, 102.5);
        assertThat(file.numbers("Volume")).containsExactly(123_456, 1);
        assertThat(file.numbers("DELIV_PER")).containsExactly(48.6, Double.NaN);
        CsvFiles unified = CsvFiles.read("""
            TradDt,TckrSymb,XpryDt,OpnPric,HghPric,LwPric,ClsPric,TtlTradgVol
            2026-01-05,NIFTY,2026-01-29,1400.1,1412,1390,1401.5,1234567
            """);
        assertThat(unified.data().frame().index()).containsExactly("Date");
        assertThat(unified.numbers("Close")).containsExactly(1401.5);
        assertThat(unified.texts("XpryDt")).containsExactly("2026-01-29T00:00");
    }

    @Test
    void trailingCommaOfABhavcopyIsNoColumn() throws IOException {
        CsvFiles file = CsvFiles.read("""
            SYMBOL,EXPIRY_DT,STRIKE_PR,CLOSE,TIMESTAMP,
            NIFTY,29-Jan-2026,24000,810,05-JAN-2026,
            """);
        assertThat(file.data().table().columnNames())
                .containsExactly("SYMBOL", "EXPIRY_DT", "STRIKE_PR", "Close", "Timestamp");
        assertThat(file.data().frame().index()).containsExactly("Timestamp");
    }

    @Test
    void nasdaqHasDollarsAndCloseLast() throws IOException {
        CsvFiles file = CsvFiles.read("""
            Date,Close/Last,Volume,Open,High,Low
            01/16/2026,$123.40,"72,142,810",$122.10,$124.00,$121.50
            01/15/2026,$122.40,39388600,$122.10,$124.00,$121.50
            """);
        assertThat(file.texts("Date")).containsExactly("2026-01-15T00:00", "2026-01-16T00:00");
        assertThat(file.numbers("Close")).containsExactly(122.4, 123.4);
        assertThat(file.numbers("Volume")).containsExactly(39_388_600, 72_142_810);
        assertThat(file.said()).contains("Close/Last as Close", "$122.40 as 122.4");
    }

    @Test
    void minusOfATypesetterIsAMinus() throws IOException {
        CsvFiles file = CsvFiles.read("""
            "Date","Price","Vol.","Change %"
            "Jan 16, 2026","24,371.35","281.04M","\u22120.27%"
            "Jan 15, 2026","24,305.90","1.2B","0.48%"
            """);
        assertThat(file.numbers("Change %")).containsExactly(0.48, -0.27);
        assertThat(file.data().table().longColumn("Volume").asList()).containsExactly(1_200_000_000L, 281_040_000L);
    }

    @Test
    void yahooWritesNullAndItsPageMonthsAsWords() throws IOException {
        CsvFiles file = CsvFiles.read("""
            Date,Open,High,Low,Close,Adj Close,Volume
            2026-01-05,1,2,0.5,1.5,1.5,100
            2026-01-06,null,null,null,null,null,null
            """);
        assertThat(file.numbers("Close")).containsExactly(1.5, Double.NaN);
        assertThat(CsvFiles.read("Date\tClose\tVolume\nJan 16, 2026\t255.53\t72,142,800\n")
                        .texts("Date"))
                .containsExactly("2026-01-16T00:00");
    }

    @Test
    void stooqHasAngleBracketsAndTimesWithoutColons() throws IOException {
        CsvFiles file = CsvFiles.read("""
            <TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>
            AAPL.US,5,20260105,153000,1,2,0.5,1.5,100,0
            """);
        assertThat(file.texts("Date")).containsExactly("2026-01-05T15:30");
        assertThat(file.numbers("Volume")).containsExactly(100);
        assertThat(file.texts("TICKER")).containsExactly("AAPL.US");
    }

    @ParameterizedTest
    @CsvSource({
        "1767571200,2026-01-05T00:00:00Z,seconds",
        "1767571200.5,2026-01-05T00:00:00.500Z,seconds",
        "1767571200123,2026-01-05T00:00:00.123Z,milliseconds",
        "1767571200123456,2026-01-05T00:00:00.123Z,microseconds",
        "1767571200123456789,2026-01-05T00:00:00.123Z,nanoseconds"
    })
    void timesCountedFrom1970AreTold(String count, String time, String unit) throws IOException {
        CsvFiles file = CsvFiles.read("time,open,high,low,close,Volume\n" + count + ",1,2,0.5,1.5,100\n");
        assertThat(file.texts("Date")).containsExactly(time);
        assertThat(file.said()).contains("times in " + unit + " from 1970, UTC");
    }

    @ParameterizedTest
    @CsvSource({"1767571200000,1767657599999", "1767571200000000,1767657599999999"})
    void binanceHasNoNamesOrItsOwn(String open, String close) throws IOException {
        String row =
                open + ",93000.10,93500.00,92000.00,93200.50,123.456," + close + ",11500000.1,1000,60.1,5600000.2,0\n";
        String names = "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
                + "taker_buy_quote_volume,ignore\n";
        for (String text : new String[] {row, names + row}) {
            CsvFiles file = CsvFiles.read(text);
            assertThat(file.texts("Date")).containsExactly("2026-01-05T00:00:00Z");
            assertThat(file.numbers("High")).containsExactly(93500);
            assertThat(file.numbers("quote_volume")).containsExactly(11_500_000.1);
        }
        assertThat(CsvFiles.read(row).said()).contains("no header line, columns as in Binance's klines");
    }

    @Test
    void rowWhoseHighIsBelowItsLowIsNoKlineOfBinance() {
        assertThatThrownBy(() -> CsvFiles.read("1767571200000,1,2,3,4,5,1767657599999,7,8,9,10,0\n"))
                .hasMessageContaining("has values and no column names");
    }

    @Test
    void kiteAndTradingViewWriteOffsets() throws IOException {
        CsvFiles file = CsvFiles.read("date,open,close\n2026-06-08 09:15:00+05:30,2170,2151.4\n");
        assertThat(file.texts("Date")).containsExactly("2026-06-08T03:45:00Z");
        assertThat(file.data().frame().aside().zone("Date")).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
        assertThat(CsvFiles.read("time,close\n2026-06-08T09:15:00+05:30,1\n")
                        .data()
                        .frame()
                        .index())
                .containsExactly("Date");
    }

    @Test
    void offsetsThatChangeInTheYearAreThoseOfAnExchange() throws IOException {
        CsvFiles file = CsvFiles.read("""
            Price,Close,High
            Ticker,AAPL,AAPL
            Datetime,,
            2026-03-06 09:30:00-05:00,101.25,102
            2026-03-09 09:30:00-04:00,102.1,103
            """);
        assertThat(file.data().frame().aside().zone("Datetime")).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(file.said()).contains("offsets of 'Datetime' as those of America/New_York");
        assertThat(CsvFiles.read("Datetime,Close\n2026-03-06 09:30:00+01:00,1\n2026-03-06 10:30:00-04:00,2\n")
                        .said())
                .contains("'Datetime' has several offsets, shown in UTC");
    }

    @Test
    void alphaVantageNumbersItsNamesAndIsNewestFirst() throws IOException {
        CsvFiles file = CsvFiles.read("""
            timestamp,1. open,2. high,3. low,4. close,5. volume
            2026-01-06,1.5,2,1,1.75,120
            2026-01-05,1,2,0.5,1.5,100
            """);
        assertThat(file.data().frame().index()).containsExactly("Timestamp");
        assertThat(file.numbers("Close")).containsExactly(1.5, 1.75);
        assertThat(file.said()).contains("4. close as Close").endsWith("(the file is newest first)");
    }

    @Test
    void ninjaTraderAndMetaTraderHaveNoNames() throws IOException {
        CsvFiles ninja = CsvFiles.read("20260105 091500;1.0311;1.0315;1.0305;1.0312;100\n");
        assertThat(ninja.texts("Date")).containsExactly("2026-01-05T09:15");
        assertThat(ninja.numbers("Close")).containsExactly(1.0312);
        CsvFiles meta = CsvFiles.read("2026.01.05,00:01,1.0311,1.03155,1.0305,1.03122,1201\n");
        assertThat(meta.texts("Date")).containsExactly("2026-01-05T00:01");
        assertThat(meta.numbers("Volume")).containsExactly(1201);
    }

    @Test
    void timesBeforeAndAfterNoonAreRead() throws IOException {
        CsvFiles beside = CsvFiles.read("Date,Time,Close\n1/13/2026,12:05:00 AM,1\n1/13/2026,9:30:00 AM,2\n");
        assertThat(beside.texts("Date")).containsExactly("2026-01-13T00:05", "2026-01-13T09:30");
        assertThat(CsvFiles.read("Date,Close\n1/13/2026 12:05:30 pm,1\n1/13/2026 1:05 PM,1\n")
                        .texts("Date"))
                .containsExactly("2026-01-13T12:05:30", "2026-01-13T13:05");
    }

    @Test
    void dukascopyWritesItsOffsetInWords() throws IOException {
        CsvFiles file = CsvFiles.read("Local time,Open\n13.01.2026 09:15:00.000 GMT+0530,1\n");
        assertThat(file.texts("Date")).containsExactly("2026-01-13T03:45:00Z");
        assertThat(CsvFiles.read("Gmt time,Open\n13.01.2026 09:15:00.250,1\n").texts("Date"))
                .containsExactly("2026-01-13T09:15:00.250");
    }

    @Test
    void severalTickersHaveAColumnEachWhicheverLevelTheyAreIn() throws IOException {
        CsvFiles prices = CsvFiles.read("""
            Price,Close,Close
            Ticker,AAPL,MSFT
            Date,,
            2026-01-05,101.25,400.5
            """);
        assertThat(prices.data().table().columnNames()).containsExactly("Date", "Close AAPL", "Close MSFT");
        CsvFiles tickers = CsvFiles.read("""
            Ticker,AAPL,MSFT
            Price,Close,Close
            Date,,
            2026-01-05,101.25,400.5
            """);
        assertThat(tickers.data().table().columnNames()).containsExactly("Date", "Close AAPL", "Close MSFT");
        CsvFiles nameless = CsvFiles.read(",Close,Close\n,AAPL,MSFT\nDate,,\n2026-01-05,101.25,400.5\n");
        assertThat(nameless.data().table().columnNames()).containsExactly("Date", "Close AAPL", "Close MSFT");
    }

    @Test
    void linesAboveTheNamesAndBelowTheRowsArePassedOverAndTold() throws IOException {
        CsvFiles above = CsvFiles.read("""
            https://www.example.com
            unix,date,close
            1767571200000,2026-01-05 00:00:00,1.5
            1767657600000,2026-01-06 00:00:00,2.5
            """);
        assertThat(above.said()).contains("line 1 skipped ('https://www.example.com')");
        CsvFiles below = CsvFiles.read("Time,Last\n2026-01-05,1.5\n\"Downloaded as of 01-06-2026 04:15pm CST\"\n");
        assertThat(below.numbers("Close")).containsExactly(1.5);
        assertThat(below.said()).contains("line 3 skipped ('Downloaded as of");
    }

    @Test
    void utf16WithoutAMarkIsToldByItsZeroBytes() throws IOException {
        byte[] bytes = "Date\tClose\n13.01.2026\t1,5\n".getBytes(StandardCharsets.UTF_16LE);
        CsvFiles file = CsvFiles.read("x.csv", bytes, CsvFormat.TOLD_BY_FILE);
        assertThat(file.numbers("Close")).containsExactly(1.5);
        assertThat(file.said()).startsWith("read as: UTF-16, tabs, a comma before decimals, dates day first");
    }

    @Test
    void ownChainComesBackWithItsExpiryAsAColumn() throws IOException {
        CsvFiles file = CsvFiles.read("Strike,ExpiryDate,CallPrice\n24000.0,2026-01-29T00:00:00.000,800.5\n");
        assertThat(file.data().frame().index()).isEmpty();
        assertThat(file.data().table().columnNames()).containsExactly("Strike", "ExpiryDate", "CallPrice");
        assertThat(file.texts("ExpiryDate")).containsExactly("2026-01-29T00:00");
    }
}
