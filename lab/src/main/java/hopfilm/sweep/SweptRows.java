package hopfilm.sweep;

import hopfilm.hopfield.Memory;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowBank;
import hopfilm.result.SweepRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a sweep, read as banks: each has the runs that differ in their picture alone. */
final class SweptRows {

  static final String MEANING =
      "share of 100 corrupted copies (a tenth of the pixels wrong) that the bank recalls exactly";

  private static final int COPIES = 100;

  private static final int MOST = 200;

  private SweptRows() {}

  /** The share of each run, by its number. */
  static Map<Integer, Double> recalled(List<SweepRecord> records) {
    Map<Object, List<SweepRecord>> banks = banks(records, false);
    if (banks.values().stream().allMatch(bank -> bank.size() == 1)) {
      banks = banks(records, true); // each film has a maze of its own
    }
    Map<Integer, Double> recalled = new HashMap<>();
    banks.values().stream()
        .filter(bank -> bank.size() >= 2 && bank.size() <= MOST)
        .forEach(bank -> add(bank, recalled));
    return recalled;
  }

  private static Map<Object, List<SweepRecord>> banks(
      List<SweepRecord> records, boolean areMazesAlike) {
    Map<Object, List<SweepRecord>> banks = new LinkedHashMap<>();
    for (SweepRecord r : records) {
      if (r.row() != null && !r.row().weights().isEmpty()) {
        Map<String, String> rest = new HashMap<>(r.values());
        rest.keySet()
            .removeIf(
                key -> key.endsWith("picture") || (areMazesAlike && key.equals("initial.seed")));
        List<Object> alike = List.of(rest, r.row().picture().length());
        banks.computeIfAbsent(alike, k -> new ArrayList<>()).add(r);
      }
    }
    return banks;
  }

  private static void add(List<SweepRecord> runs, Map<Integer, Double> recalled) {
    RowBank bank =
        new RowBank(
            runs.stream().map(r -> r.row().choosing()).toList(),
            runs.stream().map(r -> r.row().weights()).toList());
    int wrong = Memory.usualFlips(bank.pixels());
    for (SweepRecord r : runs) {
      Pattern picture = new Pattern(r.row().picture());
      List<Pattern> copies = RowBank.copies(picture, wrong, COPIES, r.number());
      recalled.put(r.number(), bank.exact(picture, copies) / (double) COPIES);
    }
  }
}
