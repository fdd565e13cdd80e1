/**
 * The JShell prompt with the words of the kit, and the run of code that is given instead of typed.
 *
 * <p>Doors: {@link marketlab.shell.Prompt} and {@link marketlab.shell.KitEngine}. It must not add words of its own: the
 * prompt, scripts and notebooks have the same words, those of {@code marketlab.kit.Lab}.
 */
package marketlab.shell;
