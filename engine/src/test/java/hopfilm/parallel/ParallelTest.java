package hopfilm.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every index once, whoever computes it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelTest {

  private static void count(AtomicIntegerArray times, int from, int to) {
    for (int i = from; i < to; i++) {
      times.incrementAndGet(i);
    }
  }

  private static void requireOnce(AtomicIntegerArray times, int each) {
    for (int i = 0; i < times.length(); i++) {
      assertThat(times.get(i)).as("index %d", i).isEqualTo(each);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void everyIndexIsComputedOnce(int threads) throws InterruptedException {
    try (Parallel parallel = Parallel.of(threads)) {
      for (int n : new int[] {0, 1, 2, 3, 5, 64, 1000}) {
        for (int grain : new int[] {1, 8}) {
          AtomicIntegerArray times = new AtomicIntegerArray(n);
          parallel.forRange(n, grain, (from, to) -> count(times, from, to));
          requireOnce(times, 1);
        }
      }
      // asleep by now
      Thread.sleep(20);
      AtomicIntegerArray times = new AtomicIntegerArray(100);
      for (int loop = 0; loop < 20_000; loop++) {
        parallel.forRange(100, (from, to) -> count(times, from, to));
      }
      requireOnce(times, 20_000);
    }
  }

  @Test
  void aLoopInALoopIsComputedToo() {
    try (Parallel parallel = Parallel.of(2)) {
      AtomicIntegerArray times = new AtomicIntegerArray(50);
      parallel.forRange(
          4,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              parallel.forRange(50, (a, b) -> count(times, a, b));
            }
          });
      requireOnce(times, 4);
    }
  }

  @Test
  void twoCallersShareTheThreads() throws InterruptedException {
    try (Parallel parallel = Parallel.of(2)) {
      AtomicIntegerArray times = new AtomicIntegerArray(64);
      Runnable caller =
          () -> {
            for (int loop = 0; loop < 5_000; loop++) {
              parallel.forRange(64, (from, to) -> count(times, from, to));
            }
          };
      Thread other = new Thread(caller);
      other.start();
      caller.run();
      other.join();
      requireOnce(times, 10_000);
    }
  }

  @Test
  void whatABodyThrowsComesOutAndTheThreadsGoOn() {
    try (Parallel parallel = Parallel.of(2)) {
      for (int at : new int[] {0, 1}) {
        assertThatThrownBy(
                () ->
                    parallel.forRange(
                        2,
                        (from, to) -> {
                          if (from <= at && at < to) {
                            throw new IllegalStateException("at " + at);
                          }
                        }))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("at " + at);
      }
      AtomicIntegerArray times = new AtomicIntegerArray(10);
      parallel.forRange(10, (from, to) -> count(times, from, to));
      requireOnce(times, 1);
    }
  }

  @Test
  void afterItsEndTheCallerComputesAll() {
    Parallel parallel = Parallel.of(2);
    parallel.close();
    AtomicIntegerArray times = new AtomicIntegerArray(10);
    parallel.forRange(10, (from, to) -> count(times, from, to));
    requireOnce(times, 1);
  }
}
