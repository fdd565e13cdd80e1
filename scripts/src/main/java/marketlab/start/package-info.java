/**
 * What makes the command line start fast. The library must not know any of this, and everything works without it.
 *
 * <p>What each part gains, from Enter to the answer on Java 17 with two processors. These are medians of 15 runs (of 7 for
 * the prompt), in turns with and without the part. A part that gains less than 5 % everywhere is removed.
 *
 * <table>
 * <caption>Milliseconds, and per cent of the time without the part; a dash was not measured</caption>
 * <tr><th>Part</th><th>{@code latest}</th><th>{@code list}</th><th>{@code show}</th><th>first prompt</th></tr>
 * <tr><td>{@code scripts/mlab} remembers the command line that JBang makes</td>
 *     <td>1300, 82 %</td><td>-</td><td>-</td><td>-</td></tr>
 * <tr><td>{@link marketlab.start.Training} archives the classes</td>
 *     <td>293, 51 %</td><td>196, 46 %</td><td>429, 53 %</td><td>1159, 36 %</td></tr>
 * <tr><td>{@code ArchiveRelocationMode=0} maps the archive where it was made for</td>
 *     <td>111, 28 %</td><td>-</td><td>45, 7 %</td><td>132, 6 %</td></tr>
 * <tr><td>{@link marketlab.start.OneJar} joins the jars</td>
 *     <td>13, 5 %</td><td>-</td><td>32, 5 %</td><td>204, 9 %</td></tr>
 * <tr><td>{@link marketlab.start.FastStart} narrows Tablesaw's search for its readers</td>
 *     <td>-</td><td>-</td><td>457, 54 %</td><td>-</td></tr>
 * <tr><td>{@code TieredStopAtLevel=1} compiles only once</td>
 *     <td>0</td><td>-</td><td>3, 1 %</td><td>1023, 33 %</td></tr>
 * <tr><td>{@code picocli.disable.closures} spares a search for Groovy</td>
 *     <td>30, 10 %</td><td>-</td><td>59, 9 %</td><td>-</td></tr>
 * <tr><td>{@code -XDstringConcat=inline} joins texts without making classes</td>
 *     <td>24, 8 %</td><td>-</td><td>5, 1 %</td><td>-84, -4 %</td></tr>
 * </table>
 *
 * <p>{@link marketlab.start.TrainingBucket} lets the archive contain what reads a bucket: {@code latest} of a bucket takes
 * 350 ms, 34 %, less.
 */
package marketlab.start;
