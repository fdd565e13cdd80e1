/**
 * Reads and writes pandas' {@code .pkl} files, and runs nothing that is in them.
 *
 * <p>Door: {@link marketlab.pickle.PandasPickle}. A file becomes nodes ({@code PickleMachine}), the nodes become
 * columns (the decoders), and the columns a {@link marketlab.dataset.Dataset}; the writers go the other way.
 *
 * <p>Uses the JDK, Tablesaw and libraries for compression only. It does not know where a file is kept, or who made a
 * dataset.
 */
package marketlab.pickle;
