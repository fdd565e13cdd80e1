/**
 * The settings in force, and where each one came from: a flag, the environment, a file, or the default.
 *
 * <p>Door: {@link marketlab.config.ConfigManager}, which gives a {@link marketlab.config.Config}.
 *
 * <p>The only package that reads the environment. It knows no other package of the library.
 */
package marketlab.config;
