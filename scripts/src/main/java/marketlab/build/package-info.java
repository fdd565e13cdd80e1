/**
 * Describes the class paths of the project, for the list of the jars' checksums and for IDEs.
 *
 * <p>JBang stays the build. No verb, prompt or notebook may use this room.
 */
package marketlab.build;
