package hopfilm.sweep;

import hopfilm.experiment.SweepAxis;
import hopfilm.figures.PulseSpread;
import hopfilm.folder.RunFolder;
import hopfilm.io.Table;
import hopfilm.io.WholeFile;
import hopfilm.run.PulseTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The device curves of several films: mean and deviation of what each pulse left, over the runs
 * that differ in their seeds alone.
 */
final class PulseCurves {

  private final Map<String, List<Table>> groups = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> values = new LinkedHashMap<>();

  private PulseCurves() {}

  /** Those of the runs of a sweep that left pulses; empty where none did. */
  static Optional<PulseCurves> of(SweepResult sweep) throws IOException {
    PulseCurves all = new PulseCurves();
    for (SweepRecord record : sweep.records()) {
      Path run = sweep.folder().resolve(record.folder());
      Optional<Table> pulses = PulseTable.read(new RunFolder(run));
      if (pulses.isPresent()) {
        String group = SweepResult.withoutSeeds(record);
        all.groups.computeIfAbsent(group, g -> new ArrayList<>()).add(pulses.get());
        Map<String, String> swept = new LinkedHashMap<>(record.values());
        swept.keySet().removeIf(SweepAxis::isSeed);
        all.values.put(group, swept);
      }
    }
    return all.groups.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  /** One line for each group and pulse. */
  void write(RunFolder folder) throws IOException {
    List<Table.Column> columns = columns();
    inSi();
    List<String> head = new ArrayList<>(values.values().iterator().next().keySet());
    head.addAll(List.of("pulse", "films"));
    for (Table.Column c : columns) {
      head.add(RunsTable.head(c.name(), c.unit()));
      head.add(RunsTable.head(c.name() + "_deviation", c.unit()));
    }
    StringBuilder text = new StringBuilder(RunsTable.line(head));
    groups.forEach(
        (group, films) -> {
          for (int pulse = 0; pulse < pulses(films); pulse++) {
            List<String> line = new ArrayList<>();
            values.get(group).values().forEach(v -> line.add(v));
            line.add(Integer.toString(pulse));
            line.add(Integer.toString(films.size()));
            for (Table.Column c : columns) {
              int at = pulse;
              SweepResult.Spread s =
                  SweepResult.Spread.of(
                      films.stream()
                          .filter(f -> f.has(c.name()))
                          .mapToDouble(f -> f.column(c.name())[at])
                          .toArray());
              line.add(number(s.mean()));
              line.add(number(s.deviation()));
            }
            text.append(RunsTable.line(line));
          }
        });
    WholeFile.writeSafely(folder.pulses(), text.toString());
  }

  /** Swept values with a unit become plain numbers, the unit goes into the head. */
  private void inSi() {
    for (String key : List.copyOf(values.values().iterator().next().keySet())) {
      List<String> texts = values.values().stream().map(v -> v.get(key)).toList();
      MapAxis.InSi numbers = texts.contains(null) ? null : MapAxis.inSi(key, texts).orElse(null);
      if (numbers != null) {
        String head = RunsTable.head(key, numbers.unit());
        int at = 0;
        for (Map<String, String> swept : values.values()) {
          Map<String, String> before = new LinkedHashMap<>(swept);
          swept.clear();
          for (Map.Entry<String, String> e : before.entrySet()) {
            boolean isIt = e.getKey().equals(key);
            swept.put(isIt ? head : e.getKey(), isIt ? numbers.values().get(at) : e.getValue());
          }
          at++;
        }
      }
    }
  }

  /** For the figure: the change of each conductance, in percent of what it was before. */
  PulseSpread data() {
    List<PulseSpread.Group> all = new ArrayList<>();
    groups.forEach(
        (group, films) -> {
          List<double[]> changes = new ArrayList<>();
          String pair = farthest(films);
          for (Table film : films) {
            double[] g = film.column(pair);
            double[] change = new double[pulses(films)];
            for (int k = 0; k < change.length; k++) {
              change[k] = 100 * (g[k] / g[0] - 1);
            }
            changes.add(change);
          }
          String name = pair.substring(2).replace('_', '\u2013');
          all.add(new PulseSpread.Group(group, name, changes));
        });
    return new PulseSpread(all);
  }

  /** The pair whose mean change at the end is the largest. */
  private static String farthest(List<Table> films) {
    String best = null;
    double most = -1;
    for (Table.Column c : films.get(0).columns()) {
      if (c.name().startsWith("G_")) {
        double sum = 0;
        for (Table film : films) {
          double[] g = film.column(c.name());
          sum += g[pulses(films) - 1] / g[0] - 1;
        }
        if (Math.abs(sum) > most) {
          most = Math.abs(sum);
          best = c.name();
        }
      }
    }
    return best;
  }

  /** Rows that all films have: training until verified ends sooner in some. */
  private static int pulses(List<Table> films) {
    return films.stream().mapToInt(f -> f.rows().size()).min().orElseThrow();
  }

  /** Those of all groups: films of other layouts have other electrodes, and empty cells here. */
  private List<Table.Column> columns() {
    return groups.values().stream()
        .flatMap(films -> films.get(0).columns().stream())
        .filter(
            c -> c.name().equals("heat") || c.name().equals("E_prime") || c.name().startsWith("G_"))
        .distinct()
        .toList();
  }

  private static String number(double x) {
    return Double.isNaN(x) ? "" : Double.toString(x);
  }
}
