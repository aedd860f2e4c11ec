package hopfilm.reproduce;

import hopfilm.reproduce.PlannedRun.Film;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Films that differ in their mazes alone, one for each seed.
 *
 * @param name of the runs, before their seeds
 * @param film what is run
 * @param first seed
 * @param quick number of films of a quick reproduction
 * @param full number of films of a full one
 * @param keepsSnapshots whether all snapshots are kept
 * @param isShown whether figures of the first film are kept
 */
public record Batch(
    String name,
    Film film,
    long first,
    int quick,
    int full,
    boolean keepsSnapshots,
    boolean isShown)
    implements Plan {

  /** Films of the seeds from 1 on, of which numbers alone are kept. */
  public static Batch of(String name, int quick, int full, Film film) {
    return new Batch(name, film, 1, quick, full, false, false);
  }

  public Batch from(long seed) {
    return new Batch(name, film, seed, quick, full, keepsSnapshots, isShown);
  }

  public Batch withSnapshots() {
    return new Batch(name, film, first, quick, full, true, isShown);
  }

  /** With the figures of the first film. */
  public Batch shown() {
    return new Batch(name, film, first, quick, full, keepsSnapshots, true);
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return LongStream.range(first, first + effort.choose(quick, full))
        .mapToObj(seed -> run(effort, seed))
        .toList();
  }

  private PlannedRun run(Effort effort, long seed) {
    PlannedRun run = PlannedRun.of(name + "-seed=" + seed, film, effort, seed);
    return (keepsSnapshots ? run.withSnapshots() : run).illustratedIf(isShown && seed == first);
  }
}
