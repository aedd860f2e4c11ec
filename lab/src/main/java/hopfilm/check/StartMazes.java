package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.SweepRun;
import hopfilm.grid.Grid;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the runs of a sweep differ in more than its keys. The random start of a maze is one
 * vector a cell, in the order of the cells: with another number of cells the same seed is another
 * maze.
 */
final class StartMazes {

  private StartMazes() {}

  /** What is to be said of a sweep over mazes on different cells. */
  static Optional<String> warning(List<SweepRun> runs) {
    Set<Grid> grids = new LinkedHashSet<>();
    for (SweepRun run : runs) {
      Experiment e = run.experiment();
      if (e.initial().texture() instanceof InitialSpec.Maze) {
        Grid g = e.film().grid();
        grids.add(new Grid(g.nx(), g.ny(), g.nz(), e.film().cell(), e.film().cell(), g.dz()));
      }
    }
    long numbers = grids.stream().map(g -> List.of(g.nx(), g.ny(), g.nz())).distinct().count();
    if (numbers < 2) {
      return Optional.empty();
    }
    boolean isMesh = grids.stream().map(StartMazes::size).distinct().count() == 1;
    return Optional.of(
        "the same initial.seed is another maze on other cells (%s): these runs differ by more than %s"
            .formatted(
                grids.stream()
                    .map(g -> "%d x %d x %d".formatted(g.nx(), g.ny(), g.nz()))
                    .distinct()
                    .limit(4)
                    .collect(Collectors.joining(", ")),
                isMesh
                    ? "their mesh; relax one maze first and start all from its last snapshot,"
                        + " initial: {file: m000001.ovf, resample: on}"
                    : "their size; compare means over several initial.seed"));
  }

  /** To a millionth of a metre's millionth: sizes that differ by rounding are one. */
  private static List<Long> size(Grid g) {
    return List.of(
        Math.round(g.sizeX() * 1e12), Math.round(g.sizeY() * 1e12), Math.round(g.sizeZ() * 1e12));
  }
}
