/**
 * The benchmarks: a class {@code XBench} with a {@code DESCRIPTION} and a {@code run(PrintStream)} is the benchmark x.
 *
 * <p>They compare with pandas, numpy and QuantLib where these do the same work. {@code bench.java} lists and runs them.
 */
package marketlab.bench;
