package org.tallyroom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Clock and processor time since it was made: on a machine that others use too, only the latter can be compared. */
final class Watch {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long clock = System.nanoTime();
    private final long processor = PROCESS.getProcessCpuTime();

    /** What {@code pages} took so far. */
    Pace pace(int pages) {
        double seconds = (System.nanoTime() - clock) / 1e9;
        double used = (PROCESS.getProcessCpuTime() - processor) / 1e6;
        return new Pace(pages / seconds, used / Math.max(1, pages));
    }

    /**
     * How fast pages went through.
     *
     * @param rate pages a second by the clock
     * @param cpuMillis processor time a page, ms, all threads of the process
     */
    record Pace(double rate, double cpuMillis) {}
}
