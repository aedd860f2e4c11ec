package hopfilm.accuracy;

import hopfilm.chart.FigureFiles;
import hopfilm.io.WholeFile;
import hopfilm.magnet.Discretisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The price of accuracy: the error of several contents against processor time, for all
 * discretisations and cell sizes. Times are those of one thread; errors repeat to the bit.
 */
public final class AccuracyStudy {

  /** Short runs are repeated for so long, and the shortest time counts [s]. */
  private static final double LEAST = 0.3;

  private final List<AccuracyFigure.Row> rows = new ArrayList<>();
  private final Consumer<String> print;

  private AccuracyStudy(Consumer<String> print) {
    this.print = print;
  }

  private static List<Accuracy> contents() {
    return List.of(
        new AccurateHelix(),
        new AccurateSkyrmion(),
        new AccurateVortex(),
        new AccurateMaze(),
        new AccurateFig1(),
        new AccurateFig2());
  }

  /**
   * Computes all and writes {@code accuracy.csv}, {@code accuracy.svg} and {@code accuracy.png}.
   *
   * @param print takes the lines of the table as they are there
   */
  public static List<AccuracyFigure.Row> run(Path folder, Consumer<String> print)
      throws IOException {
    AccuracyStudy study = new AccuracyStudy(print);
    for (Accuracy content : contents()) {
      study.measure(content);
    }
    study.write(folder);
    return List.copyOf(study.rows);
  }

  private void measure(Accuracy content) {
    print.accept(content.title());
    StringBuilder head = new StringBuilder("discretisation  cells (nm)  time (s)");
    content.quantities().forEach(q -> head.append("  ").append(q).append(" (%)"));
    print.accept(head.toString());
    for (Discretisation scheme : Discretisation.values()) {
      for (double cell : Accuracy.CELLS) {
        AccuracyFigure.Row row = row(content, scheme, cell);
        rows.add(row);
        StringBuilder line =
            new StringBuilder(
                String.format(
                    Locale.ROOT, "%-14s  %10.1f  %8.3g", word(scheme), cell, row.seconds()));
        for (int k = 0; k < row.errors().size(); k++) {
          int width = content.quantities().get(k).length() + 4;
          line.append("  ")
              .append(String.format(Locale.ROOT, "%" + width + ".3g", row.errors().get(k)));
        }
        print.accept(line.toString());
      }
    }
  }

  private static AccuracyFigure.Row row(Accuracy content, Discretisation scheme, double cell) {
    double seconds = Double.POSITIVE_INFINITY;
    double spent = 0;
    int times = 0;
    double[] found;
    do { // again where it is short: the first time the compiler is still at work
      Accuracy.Clock clock = new Accuracy.Clock();
      found = content.solve(scheme, cell * 1e-9, clock);
      spent += clock.seconds();
      times++;
      seconds = Math.min(seconds, clock.seconds());
    } while (spent < LEAST || (times == 1 && spent < 4 * LEAST));
    List<Double> errors = Arrays.stream(content.errors(found)).boxed().toList();
    return new AccuracyFigure.Row(
        content.name(), scheme, cell, seconds, content.quantities(), errors);
  }

  private void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    StringBuilder csv =
        new StringBuilder("content,discretisation,cell (nm),time (s),quantity,error (%)\n");
    for (AccuracyFigure.Row r : rows) {
      for (int k = 0; k < r.errors().size(); k++) {
        csv.append(
            String.format(
                Locale.ROOT,
                "%s,%s,%s,%.3g,%s,%.3g\n",
                r.content(),
                word(r.scheme()),
                r.cell(),
                r.seconds(),
                r.quantities().get(k),
                r.errors().get(k)));
      }
    }
    WholeFile.writeSafely(folder.resolve("accuracy.csv"), csv.toString());
    FigureFiles.write(folder, "accuracy", new AccuracyFigure(rows));
  }

  private static String word(Discretisation scheme) {
    return scheme.name().toLowerCase(Locale.ROOT);
  }
}
