package marketlab.spark;

import java.io.Serializable;

/**
 * The result of one cell.
 *
 * @param number the cell's number in its grid
 * @param made whether the dataset was saved now; false if it already existed
 * @param checksum CRC32C of the file in Base64, the form that Google Cloud Storage uses
 * @param problem why the dataset is missing or wrong; null if it is right
 */
record Outcome(int number, boolean made, int rows, String checksum, String problem) implements Serializable {}
