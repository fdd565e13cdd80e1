package marketlab.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;

/** No digit, no unit and no missing value of a column of numbers is lost in silence. */
class NumberCellsTest {

    @Test
    void longIdsWithBlanksAmongThemKeepTheirDigits() throws IOException {
        CsvFiles file = column("trade_id", "1100000000123456789", "", "1100000000123456791");
        assertThat(file.data().table().column("trade_id").type()).isEqualTo(ColumnType.LONG);
        assertThat(file.data().table().longColumn("trade_id").getLong(2)).isEqualTo(1100000000123456791L);
        assertThat(file.data().table().longColumn("trade_id").isMissing(1)).isTrue();
        assertThat(file.said())
                .contains("column 'trade_id' as whole numbers"
                        + " ('1100000000123456789' in line 2 would lose digits as a double)");
    }

    @Test
    void shortWholeNumbersWithBlanksAreDoublesAsInPandas() throws IOException {
        CsvFiles file = column("n", "9007199254740992", "");
        assertThat(file.numbers("n")).containsExactly(9007199254740992.0, Double.NaN);
        assertThat(file.said()).doesNotContain("column 'n'");
    }

    @Test
    void smallestLongIsANumberAndNoMissingValue() throws IOException {
        String smallest = "-9223372036854775808";
        CsvFiles exact = column("n", smallest, "3");
        assertThat(exact.numbers("n")).containsExactly(-0x1p63, 3);
        assertThat(exact.said()).contains("column 'n' as numbers ('" + smallest + "' in line 2 marks a missing value");
        CsvFiles longer = column("n", smallest, "9223372036854775807");
        assertThat(longer.texts("n")).containsExactly(smallest, "9223372036854775807");
        assertThat(longer.said()).contains("column 'n' as text ('" + smallest + "' in line 2 marks a missing value");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1234567890123456789,2.5",
        "1100000000123456789,2.5",
        "1e-400,2.5",
    })
    void numberThatADoubleRoundsIsTold(String cell, String other) throws IOException {
        assertThat(column("x", cell, other).said())
                .contains("column 'x' as numbers ('" + cell + "' in line 2 is rounded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.30000000000000004", "101.23999786376953", "123.4560000000000000000", "1e23", "0e0"})
    void numberWithTheDigitsOfADoubleIsNotToldAsRounded(String cell) throws IOException {
        assertThat(column("x", cell, "2.5").said()).doesNotContain("rounded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".", "..", "n.a.", "N/D", "#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NUM!", "--", "null", "None", "na"
            })
    void marksOfMissingNumbersAreMissingAndCounted(String mark) throws IOException {
        CsvFiles file = column("x", mark, "1.5", mark);
        assertThat(file.numbers("x")).containsExactly(Double.NaN, 1.5, Double.NaN);
        assertThat(file.said()).contains("'" + mark + "' as missing in 2 cells");
    }

    @Test
    void textAmongFewNumbersIsTold() throws IOException {
        assertThat(column("x", "halted", "halted", "5").said())
                .contains("column 'x' as text ('halted' in line 2 is not a number)");
        assertThat(column("x", "one", "two").said()).doesNotContain("column 'x'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1\u00a0234.50|1234.5",
                "1\u202f234.50|1234.5",
                "1\u2009234\u2009567.5|1234567.5",
                "\u202f12.5\u00a0|12.5",
                "\u20092.5\u00a0%|2.5",
                "\u22121.5|-1.5",
                "\u20131.5|-1.5",
                "\u2212\u00a01.5|-1.5",
                "(1\u00a0234.50)|-1234.5"
            })
    void blanksAndDashesBeyondAsciiAreReadAsTheirLikes(String cell, double value) throws IOException {
        assertThat(column("Close", cell).numbers("Close")).containsExactly(value);
    }

    @Test
    void negativeNumberInParenthesesIsTold() throws IOException {
        assertThat(column("x", "\"(1,234.50)\"", "2.5").said()).contains("(1,234.50) as -1234.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Symbol", "Ticker", "Company Name", "TckrSymb", "tradingsymbol", "ISIN"})
    void symbolsAndNamesAreTextHoweverTheyLook(String name) throws IOException {
        for (String cell : new String[] {"TRUE", "NA", "NAN", "NULL", "INF", "1E5", "700", "None", "0050"}) {
            assertThat(column(name, cell).texts(name)).containsExactly(cell);
        }
        assertThat(column(name, "TRUE").said()).contains("column '" + name + "' as text (as its name says)");
    }

    @ParameterizedTest
    @CsvSource({
        "Market Cap,3T,3e12",
        "Market Cap,281M,281e6",
        "x,500K,500e3",
        "x,1.2B,1.2e9",
        "x,3bn,3e9",
        "x,5 million,5e6",
        "x,12 lakh,12e5",
        "x,2.5 crores,2.5e7",
        "Turnover,2.5Cr,2.5e7",
        "Turnover,12 L,12e5"
    })
    void unitMultipliesANumberAndIsTold(String name, String cell, double value) throws IOException {
        CsvFiles file = column(name, cell);
        assertThat(file.numbers(name)).containsExactly(value);
        assertThat(file.said()).contains(cell + " as " + (long) value);
    }

    @ParameterizedTest
    @CsvSource({
        "Tenor,12M,may be months or millions",
        "Entry,500 Cr,'may be crores, lakhs or something else'",
        "Code,12 L,'may be crores, lakhs or something else'"
    })
    void unitOfSeveralMeaningsStaysTextAndIsTold(String name, String cell, String doubt) throws IOException {
        CsvFiles file = column(name, cell);
        assertThat(file.texts(name)).containsExactly(cell);
        assertThat(file.said()).contains("column '" + name + "' as text ('" + cell + "' in line 2 " + doubt + ")");
    }

    @Test
    void perCentSignsOfSomeNumbersMakeTextOfAll() throws IOException {
        CsvFiles file = column("ret", "0.5%", "0", "0.005");
        assertThat(file.texts("ret")).containsExactly("0.5%", "0", "0.005");
        assertThat(file.said())
                .contains("column 'ret' as text ('0.005' in line 4 has no per cent sign, and others have)");
        assertThat(column("ret", "0.5%", "0").numbers("ret")).containsExactly(0.5, 0);
    }

    @Test
    void columnOfNumbersWithSomeDatesIsNotToldAsText() throws IOException {
        CsvFiles file = column("Expiry", "20260226", "20260326", "202604");
        assertThat(file.numbers("Expiry")).containsExactly(20260226, 20260326, 202604);
        assertThat(file.said())
                .contains("column 'Expiry' as whole numbers ('202604' in line 4 is not a date like the others)");
    }

    @Test
    void priceWithACodeBeyondALongIsToldAsRounded() throws IOException {
        assertThat(column("Volume", "12345678901234567891").said()).contains("is rounded");
        assertThatThrownBy(() -> column("Close", "TRUE"))
                .hasMessageContaining("'TRUE' in column 'Close' is not a number");
    }

    private static CsvFiles column(String name, String... cells) throws IOException {
        StringBuilder text = new StringBuilder("Date;" + name + "\n");
        for (int i = 0; i < cells.length; i++) {
            text.append("2026-01-").append(13 + i).append(';').append(cells[i]).append('\n');
        }
        return CsvFiles.read(text.toString());
    }
}
