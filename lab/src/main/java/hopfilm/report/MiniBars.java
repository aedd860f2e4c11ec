package hopfilm.report;

import hopfilm.chart.Fonts;
import hopfilm.chart.Prefix;
import hopfilm.page.Markup;
import hopfilm.result.PatternEnergies;
import hopfilm.result.PatternEnergies.PatternEnergy;
import hopfilm.result.PatternEnergies.Trained;
import hopfilm.result.SweepRecord;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** E' of the patterns as a thumbnail: a few bytes of SVG for each of many runs. */
final class MiniBars {
  /** Of a picture that is nothing but bars. */
  static final double NARROW = 140;

  /** Below pictures of the film. */
  static final double BROAD = 330;

  private static final double HEIGHT = 70;

  /** Below them, where names of the patterns fit under the bars. */
  private static final double NAMES = 14;

  /** Width of a sign in such a name. */
  private static final double SIGN = 6.5;

  /** More bars than this would be thinner than the gaps between them. */
  private static final int MAX_BARS = 40;

  private MiniBars() {}

  /** Markup of the scale of all runs, and what their energies are at. */
  static String scale(double largest, List<SweepRecord> runs) {
    String inputs =
        PatternEnergies.inputs(
            runs.stream().map(SweepRecord::energies).filter(Objects::nonNull).toList());
    return Markup.escape(Prefix.format(largest, "W") + (inputs.isEmpty() ? "" : ", " + inputs));
  }

  /**
   * An svg element.
   *
   * @param largest |E'| of a bar of full height, the same for all runs [W]
   * @param width {@link #NARROW} or {@link #BROAD}
   */
  static String svg(PatternEnergies reading, double largest, double width) {
    List<PatternEnergy> all = reading.energies();
    List<PatternEnergy> bars = all.subList(0, Math.min(MAX_BARS, all.size()));
    double step = width / Math.max(1, bars.size());
    boolean named = bars.stream().allMatch(b -> SIGN * (b.pattern().length() + 1) < step);
    StringBuilder s = new StringBuilder();
    s.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"energies of the patterns\">",
            width,
            named ? HEIGHT + NAMES : HEIGHT));
    double zero = HEIGHT / 2;
    double scale = largest > 0 ? (HEIGHT / 2 - 4) / largest : 0;
    for (int k = 0; k < bars.size(); k++) {
      PatternEnergy bar = bars.get(k);
      double height = Math.abs(bar.watts()) * scale;
      boolean trained =
          reading.trained().stream().map(Trained::pattern).anyMatch(bar.pattern()::equals);
      boolean lowest = bar.pattern().equals(reading.minimum());
      s.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"var(--%s)\"%s>"
                  + "<title>%s: %s</title></rect>",
              step * (k + 0.14),
              bar.watts() > 0 ? zero - height : zero,
              step * 0.72,
              height,
              trained ? "trained" : "other",
              lowest ? " stroke=\"var(--ink)\" stroke-width=\"2\"" : "",
              Fonts.pattern(bar.pattern()),
              Prefix.format(bar.watts(), "W")));
      if (named) {
        s.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.0f\" text-anchor=\"middle\" font-size=\"11\" fill=\"var(--ink)\">%s</text>",
                step * (k + 0.5),
                HEIGHT + NAMES - 3,
                Fonts.pattern(bar.pattern())));
      }
    }
    s.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M0 %.1fH%.0f\" stroke=\"var(--ink)\" stroke-width=\"1\"/></svg>",
            zero,
            width));
    return s.toString();
  }
}
