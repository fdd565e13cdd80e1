/**
 * Reads and writes CSV files of exchanges, brokers and programs.
 *
 * <p>Door: {@link marketlab.csv.Csv}; {@link marketlab.csv.CsvFormat} has the settings that a file does not state
 * itself.
 *
 * <p>Every guess is reported to the caller. This package does not know storages, and prints nothing.
 */
package marketlab.csv;
