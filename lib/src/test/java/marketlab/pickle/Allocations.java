package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes that a piece of work allocates, as the JVM counts them: the same however busy the machine is. */
final class Allocations {

    /** What classes take that are loaded meanwhile, and what does not grow with the work. */
    private static final long ANYWAY = 16 << 20;

    private Allocations() {}

    /** A piece of work of so many parts. */
    interface Work {
        void run(int size) throws Exception;
    }

    static long of(Work work, int size) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run(size);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** That work of ten times the size allocates ten times as much: work that grows with the square allocates a hundred times. */
    static void assertLinear(String what, Work work, int size) throws Exception {
        work.run(size / 10);
        long once = of(work, size);
        assertThat(of(work, 10 * size))
                .as("%s of %d and of %d", what, size, 10 * size)
                .isLessThan(12 * once + ANYWAY);
    }
}
