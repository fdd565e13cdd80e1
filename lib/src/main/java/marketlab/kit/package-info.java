/**
 * The words of the prompt, the scripts and the notebooks: short names for what the other packages do.
 *
 * <p>Door: {@link marketlab.kit.Lab}, whose methods a session imports statically. {@link marketlab.kit.Notebook}
 * shows results in Jupyter.
 *
 * <p>Has no behaviour of its own: what a word does, another package does, so that a program can do it without this
 * package. Nothing in the library uses it. It does not use {@code storage.gcs}, and never reads the command line.
 */
package marketlab.kit;
