package hopfilm.report;

import hopfilm.page.Form;
import hopfilm.page.Markup;
import hopfilm.page.Sheet;
import hopfilm.result.Energies;
import hopfilm.result.HeldMemory;
import hopfilm.result.Retrieved;
import hopfilm.result.Summary;
import java.util.ArrayList;
import java.util.List;

/** The tables of a run, the same on its page and in the terminal. */
public final class RunSheets {

  private RunSheets() {}

  /** The measures: when each was, what it read between whole edges, how exact it is. */
  public static Sheet<String> conductances(Summary s) {
    Summary.Readings r = s.readings();
    return new Sheet<>(r.labels())
        .add("measure", Form.TEXT, label -> label)
        .add("t", "s", Form.QUANTITY, label -> r.times().get(label))
        .add("read", Form.TEXT, r::condition)
        .add("gx", Form.fixed(5), label -> r.gx().get(label))
        .add("gy", Form.fixed(5), label -> r.gy().get(label))
        .add("symmetry", Form.SMALL, label -> r.conductanceErrors().get(label).symmetry())
        .add("row sums", Form.SMALL, label -> r.conductanceErrors().get(label).rowSum())
        .add("residual", Form.SMALL, label -> r.conductanceErrors().get(label).residual());
  }

  /** How each of several patterns is held. */
  public static Sheet<HeldMemory> memories(List<HeldMemory> memories) {
    return new Sheet<>(memories)
        .add("memory", Form.SIGNS, HeldMemory::pattern)
        .add("fixed point", Form.TEXT, m -> m.fixedPoint() ? "yes" : "no")
        .add("stability", Form.fixed(3), HeldMemory::stability)
        .add("recalled", Form.TEXT, m -> m.recalled() + " of " + m.of())
        .add("E\u2032", "W", Form.QUANTITY, HeldMemory::energy)
        .add("rank", Form.WHOLE, HeldMemory::rank)
        .add("margin", Form.fixed(3), HeldMemory::margin)
        .add("basin", Form.TEXT, m -> m.basin() == null ? null : percent(m.basin()));
  }

  /** Copies with wrong signs that come back. */
  public static Sheet<Retrieved.Recall> recall(Retrieved r) {
    return new Sheet<>(r.recall())
        .add("wrong", Form.TEXT, p -> "%d (%s)".formatted(p.flips(), percent(p.flipped())))
        .add("recalled", Form.TEXT, p -> p.hits() + " of " + p.total())
        .add("distinct", Form.WHOLE, Retrieved.Recall::distinct)
        .add("95 % interval", Form.TEXT, Retrieved.Recall::interval)
        .add("mean overlap", Form.fixed(2), Retrieved.Recall::overlap);
  }

  /** A trained pattern at a measure. */
  private record Read(Energies at, Energies.Trained pattern) {}

  /** Each trained pattern at each measure. */
  static Sheet<?> readings(RunReportData data) {
    List<Read> all = new ArrayList<>();
    data.energies().forEach(e -> e.trained().forEach(t -> all.add(new Read(e, t))));
    return new Sheet<>(all)
        .add("measure", Form.TEXT, x -> x.at().label())
        .add("read", Form.TEXT, x -> data.summary().readings().condition(x.at().label()))
        .add("trained", Form.SIGNS, x -> x.pattern().pattern())
        .add("its E\u2032", "W", Form.QUANTITY, x -> x.pattern().watts())
        .add("lowest", Form.SIGNS, x -> x.at().minimum())
        .add("learned", Form.TEXT, x -> mark(x.pattern().learned(), "learned", "not-learned"))
        .add("margin", Form.fixed(3), x -> x.pattern().margin());
  }

  private static String percent(double share) {
    return "%.0f %%".formatted(100 * share);
  }

  /** A mark with its word, in the colour of its kind. */
  static Markup mark(boolean isSo, String yes, String no) {
    String words = isSo ? "\u2713 yes" : "\u2717 no";
    return new Markup("<span class=\"%s\">%s</span>".formatted(isSo ? yes : no, words), words);
  }
}
