package hopfilm.report;

import hopfilm.chart.Prefix;
import hopfilm.hopfield.WeightChange;
import hopfilm.result.Outcome;
import hopfilm.result.Retrieved;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.result.WrittenRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a sweep came to, in words, for the top of its report. */
final class SweepSummary {

  private SweepSummary() {}

  /** Says how many runs there are, and in how many the film learned. */
  static String of(SweepReportData data) {
    long judged = data.runs().stream().filter(r -> r.outcome() != null).count();
    long learned = data.runs().stream().filter(SweepRecord::hasLearned).count();
    long verified = data.runs().stream().filter(r -> r.outcome() == Outcome.VERIFIED).count();
    long failed = data.runs().stream().filter(r -> r.status() != RunStatus.DONE).count();
    String text =
        data.runs().size() == 1
            ? "A sweep of one run."
            : "A sweep of " + data.runs().size() + " runs.";
    if (judged > 0) {
      boolean isOfSets = data.runs().stream().anyMatch(r -> !r.stored().isEmpty());
      text +=
          " %d of %d films %s%s."
              .formatted(
                  learned,
                  judged,
                  isOfSets ? "hold all their patterns" : "learned their pattern",
                  data.verified() == null && verified == 0
                      ? ""
                      : "; %d of these are verified".formatted(verified));
    } else if (data.runs().stream().anyMatch(r -> r.row() != null)) {
      text += rows(data.runs().stream().map(SweepRecord::row).filter(Objects::nonNull).toList());
    } else if (failed < data.runs().size()) {
      text += " No pattern was trained and measured.";
    }
    return failed == 0
        ? text
        : text + (failed == 1 ? " 1 run is" : " " + failed + " runs are") + " not complete.";
  }

  private static String rows(List<WrittenRow> rows) {
    return " A picture was written into each of %d rows: %d of %d pixels are wrong."
        .formatted(
            rows.size(),
            rows.stream().mapToInt(WrittenRow::wrong).sum(),
            rows.stream().mapToInt(r -> r.picture().length()).sum());
  }

  /** What training did, what comes back and how hot it was, each by what it is of. */
  static Map<String, String> outcome(SweepReportData data) {
    Map<String, String> outcome = new LinkedHashMap<>();
    SweepReportData.Effect effect = data.effect();
    if (!Double.isNaN(effect.most())) {
      String least = Prefix.decimals(100 * effect.least(), 10, 3);
      String most = Prefix.decimals(100 * effect.most(), 10, 3);
      outcome.put(
          "G changed",
          "The conductances between electrodes differ from their reference by %s %% (root mean square of each film)."
                  .formatted(least.equals(most) ? most : least + " to " + most)
              + WeightChange.caution(effect.most())
                  .filter(c -> data.runs().stream().noneMatch(SweepRecord::hasLearned))
                  .map(c -> " " + c)
                  .orElse(""));
    }
    List<Retrieved> last =
        data.runs().stream().map(SweepRecord::lastRecall).filter(Objects::nonNull).toList();
    int all = last.stream().mapToInt(Retrieved::total).sum();
    if (all > 0) {
      outcome.put(
          "recalled",
          "%d of %d inputs came back to a trained pattern or its negative, in the last retrieval of each run."
              .formatted(last.stream().mapToInt(Retrieved::hits).sum(), all));
    }
    if (effect.heating() != null) {
      outcome.put("heat", "Hottest run: " + effect.heating() + ".");
    }
    return outcome;
  }
}
