/**
 * Grids of datasets on Apache Spark, SQL over datasets, and a cluster.
 *
 * <p>Only this room may know Spark; {@code spark.java} compiles it, and no other script has Spark's jars. Datasets have the
 * same bytes as those that the library makes without Spark.
 */
package marketlab.spark;
