package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training that is killed outright, again and again, and resumed: nothing of it is lost, nothing
 * is there twice, and every bit is that of the undisturbed run.
 */
@Tag("slow")
@Order(2)
class KillTest {

  private static final int KILLS = 16;

  /** Writes a checkpoint nearly all the time, so that many kills come while one is written. */
  private static final String FILM =
      """
      name: killed film
      film: {size: [160 nm, 160 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 40 nm}
      initial: {texture: maze, seed: 1, relax: 50 ps}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-", voltage: 10 mV, time: 150 ps, pulse: {on: 20 ps, off: 5 ps}}
        - drive:
            voltages:
              n1: {samples: [1, -1, 0.5, 0, -0.25, 1], every: 20 ps, scale: 10 mV}
              n3: {sine: 4 mV, frequency: 10 GHz}
            time: 120 ps
        - rest: 20 ps
        - measure: trained
        - retrieve: {from: all, update: graded}
      output: {table: 5 ps, snapshots: 50 ps, checkpoint: 1 ms, formats: [ovf], report: off}
      """;

  @TempDir Path folder;

  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger whileWriting = new AtomicInteger();

  @Test
  void endsWithTheSameBitsHoweverOftenItWasKilled() throws Exception {
    Path film = Files.writeString(folder.resolve("film.yaml"), FILM);
    Path whole = folder.resolve("whole");
    RealProgram undisturbed = RealProgram.start(folder.resolve("said"), run(film, whole));
    undisturbed.awaitLock(whole);
    long begun = System.nanoTime();
    assertThat(undisturbed.status()).as(undisturbed.said()).isZero();
    long took = System.nanoTime() - begun;
    Map<String, String> expected = RealProgram.content(whole);

    ExecutorService two = Executors.newFixedThreadPool(2);
    List<Future<List<Path>>> chains = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      int seed = k;
      Callable<List<Path>> chain = () -> killed(film, seed, took / 1_000_000);
      chains.add(two.submit(chain));
    }
    for (Future<List<Path>> chain : chains) {
      for (Path done : chain.get()) {
        assertThat(RealProgram.content(done)).as(done.toString()).isEqualTo(expected);
      }
    }
    two.shutdown();
    System.out.printf(
        "%d kills, %d of them while a checkpoint was written%n", kills.get(), whileWriting.get());
    assertThat(kills.get()).isGreaterThanOrEqualTo(KILLS);
    // two of three kills wait for the file to be there; the writer is often quicker than the kill
    assertThat(whileWriting.get()).isPositive();
  }

  /** Kills runs at random moments until all kills are done, and lets the last one end. */
  private List<Path> killed(Path film, int seed, long milliseconds) throws Exception {
    Random random = new Random(seed);
    List<Path> done = new ArrayList<>();
    for (int n = 0; kills.get() < KILLS; n++) {
      Path run = folder.resolve("run-%d-%d".formatted(seed, n));
      while (!done.contains(run)) {
        Path said = folder.resolve("said-" + seed);
        boolean isBegun = Files.exists(run.resolve("experiment.yaml"));
        String[] arguments =
            isBegun ? new String[] {"run", "--resume", run.toString()} : run(film, run);
        RealProgram program = RealProgram.start(said, arguments);
        program.awaitLock(run);
        if (kills.get() < KILLS) {
          Thread.sleep(random.nextLong(Math.max(2, milliseconds)));
          boolean hit = random.nextInt(3) > 0;
          while (hit && program.process.isAlive() && !isWriting(run)) {
            Thread.onSpinWait();
          }
          program.process.destroyForcibly();
        }
        int status = program.status();
        if (status == 0) {
          done.add(run);
        } else {
          assertThat(status).as(program.said()).isEqualTo(137);
          kills.incrementAndGet();
          if (isWriting(run)) {
            whileWriting.incrementAndGet();
          }
        }
      }
    }
    return done;
  }

  private static boolean isWriting(Path run) {
    return Files.exists(run.resolve("checkpoint-A.part"))
        || Files.exists(run.resolve("checkpoint-B.part"));
  }

  private static String[] run(Path film, Path out) throws IOException {
    return new String[] {"run", film.toString(), "--out", out.toString()};
  }
}
