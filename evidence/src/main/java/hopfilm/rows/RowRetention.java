package hopfilm.rows;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import hopfilm.rows.TreatedRow.Treated;
import java.util.List;
import java.util.stream.Stream;

/** Whether a row keeps its picture without current at 300 K. */
public final class RowRetention extends ClaimStudy {

  /** Mazes that no choice was made on. */
  private static final long FIRST_MAZE = 66001;

  private static final String LATER = "later";

  /** The films, by temperature and thickness. */
  private enum Films {
    STILL("0 K, 1 um", List.of()),
    WARM("300 K, 20 nm", List.of("temperature=300 K", "film.thickness=20 nm"));

    private final String text;
    private final List<String> settings;

    Films(String text, List<String> settings) {
      this.text = text;
      this.settings = settings;
    }

    private List<TreatedRow> all(Effort effort) {
      return TreatedRow.all(
          effort,
          "row-retention",
          FIRST_MAZE,
          List.of("rest: 4 ns", "measure: " + LATER),
          settings.toArray(new String[0]));
    }
  }

  /** States its criteria. */
  public RowRetention() {
    super(
        "row-retention",
        "A row keeps its picture at 300 K",
        "Not in the paper: the films are simulated at 0 K. Here thermal noise of 300 K acts from the"
            + " first step on. A picture of 8 pixels is written in 2 ns and read after 1 ns of rest and after 4 ns"
            + " more. A film is one cell thick, so noise moves a column as one: the film of 20 nm"
            + " has seven times as much as one of 1 um. Times are those of a simulation: years are not tested.");
    beyondPaper();
    criterion(
        "kept",
        "in each film at 300 K at least 90 % of the contrast, gain unlike less gain like by place, is left");
    criterion("right", "after the rest all pixels of the films at 300 K are on the right side");
    criterion("control", "at 0 K each film keeps 95 to 105 % of its contrast");
    films(
        effort ->
            Stream.of(Films.values())
                .flatMap(f -> f.all(effort).stream())
                .map(row -> row.run(effort))
                .toList());
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Evidence.Rows table =
        e.table(
            "Films with a row, before and after 4 ns without current",
            "film | maze | contrast written (S) | left (%) | deviations apart written | later | right written | later");
    double least = Double.POSITIVE_INFINITY;
    int right = 0;
    int pixels = 0;
    boolean still = true;
    for (Films kind : Films.values()) {
      List<Treated> films = kind.all(trial.effort()).stream().map(f -> f.in(trial)).toList();
      for (Treated f : films) {
        table.row(
            kind.text,
            f.row().maze(),
            text("%.3g", f.contrast(TreatedRow.WRITTEN)),
            text("%.1f", 100 * f.left(LATER)),
            text("%.1f", f.reading(TreatedRow.WRITTEN).sigma()),
            text("%.1f", f.reading(LATER).sigma()),
            f.right(TreatedRow.WRITTEN),
            f.right(LATER));
        if (kind == Films.STILL) {
          still &= Math.abs(f.left(LATER) - 1) <= 0.05;
        } else {
          least = Math.min(least, f.left(LATER));
          right += f.right(LATER);
          pixels += f.row().picture().size();
        }
      }
      e.number("contrast left, " + kind.text, Spread.of(films, f -> f.left(LATER)), "");
      e.number(
          "deviations apart later, " + kind.text,
          Spread.of(films, f -> f.reading(LATER).sigma()),
          "");
    }
    SuccessFraction share = SuccessFraction.of(right, pixels);
    e.number("pixels right after the rest at 300 K", share);
    e.decide("kept", least >= 0.9, "least %.1f %%", 100 * least);
    e.decide("right", right == pixels, "%s", text(share));
    e.decide("control", still, "%s", still ? "all films" : "not all films");
  }
}
