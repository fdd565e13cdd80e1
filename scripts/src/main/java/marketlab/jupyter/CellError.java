package marketlab.jupyter;

import java.util.List;

/**
 * The error of a cell.
 *
 * @param name of the exception
 * @param text its message
 * @param lines to show, in colours
 */
record CellError(String name, String text, List<String> lines) {}
