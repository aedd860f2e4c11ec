package hopfilm.sweep;

import hopfilm.experiment.SweepAxis;
import hopfilm.folder.RunFolder;
import hopfilm.io.Table;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.plot.PulseSpreadFigure;
import hopfilm.result.SweepRecord;
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

  /** A pulse of the films of a group. */
  private record Pulse(String group, List<Table> films, int number) {
    SweepResult.Spread of(String column) {
      return SweepResult.Spread.of(
          films.stream()
              .filter(f -> f.has(column))
              .mapToDouble(f -> f.column(column)[number])
              .toArray());
    }
  }

  /** One line for each group and pulse. */
  void write(RunFolder folder) throws IOException {
    List<Pulse> pulses = new ArrayList<>();
    groups.forEach(
        (group, films) -> {
          for (int pulse = 0; pulse < pulses(films); pulse++) {
            pulses.add(new Pulse(group, films, pulse));
          }
        });
    Sheet<Pulse> sheet = new Sheet<>(pulses);
    List<String> keys = List.copyOf(values.values().iterator().next().keySet());
    keys.forEach(key -> swept(sheet, key));
    sheet.add("pulse", Form.WHOLE, Pulse::number).add("films", Form.WHOLE, p -> p.films().size());
    for (Table.Column c : columns()) {
      sheet.add(c.name(), c.unit(), Form.NUMBER, p -> p.of(c.name()).mean());
      sheet.add(c.name() + "_deviation", c.unit(), Form.NUMBER, p -> p.of(c.name()).deviation());
    }
    WholeFile.writeSafely(folder.pulses(), sheet.csv());
  }

  /** Swept values with a unit become plain numbers, the unit goes into the head. */
  private void swept(Sheet<Pulse> sheet, String key) {
    List<String> texts = values.values().stream().map(v -> v.get(key)).toList();
    MapAxis.InSi numbers = texts.contains(null) ? null : MapAxis.inSi(key, texts).orElse(null);
    if (numbers == null) {
      sheet.add(key, Form.TEXT, p -> values.get(p.group()).get(key));
    } else {
      List<String> names = List.copyOf(values.keySet());
      sheet.add(
          key, numbers.unit(), Form.NUMBER, p -> numbers.values().get(names.indexOf(p.group())));
    }
  }

  /** For the figure: the change of each conductance, in percent of what it was before. */
  List<PulseSpreadFigure.Group> data() {
    List<PulseSpreadFigure.Group> all = new ArrayList<>();
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
          all.add(new PulseSpreadFigure.Group(group, name, changes));
        });
    return all;
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
}
