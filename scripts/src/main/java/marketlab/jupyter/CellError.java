package marketlab.jupyter;

import java.util.List;

/**
 * What went wrong in a cell.
 *
 * @param name of the exception
 * @param text its message
 * @param lines to show, in colours
 */
record CellError(String name, String text, List<String> lines) {}
