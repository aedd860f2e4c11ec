package hopfilm.report;

import hopfilm.chart.Prefix;
import hopfilm.hopfield.WeightReach;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.result.Summary;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of a report on how each of several patterns is held. */
final class MemorySection {

  private final Html html;
  private final RunReportData data;

  MemorySection(Html html, RunReportData data) {
    this.html = html;
    this.data = data;
  }

  void write(Summary.Recalls m) {
    html.heading("memories", "Memories");
    html.paragraph(
        "%d of %d patterns are stored: at least 90 %% of their copies with %d of %d signs wrong come back, by %s, at \u201c%s\u201d. A film that holds several has a minimum of the energy at each of them, with a basin of its own."
            .formatted(
                m.stored(),
                m.memories().size(),
                m.memoryReading().flips(),
                m.memories().get(0).pattern().length(),
                m.memoryReading().gain() == null
                    ? m.memoryReading().update() + " updates"
                    : "graded updates from a gain of "
                        + Prefix.fixed(m.memoryReading().gain(), 1)
                        + " on",
                m.memoryReading().measure()));
    html.sheet(RunSheets.memories(m.memories()));
    Map<String, Integer> shown = data.summary().shown();
    if (!shown.isEmpty()) {
      html.raw(
          "<p>Blocks and pulses of the training showed %s.</p>"
              .formatted(
                  shown.entrySet().stream()
                      .map(e -> what(e.getKey()) + " " + times(e.getValue()))
                      .collect(Collectors.joining(", "))));
    }
    double[][] weights = data.weights();
    if (weights != null) {
      html.paragraph(
          "A node has weights with %s others on average: (sum |w|)\u00b2 / sum w\u00b2 over its pairs, which counts equal weights in full and small ones hardly. Patterns can be held where nodes reach enough others."
              .formatted(Prefix.fixed(WeightReach.of(weights), 1)));
    }
    html.raw(
        "<p class=\"note\">Stability: the least current that keeps an electrode as it is, of the"
            + " largest. Rank: place of the energy among all states. Margin: the lowest other"
            + " state of the basin, above the pattern, of the largest energy. Basin: share of all"
            + " inputs that end at the pattern or its negative.</p>");
  }

  /** A pattern, or the sum or difference of two. */
  private static String what(String shown) {
    return shown.matches("[+-]+") ? Markup.pattern(shown) : "the " + Markup.escape(shown);
  }

  private static String times(int n) {
    return n == 1 ? "once" : n == 2 ? "twice" : n + " times";
  }
}
