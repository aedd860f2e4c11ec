package hopfilm.sweep;

import hopfilm.experiment.Objective;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.plot.MapData.Scale;
import hopfilm.texture.TextureKind;
import hopfilm.units.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What several runs have in common as one number, from their rows of runs.csv: what maps show and
 * what is optimised.
 *
 * @param name as it is asked for
 * @param dimension with its SI unit
 * @param scale colours that suit it
 */
public record RunValue(String name, String title, Dimension dimension, Scale scale) {

  /** The share of the runs whose trained patterns are the lowest. */
  public static final RunValue LEARNED = of(Objective.LEARNED);

  /** The kind of texture that most films end with, by its place in {@link #KINDS}. */
  public static final RunValue TEXTURE =
      new RunValue("texture", "texture", Dimension.FRACTION, Scale.KINDS);

  private static final List<String> KINDS =
      Arrays.stream(TextureKind.values()).map(TextureKind::text).toList();

  /**
   * The number of some runs.
   *
   * @param value NaN where no run has one
   * @param low of a share, the lower end of its 95 % interval (Wilson); of a mean, the smallest;
   *     NaN where that means nothing
   * @param high its upper end, or the largest
   * @param hits of a share, how many; -1 otherwise
   * @param total of a share, of how many
   * @param runs that count
   */
  public record Reading(double value, double low, double high, int hits, int total, int runs) {}

  /** How an objective is read and shown. */
  public static RunValue of(Objective objective) {
    return switch (objective) {
      case LEARNED -> named(objective, "share learned", Dimension.FRACTION, Scale.SHARE);
      case MARGIN -> named(objective, "margin", Dimension.FRACTION, Scale.SIGNED);
      case RECALLED -> named(objective, "share recalled", Dimension.FRACTION, Scale.SHARE);
      case ENERGY_PER_BIT ->
          named(objective, "energy per trained bit", Dimension.ENERGY, Scale.LOGARITHMIC);
      case TIME -> named(objective, "training time", Dimension.TIME, Scale.PLAIN);
    };
  }

  private static RunValue named(Objective o, String title, Dimension dimension, Scale scale) {
    return new RunValue(o.text(), title, dimension, scale);
  }

  /** The words that stand for 0, 1, ...; none for numbers. */
  List<String> kinds() {
    return scale == Scale.KINDS ? KINDS : List.of();
  }

  public String titleWithUnit() {
    return dimension.unit().isEmpty() ? title : title + " (" + dimension.unit() + ")";
  }

  /** The mean of a column of numbers. */
  static RunValue ofColumn(String column, boolean isSigned) {
    Scale scale = isSigned ? Scale.SIGNED : Scale.PLAIN;
    return new RunValue(column, column, FilmEnd.dimension(column), scale);
  }

  /**
   * What is drawn of films that were not trained: the columns whose values are not all one.
   *
   * @param axes kinds are no curve
   */
  static List<RunValue> ofFilms(SweepTable table, int axes) {
    List<RunValue> all = new ArrayList<>();
    long kinds =
        table.done().stream()
            .map(r -> r.get(TEXTURE.name))
            .filter(KINDS::contains)
            .distinct()
            .count();
    if (axes == 2 && kinds > 1) {
      all.add(TEXTURE);
    }
    for (String column : FilmEnd.DRAWN) {
      double[] numbers =
          table.done().stream()
              .mapToDouble(r -> SweepTable.number(r, column))
              .filter(Double::isFinite)
              .distinct()
              .toArray();
      if (numbers.length > 1) {
        all.add(ofColumn(column, isOfBothSigns(numbers)));
      }
    }
    return all;
  }

  /** Colours on both sides of zero suit numbers on both sides alone. */
  static boolean isOfBothSigns(double[] numbers) {
    return Arrays.stream(numbers).anyMatch(v -> v < 0)
        && Arrays.stream(numbers).anyMatch(v -> v > 0);
  }

  /** The number of these rows. */
  public Reading of(List<Map<String, String>> rows) {
    return switch (name) {
      case "learned" -> learned(rows);
      case "recalled" -> recalled(rows);
      case "energy-per-bit" -> energyPerBit(rows);
      case "texture" -> texture(rows);
      case "time" -> time(rows);
      default -> mean(rows, name);
    };
  }

  private static Reading share(int hits, int total, int runs) {
    if (total == 0) {
      return new Reading(Double.NaN, Double.NaN, Double.NaN, 0, 0, 0);
    }
    SuccessFraction f = SuccessFraction.of(hits, total);
    return new Reading(hits / (double) total, f.low(), f.high(), hits, total, runs);
  }

  private static Reading learned(List<Map<String, String>> rows) {
    List<String> verdicts =
        rows.stream().map(r -> r.getOrDefault("learned", "")).filter(v -> !v.isEmpty()).toList();
    int hits = (int) verdicts.stream().filter("true"::equals).count();
    return share(hits, verdicts.size(), verdicts.size());
  }

  /** Of kinds that are as frequent the first. */
  private static Reading texture(List<Map<String, String>> rows) {
    int[] counts = new int[KINDS.size()];
    int most = 0;
    int total = 0;
    for (Map<String, String> row : rows) {
      int kind = KINDS.indexOf(row.getOrDefault(TEXTURE.name, ""));
      if (kind >= 0) {
        counts[kind]++;
        total++;
      }
    }
    for (int k = 0; k < counts.length; k++) {
      most = counts[k] > counts[most] ? k : most;
    }
    double value = total == 0 ? Double.NaN : most;
    return new Reading(value, Double.NaN, Double.NaN, counts[most], total, total);
  }

  private static Reading recalled(List<Map<String, String>> rows) {
    int hits = 0;
    int total = 0;
    int runs = 0;
    for (Map<String, String> r : rows) {
      double of = SweepTable.number(r, "total");
      if (of > 0) {
        hits += (int) SweepTable.number(r, "hits");
        total += (int) of;
        runs++;
      }
    }
    Reading all = share(hits, total, runs);
    // starts in one film are no independent trials
    return new Reading(all.value, Double.NaN, Double.NaN, all.hits, total, runs);
  }

  /** Films that nothing trained have no such time. */
  private static Reading time(List<Map<String, String>> rows) {
    String column = "training_time";
    return mean(rows.stream().filter(r -> SweepTable.number(r, column) != 0).toList(), column);
  }

  /** What is spent on films that do not learn counts too. */
  private static Reading energyPerBit(List<Map<String, String>> rows) {
    double joule = 0;
    double bits = 0;
    int runs = 0;
    for (Map<String, String> r : rows) {
      double heat = SweepTable.number(r, "energy_joule");
      double own = SweepTable.number(r, "trained_bits");
      if (Double.isFinite(heat) && own > 0) {
        runs++;
        joule += heat;
        bits += "true".equals(r.get("learned")) ? own : 0;
      }
    }
    double value = bits > 0 ? joule / bits : Double.NaN;
    return new Reading(value, Double.NaN, Double.NaN, -1, 0, runs);
  }

  private static Reading mean(List<Map<String, String>> rows, String column) {
    double[] all =
        rows.stream()
            .mapToDouble(r -> SweepTable.number(r, column))
            .filter(Double::isFinite)
            .toArray();
    double mean = Arrays.stream(all).average().orElse(Double.NaN);
    double low = Arrays.stream(all).min().orElse(Double.NaN);
    double high = Arrays.stream(all).max().orElse(Double.NaN);
    return new Reading(mean, low, high, -1, 0, all.length);
  }
}
