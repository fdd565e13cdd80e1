/**
 * The verbs of {@code mlab}, one class for each, and what they share: arguments, errors and the terminal.
 *
 * <p>Door: {@link marketlab.cli.Mlab}. A verb reads its arguments, calls the library, and prints the answer; it must not
 * calculate anything that the library could offer to others.
 */
package marketlab.cli;
