/**
 * Reads and writes CSV files of exchanges, brokers and programs.
 *
 * <p>Door: {@link marketlab.csv.Csv}; {@link marketlab.csv.CsvFormat} says what a file does not tell by itself.
 *
 * <p>Whatever is understood by guess is told to the caller. It does not know storages, and prints nothing.
 */
package marketlab.csv;
