package hopfilm.cli;

import java.lang.management.ManagementFactory;

/** What a call takes of memory, so that a header that asks for gigabytes is seen. */
final class Memory {

  /**
   * Bytes. A call about a file of some kilobytes takes less than a tenth of it, mostly for the
   * options; the arrays that a damaged header asks for would be larger.
   */
  static final long LITTLE = 64L << 20;

  private Memory() {}

  /** Bytes that this thread has allocated so far. */
  static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
