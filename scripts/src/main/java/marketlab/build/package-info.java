/**
 * Makes a build with JBang for the launcher, {@code scripts/mlab}, and runs scripts of the user's own. Also describes the
 * class paths of the project, for the list of the jars' checksums and for IDEs.
 *
 * <p>{@link marketlab.build.Launcher} and what it uses need the JDK alone, because they run before any jar was checked. JBang
 * stays the build. No verb, prompt or notebook may use this room.
 */
package marketlab.build;
