package hopfilm.sweep;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.plot.VerifiedFigure;
import hopfilm.result.Outcome;
import hopfilm.result.Retrieved;
import hopfilm.result.SweepRecord;
import hopfilm.result.SweepSummaryRecord;
import hopfilm.result.Verification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The runs of a sweep that trained until verified.
 *
 * <p>The control tells what a pass is worth: a case is a pattern that was not trained in a run, and
 * passes where it passed the same test at one check or more.
 */
final class VerifiedRuns {

  private final List<SweepRecord> records;

  private VerifiedRuns(List<SweepRecord> records) {
    this.records = records;
  }

  /** Those of a sweep; empty where nothing was verified. */
  static VerifiedRuns of(SweepResult sweep) {
    return new VerifiedRuns(
        sweep.records().stream().filter(r -> r.verification() != null).toList());
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  SweepSummaryRecord.Control control() {
    List<Verification> all = records.stream().map(SweepRecord::verification).toList();
    int passed = all.stream().mapToInt(v -> v.passed().size()).sum();
    int cases = Math.toIntExact(all.stream().mapToLong(Verification::others).sum());
    SuccessFraction share = cases > 0 ? SuccessFraction.of(passed, cases) : null;
    return new SweepSummaryRecord.Control(
        all.size(),
        all.stream().filter(Verification::verified).count(),
        all.stream().mapToInt(Verification::checks).sum(),
        all.stream().mapToInt(Verification::falsePasses).sum(),
        passed,
        cases,
        share == null ? null : (Double) share.low(),
        share == null ? null : (Double) share.high());
  }

  List<VerifiedFigure.Group> data() {
    Map<String, List<SweepRecord>> groups =
        records.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.verification().pattern(), LinkedHashMap::new, Collectors.toList()));
    List<VerifiedFigure.Group> all = new ArrayList<>();
    groups.forEach((pattern, runs) -> all.add(group(pattern, runs)));
    return all;
  }

  private static VerifiedFigure.Group group(String pattern, List<SweepRecord> runs) {
    List<VerifiedFigure.Share> shares = new ArrayList<>();
    shares.add(share("verified", runs, r -> r.outcome() == Outcome.VERIFIED));
    shares.add(share("learned", runs, r -> r.outcome() != null && r.outcome().hasLearned()));
    runs.stream()
        .flatMap(r -> r.recalls().stream().map(Retrieved::rule))
        .distinct()
        .forEach(rule -> shares.add(share(rule.replaceAll("_.*", ""), runs, r -> full(r, rule))));
    List<Verification> how = runs.stream().map(SweepRecord::verification).toList();
    return new VerifiedFigure.Group(
        pattern,
        shares,
        how.stream().filter(Verification::verified).map(Verification::pulses).toList(),
        (int) how.stream().filter(v -> !v.verified()).count());
  }

  private static boolean full(SweepRecord r, String rule) {
    return r.recalls().stream().anyMatch(x -> x.rule().equals(rule) && x.hits() == x.total());
  }

  private static VerifiedFigure.Share share(
      String what, List<SweepRecord> runs, Predicate<SweepRecord> did) {
    int n = (int) runs.stream().filter(did).count();
    return new VerifiedFigure.Share(what, SuccessFraction.of(n, runs.size()));
  }
}
