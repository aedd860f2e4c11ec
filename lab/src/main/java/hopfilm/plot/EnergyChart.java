package hopfilm.plot;

import hopfilm.chart.BarChart;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Layers;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import hopfilm.result.PatternEnergies;
import hopfilm.result.PatternEnergies.PatternEnergy;
import hopfilm.result.PatternEnergies.Trained;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** E' of the patterns as bars, the trained ones and the lowest one marked. */
public final class EnergyChart {
  /** With more patterns only the lowest are shown. */
  private static final int MAX_BARS = 20;

  /** Signs that can stand below a bar, one below the other; of more the place by energy stands. */
  private static final int MAX_SIGNS = 40;

  private static final BarChart.Kind TRAINED = new BarChart.Kind("trained", Palette.VERMILLION);
  private static final BarChart.Kind OTHERS = new BarChart.Kind("others", Palette.SKY);

  private EnergyChart() {}

  /**
   * Draws the bars.
   *
   * @param reference of G', such as {@code untrained}
   */
  public static Figure of(PatternEnergies reading, String reference) {
    return chart(reading, prefix(reading), reading.minimum(), reference);
  }

  /**
   * The bars of readings one after the other; the last one decides which patterns are shown.
   *
   * @param settled first of the readings that the scale holds
   * @param reference of G', such as {@code untrained}
   */
  public static Layers moving(List<PatternEnergies> readings, int settled, String reference) {
    PatternEnergies last = readings.get(readings.size() - 1);
    Prefix prefix = prefix(last);
    List<PatternEnergy> shown = shown(last);
    return chart(last, prefix, null, reference)
        .moving(
            readings.stream()
                .map(PatternEnergies::watts)
                .map(
                    watts ->
                        shown.stream()
                            .mapToDouble(e -> watts.get(e.pattern()) / prefix.factor())
                            .toArray())
                .toList(),
            settled);
  }

  private static Prefix prefix(PatternEnergies reading) {
    return Prefix.of(reading.energies().stream().mapToDouble(PatternEnergy::watts).toArray());
  }

  /**
   * @param lowest the pattern that is marked so, or null
   */
  private static BarChart chart(
      PatternEnergies reading, Prefix prefix, String lowest, String reference) {
    List<PatternEnergy> shown = shown(reading);
    boolean isLong = !shown.isEmpty() && shown.get(0).pattern().length() > MAX_SIGNS;
    Set<String> trained =
        reading.trained().stream().map(Trained::pattern).collect(Collectors.toSet());
    String some =
        shown.size() < reading.energies().size()
            ? " (%d of %d)".formatted(shown.size(), reading.energies().size())
            : "";
    return new BarChart(
        "Energies of the patterns: " + reading.label(),
        "lower is stronger; reference "
            + reference
            + (reading.isUniformOneOfThem() ? "" : uniform(shown)),
        (isLong
                ? "place of the pattern by its energy"
                : "pattern: signs of the electrodes in order")
            + some,
        "E\u2032 (%sW)%s"
            .formatted(
                prefix.symbol(), reading.input() == null ? "" : " at " + reading.input().words()),
        List.of(TRAINED, OTHERS),
        shown.stream()
            .map(
                e ->
                    new BarChart.Bar(
                        isLong ? place(e, reading) : Fonts.pattern(e.pattern()),
                        e.watts() / prefix.factor(),
                        trained.contains(e.pattern()) ? TRAINED : OTHERS,
                        mark(trained.contains(e.pattern()), e.pattern().equals(lowest))))
            .toList());
  }

  private static String place(PatternEnergy of, PatternEnergies reading) {
    long lower = reading.energies().stream().filter(e -> e.watts() < of.watts()).count();
    return Long.toString(lower + 1);
  }

  private static String mark(boolean isTrained, boolean isLowest) {
    return isTrained && isLowest
        ? "trained, lowest"
        : isTrained ? "trained" : isLowest ? "lowest" : "";
  }

  /** The uniform pattern carries no current: it is no memory, whatever its energy. */
  private static String uniform(List<PatternEnergy> shown) {
    return shown.stream().map(PatternEnergy::pattern).anyMatch(EnergyChart::isUniform)
        ? "; +\u2026+ carries no current"
        : "";
  }

  private static boolean isUniform(String pattern) {
    return pattern.chars().distinct().count() == 1;
  }

  /** Bars to show: all in natural order, or the lowest of many, and always the trained ones. */
  public static List<PatternEnergy> shown(PatternEnergies reading) {
    List<PatternEnergy> all = reading.energies();
    if (all.size() <= MAX_BARS) {
      return all;
    }
    List<PatternEnergy> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(PatternEnergy::watts));
    List<PatternEnergy> shown = new ArrayList<>(sorted.subList(0, MAX_BARS));
    for (PatternEnergy e : sorted.subList(MAX_BARS, sorted.size())) {
      if (reading.trained().stream().anyMatch(t -> t.pattern().equals(e.pattern()))) {
        shown.add(e);
      }
    }
    return shown;
  }
}
