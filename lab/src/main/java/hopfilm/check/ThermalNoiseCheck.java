package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What thermal noise makes doubtful in an experiment. */
final class ThermalNoiseCheck {

  /**
   * Cells in a wall below which a film at a temperature seems to decay. A little below 6: four
   * nanometres are right for a wall of 24 nm.
   */
  private static final double CELLS_AT_TEMPERATURE = 5.9;

  /** Fewer are wrong at 0 K too, and warned of there. */
  private static final double CELLS_AT_LEAST = 3;

  private ThermalNoiseCheck() {}

  static List<String> warnings(Experiment e) {
    return Stream.of(restless(e), pinningCells(e)).flatMap(Optional::stream).toList();
  }

  private static Optional<String> restless(Experiment e) {
    return e.steps().stream()
        .filter(s -> s instanceof Step.Relax r && r.torque().isPresent() && e.temperature(s) > 0)
        .findFirst()
        .map(
            s ->
                "relax.torque: a film at %s does not come to rest, so that the step takes all of its time"
                    .formatted(Quantity.format(e.temperature(s), Dimension.TEMPERATURE)));
  }

  /** A film whose cells hold walls, and whose noise frees them. */
  private static Optional<String> pinningCells(Experiment e) {
    LengthScales l = LengthScales.of(e);
    double cell = e.film().cell();
    boolean isPinned =
        CELLS_AT_TEMPERATURE * cell > l.shortest() && CELLS_AT_LEAST * cell <= l.shortest();
    return e.steps().stream()
        .filter(s -> isPinned && e.temperature(s) > 0)
        .findFirst()
        .map(
            s ->
                "film.cell = %s is more than a sixth of the %s, %s: cells hold walls, noise of %s frees them, and the film seems to forget; use %s or less"
                    .formatted(
                        Quantity.format(cell, Dimension.LENGTH),
                        l.shortestName(),
                        Quantity.format(l.shortest(), Dimension.LENGTH),
                        Quantity.format(e.temperature(s), Dimension.TEMPERATURE),
                        Quantity.format(l.shortest() / 6, Dimension.LENGTH, 2)));
  }
}
