package hopfilm.sweep;

import hopfilm.figures.VerifiedData;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.protocol.Verification;
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

  /** For summary.json. */
  Map<String, Object> control() {
    List<Verification> all = records.stream().map(SweepRecord::verification).toList();
    int passed = all.stream().mapToInt(v -> v.passed().size()).sum();
    int cases = Math.toIntExact(all.stream().mapToLong(Verification::others).sum());
    Map<String, Object> c = new LinkedHashMap<>();
    c.put("runs", all.size());
    c.put("verified", all.stream().filter(Verification::verified).count());
    c.put("checks", all.stream().mapToInt(Verification::checks).sum());
    c.put("false_passes", all.stream().mapToInt(Verification::falsePasses).sum());
    c.put("passed", passed);
    c.put("cases", cases);
    if (cases > 0) {
      SuccessFraction f = SuccessFraction.of(passed, cases);
      c.put("low", f.low());
      c.put("high", f.high());
    }
    return c;
  }

  /** For the figure. */
  VerifiedData data() {
    Map<String, List<SweepRecord>> groups =
        records.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.verification().pattern(), LinkedHashMap::new, Collectors.toList()));
    List<VerifiedData.Group> all = new ArrayList<>();
    groups.forEach((pattern, runs) -> all.add(group(pattern, runs)));
    return new VerifiedData(all);
  }

  private static VerifiedData.Group group(String pattern, List<SweepRecord> runs) {
    List<VerifiedData.Share> shares = new ArrayList<>();
    shares.add(share("learned", runs, r -> Boolean.TRUE.equals(r.learned())));
    runs.stream()
        .flatMap(r -> r.recalls().stream().map(SweepRecord.Recall::rule))
        .distinct()
        .forEach(rule -> shares.add(share(rule.replaceAll("_.*", ""), runs, r -> full(r, rule))));
    List<Verification> how = runs.stream().map(SweepRecord::verification).toList();
    return new VerifiedData.Group(
        pattern,
        shares,
        how.stream().filter(Verification::verified).map(Verification::pulses).toList(),
        (int) how.stream().filter(v -> !v.verified()).count());
  }

  private static boolean full(SweepRecord r, String rule) {
    return r.recalls().stream().anyMatch(x -> x.rule().equals(rule) && x.hits() == x.total());
  }

  private static VerifiedData.Share share(
      String what, List<SweepRecord> runs, Predicate<SweepRecord> did) {
    int n = (int) runs.stream().filter(did).count();
    return new VerifiedData.Share(what, SuccessFraction.of(n, runs.size()));
  }
}
