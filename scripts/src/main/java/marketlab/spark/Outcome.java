package marketlab.spark;

import java.io.Serializable;

/**
 * What became of a cell.
 *
 * @param number the cell's in its grid
 * @param made whether it was saved now; else it was there already
 * @param checksum CRC32C of the file in Base64, as Google Cloud Storage tells it
 * @param problem why it is not there as it should be; null if it is
 */
record Outcome(int number, boolean made, int rows, String checksum, String problem) implements Serializable {}
