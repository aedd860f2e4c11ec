package hopfilm.validation;

import hopfilm.magnet.Discretisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What accuracy costs: error against processor time for all discretisations and cell sizes. */
public final class AccuracyStudy {

  /**
   * One run.
   *
   * @param content name of what was computed
   * @param scheme discretisation
   * @param cell size [nm]
   * @param seconds processor time of one thread
   * @param errors in percent, in the order of its quantities
   */
  public record Row(
      String content, Discretisation scheme, double cell, double seconds, List<Double> errors) {}

  private AccuracyStudy() {}

  static List<Accuracy> contents() {
    return List.of(
        new AccurateHelix(),
        new AccurateSkyrmion(),
        new AccurateVortex(),
        new AccurateMaze(),
        new AccurateFig1(),
        new AccurateFig2());
  }

  public static List<Row> run(List<String> only, Consumer<String> print) {
    List<Row> rows = new ArrayList<>();
    for (Accuracy a : contents()) {
      if (!only.isEmpty() && !only.contains(a.name())) {
        continue;
      }
      print.accept(a.title());
      print.accept("  exact " + java.util.Arrays.toString(a.exact()));
      List<Double> cells = new ArrayList<>();
      for (double c : Accuracy.CELLS) {
        cells.add(c);
      }
      for (double c : cells) {
        for (Discretisation d : Discretisation.values()) {
          // once for the compiler, where that is cheap
          if (a instanceof AccurateHelix || a instanceof AccurateSkyrmion) {
            a.solve(d, c * 1e-9, new Accuracy.Clock());
          }
          Accuracy.Clock clock = new Accuracy.Clock();
          double[] found = a.solve(d, c * 1e-9, clock);
          double[] e = a.errors(found);
          StringBuilder s = new StringBuilder();
          for (double v : e) {
            s.append(String.format(Locale.ROOT, " %8.3g", v));
          }
          print.accept(
              String.format(
                  Locale.ROOT, "  %-11s %5.2f nm %8.3f s %s  %s", d, c, clock.seconds(), s,
                  java.util.Arrays.toString(found).substring(0, 40)));
          rows.add(
              new Row(
                  a.name(),
                  d,
                  c,
                  clock.seconds(),
                  java.util.Arrays.stream(e).boxed().toList()));
        }
      }
    }
    return rows;
  }

  public static void main(String[] args) {
    run(List.of(args), System.out::println);
  }
}
