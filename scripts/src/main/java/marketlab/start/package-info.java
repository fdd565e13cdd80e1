/**
 * What makes the command line start fast: an archive of classes, one jar for all libraries, and a connection to the bucket
 * that is prepared early.
 *
 * <p>The library must not know any of this, and everything works without it.
 */
package marketlab.start;
