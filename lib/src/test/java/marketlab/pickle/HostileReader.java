package marketlab.pickle;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads every pickle of a folder in a JVM of its own, and prints what is not refused, or not soon, or not cheaply. */
final class HostileReader {

    private static final long MEMORY = 64 << 20;

    private HostileReader() {}

    public static void main(String... args) throws IOException {
        int refused = 0;
        for (Path file : Pandas.pickles(Path.of(args[0]))) {
            System.gc();
            long before = used();
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = cpu();
            String complaint = complaint(file);
            long millis = (cpu() - start) / 1_000_000;
            long grown = peak() - before - Files.size(file);
            refused += complaint == null ? 1 : 0;
            if (complaint != null || millis > 1000 || grown > MEMORY) {
                System.out.printf("%s: %s, %d ms, %d MB%n", file.getFileName(), complaint, millis, grown >> 20);
            }
        }
        System.out.println(refused + " refused");
    }

    private static String complaint(Path file) throws IOException {
        try {
            PandasPickle.read(file);
            return "was read";
        } catch (PickleException e) {
            boolean clear = e.getMessage().startsWith("[" + file + "] byte " + e.offset() + ": " + e.reason())
                    && e.offset() >= 0
                    && e.offset() <= Files.size(file)
                    && !e.getMessage().contains("\n");
            return clear ? null : "unclear: " + e.getMessage();
        } catch (RuntimeException | Error e) {
            return e.toString();
        }
    }

    /** Of this thread, which a busy machine does not change. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
