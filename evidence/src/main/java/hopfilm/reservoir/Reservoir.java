package hopfilm.reservoir;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.chart.CurveChart;
import hopfilm.chart.PlotAxis;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** One film as a reservoir at weak and as a memory at strong currents. */
public final class Reservoir extends ClaimStudy {

  /** States its criteria. */
  public Reservoir() {
    super(
        "reservoir",
        "Memory of inputs at weak currents, of patterns at strong ones",
        "Not in the paper. A film of 256 nm at rest is given 300 random voltages at one corner, each held"
            + " for 100 ps and between 0 and a largest voltage; the other corners are at 0 V. Its states are the"
            + " six conductances between corners, halfway and at the end of each voltage; read-outs learn from the"
            + " first three quarters and are tested on the last. A reading is averaged over 50 ps at the largest"
            + " voltage, by the amplifier of hopfilm readout (4 nV/sqrt(Hz)) and with the Johnson noise of each pair"
            + " at 300 K. The criteria without noise were chosen on two other mazes.");
    beyondPaper();
    criterion(
        "remembers",
        "without noise, at 1 and 2 mV the memory capacity over ten delays is in every film at least 3 above that of as"
            + " many functions of the present input alone");
    criterion(
        "returns",
        "at 1 mV the conductances after the input and 10 ns of relaxation are those before it to 0.05 %"
            + " in every film");
    criterion("keeps", "at 16 and 32 mV they differ by more than 0.5 % in every film");
    criterion(
        "trade",
        "without noise, from 1 to 32 mV the mean memory capacity falls by 2 or more, and the mean nonlinearity grows"
            + " by 0.5 or more");
    criterion(
        "limit",
        "with Johnson noise alone, an ideal amplifier, the mean memory capacity at one of the levels is"
            + " at least 1");
    criterion(
        "read", "with Johnson noise and the amplifier, at one of the levels it is at least 1");
    films(effort -> levels(effort).stream().flatMap(l -> at(l).runs(effort).stream()).toList());
  }

  /** Largest voltages of the input [mV]. */
  private static List<Integer> levels(Effort effort) {
    return effort.choose(List.of(1, 8, 32), List.of(1, 2, 4, 8, 16, 32));
  }

  private static Batch at(int level) {
    return Batch.of("reservoir-%dmV".formatted(level), 1, 6, ReservoirFilm.driven(level))
        .from(7001);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    TreeMap<Integer, List<ReservoirFilm>> films = new TreeMap<>();
    for (int level : levels(trial.effort())) {
      films.put(
          level, trial.films(at(level)).stream().map(run -> ReservoirFilm.of(run, level)).toList());
    }
    tell(films, e);
    Spread gain = of(films.headMap(2, true), f -> f.memory() - f.present());
    e.decide("remembers", gain.least() >= 3, "the least is %.1f above", gain.least());
    Spread back = of(films.headMap(1, true), ReservoirFilm::change);
    boolean all = films.get(1).stream().allMatch(ReservoirFilm::returns);
    e.decide("returns", all, "the largest change is %.4f %%", back.greatest());
    Spread kept = of(films.tailMap(16, true), ReservoirFilm::change);
    e.decide("keeps", kept.least() > 0.5, "the least change is %.2f %%", kept.least());
    double lost = at(films, 1, ReservoirFilm::memory) - at(films, 32, ReservoirFilm::memory);
    double bent =
        at(films, 32, ReservoirFilm::nonlinearity) - at(films, 1, ReservoirFilm::nonlinearity);
    e.decide(
        "trade", lost >= 2 && bent >= 0.5, "by %.1f, and nonlinearity grows by %.2f", lost, bent);
    double limit = best(films, ReservoirFilm::johnson);
    e.decide("limit", limit >= 1, "the greatest is %.2f", limit);
    double read = best(films, ReservoirFilm::read);
    e.decide("read", read >= 1, "the greatest is %.2f", read);
  }

  private static void tell(TreeMap<Integer, List<ReservoirFilm>> films, Evidence e) {
    Rows table =
        e.table(
            "Films that were driven by random voltages",
            "largest voltage (mV) | drift velocity at it (m/s) | memory capacity without noise | with Johnson noise | with the amplifier too | nonlinearity | conductances changed (%) | films that return");
    films.forEach(
        (level, of) -> {
          Spread memory = Spread.of(of, ReservoirFilm::memory);
          Spread change = Spread.of(of, ReservoirFilm::change);
          e.number("memory capacity without noise at %d mV".formatted(level), memory, "");
          e.number(
              "memory capacity with Johnson noise at %d mV".formatted(level),
              Spread.of(of, ReservoirFilm::johnson),
              "");
          e.number(
              "memory capacity as read at %d mV".formatted(level),
              Spread.of(of, ReservoirFilm::read),
              "");
          e.number("conductances changed at %d mV".formatted(level), change, "%");
          table.row(
              level,
              text("%.0f", of.get(0).drift()),
              memory.text(1),
              Spread.of(of, ReservoirFilm::johnson).text(2),
              Spread.of(of, ReservoirFilm::read).text(2),
              Spread.of(of, ReservoirFilm::nonlinearity).text(2),
              text("%.3f to %.3f", change.least(), change.greatest()),
              "%d of %d".formatted(of.stream().filter(ReservoirFilm::returns).count(), memory.n()));
        });
    e.number(
        "memory capacity of functions of the present input", of(films, ReservoirFilm::present), "");
    String mazes = "mean, lowest and highest of %d films".formatted(films.get(1).size());
    CurveChart memory = chart("Memory capacity against the drive", mazes, "memory capacity", films);
    add(memory, "without noise", films, ReservoirFilm::memory);
    add(memory, "with Johnson noise", films, ReservoirFilm::johnson);
    add(memory, "with the amplifier too", films, ReservoirFilm::read);
    add(memory, "functions of the present input", films, ReservoirFilm::present);
    e.picture("memory", memory, "Inputs of the last ten that the film holds.");
    CurveChart change = chart("What the input leaves", mazes, "conductances changed (%)", films);
    add(change, "after 10 ns of relaxation", films, ReservoirFilm::change);
    e.picture("change", change, "Below the border the film returns, above it learns.");
  }

  private static CurveChart chart(
      String title, String mazes, String y, TreeMap<Integer, List<ReservoirFilm>> films) {
    return new CurveChart(title, mazes, "largest voltage of the input (mV)", y)
        .axes(PlotAxis.around(films.firstKey(), films.lastKey(), true), null);
  }

  private static void add(
      CurveChart chart,
      String label,
      Map<Integer, List<ReservoirFilm>> films,
      ToDoubleFunction<ReservoirFilm> number) {
    double[] x = films.keySet().stream().mapToDouble(level -> level).toArray();
    BandChart.band(chart, label, x, k -> Spread.of(films.get((int) x[k]), number));
  }

  private static Spread of(
      Map<Integer, List<ReservoirFilm>> films, ToDoubleFunction<ReservoirFilm> number) {
    return Spread.of(films.values().stream().flatMap(List::stream).toList(), number);
  }

  private static double at(
      Map<Integer, List<ReservoirFilm>> films, int level, ToDoubleFunction<ReservoirFilm> number) {
    return Spread.of(films.get(level), number).mean();
  }

  private static double best(
      Map<Integer, List<ReservoirFilm>> films, ToDoubleFunction<ReservoirFilm> number) {
    return films.values().stream()
        .mapToDouble(of -> Spread.of(of, number).mean())
        .max()
        .orElseThrow();
  }
}
