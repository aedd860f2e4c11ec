package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.chart.CurveChart;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FilmMotion;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Plan;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import hopfilm.texture.DomainTopology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Many nearly degenerate mazes, stable without current, moved but not unmade by it. */
final class Landscape extends ClaimStudy {

  private static final String EVERY = "1 ns";

  private static final String TIME = "time under current (ns)";

  private static final Plan HELIX =
      effort ->
          List.of(
              PlannedRun.of(
                      "landscape-helix",
                      PaperFilms.paperWith(
                              "  - measure: relaxed\n",
                              "initial.texture=helix",
                              "initial.period=66.6 nm")
                          .of(effort, 1))
                  .illustrated());

  /** Trainings with a snapshot every nanosecond. */
  private static final Batch WATCHED =
      Batch.of(
              "landscape-watched",
              1,
              4,
              PaperFilms.paper("train.pattern=+--+", "output.snapshots=" + EVERY))
          .withSnapshots();

  Landscape() {
    super(
        "landscape",
        "Many textures of nearly the same energy",
        "Magnetic synapse and Intrinsic Hebbian learning: many nearly degenerate textures span a huge"
            + " space; they are stable without a current. Under it stripes twist and move, but are not easily"
            + " created or destroyed.");
    criterion(
        "degenerate",
        "the energies of relaxed mazes scatter by less than 10 % of what the mean maze gains on the"
            + " uniform film");
    criterion("stay", "without current for 50 ns the mean m(0).m(t) of every film stays above 0.9");
    criterion("move", "20 ns of training bring the mean m(0).m(t) below 0.7, mean over films");
    criterion(
        "conserved",
        "the length of the walls (mz = 0) changes by less than 20 % meanwhile, mean over films");
    criterion(
        "ends",
        "the number of domains and that of free ends of stripes change by less than half meanwhile,"
            + " mean over films");
    films(Trainings.ON_PAPER_FILM, AlongAndAcross.UNDRIVEN, HELIX, WATCHED);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    List<FinishedRun> trained = trial.films(Trainings.ON_PAPER_FILM);
    energies(trained, trial.films(HELIX).get(0), e);
    Spread still = Spread.of(trial.films(AlongAndAcross.UNDRIVEN), Landscape::leastOverlap);
    e.number("least mean m(0).m(t) within 50 ns without current", still, "");
    e.decide(
        "stay", still.least() > 0.9, "the least is %s, n = %d", text(still.least()), still.n());
    driven(trained, e);
    watch(trial.films(WATCHED), e);
    e.picture(
        "charge",
        new BandChart(trained)
            .draw(
                "Topological charge in training",
                "all three patterns",
                "time under current (ns)",
                "Q",
                List.of("Q"),
                List.of("Q")),
        "Mean of n = %d films; the band is from the lowest to the highest."
            .formatted(trained.size()));
  }

  private static double leastOverlap(FinishedRun run) {
    List<VectorField> m = run.snapshots();
    return m.subList(run.relaxed() + 1, m.size()).stream()
        .mapToDouble(later -> FilmMotion.overlap(m.get(run.relaxed()), later))
        .min()
        .orElseThrow();
  }

  private static void energies(List<FinishedRun> trained, FinishedRun helix, Evidence e) {
    Grid g = helix.experiment().film().grid();
    double area = g.sizeX() * g.sizeY();
    double uniform = -helix.experiment().material().Ku() * g.sizeZ();
    List<Double> gains = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (FinishedRun run : trained) {
      if (seen.add(run.seed())) {
        gains.add((run.at("E_total", run.start()) / area - uniform) * 1e3);
      }
    }
    Spread s = Spread.of(gains);
    double helical = (helix.last("E_total") / area - uniform) * 1e3;
    double share = s.n() < 2 ? 0 : s.deviation() / Math.abs(s.mean());
    e.number("energy of relaxed mazes against the uniform film", s, "mJ/m\u00b2");
    e.number("energy of six straight stripes against the uniform film", helical, 1, "mJ/m\u00b2");
    e.number("scatter of the energy / gain", share, s.n(), "");
    e.number(
        "energy of relaxed mazes against six straight stripes",
        Spread.of(gains, gain -> gain - helical),
        "mJ/m\u00b2");
    e.picture("helix", helix.figure("texture-before"), "Straight stripes, relaxed for 10 ns.");
    e.picture("maze", trained.get(0).figure("texture-before"), "A maze, relaxed for 10 ns.");
    e.decide(
        "degenerate",
        s.mean() < 0 && share < 0.1,
        "they scatter by %s of it, n = %d",
        text(share),
        s.n());
  }

  private static void driven(List<FinishedRun> trained, Evidence e) {
    List<DomainTopology> before = trained.stream().map(r -> DomainTopology.of(r.before())).toList();
    List<DomainTopology> after = trained.stream().map(r -> DomainTopology.of(r.after())).toList();
    Spread overlap = Spread.of(trained, r -> FilmMotion.overlap(r.before(), r.after()));
    Spread length =
        Spread.of(
            IntStream.range(0, trained.size())
                .mapToDouble(k -> after.get(k).wallLength() / before.get(k).wallLength() - 1)
                .toArray());
    e.number("mean m(0).m(20 ns) in training", overlap, "");
    e.number("relative change of the wall length in training", length, "");
    e.number(
        "change of the topological charge in training",
        Spread.of(trained, r -> r.last("Q") - r.at("Q", r.start())),
        "");
    e.decide("move", overlap.mean() < 0.7, "it is %s, n = %d", overlap.text(2), overlap.n());
    e.decide(
        "conserved",
        Math.abs(length.mean()) < 0.2,
        "it changes by %s, n = %d",
        length.text(3),
        length.n());
    Rows table =
        e.table(
            "Mazes before and after 20 ns of training, mean \u00b1 sd, n = %d"
                .formatted(before.size()),
            " | before | after");
    Spread[] domains =
        row(table, "connected domains, up and down", 1, before, after, t -> t.domains());
    Spread[] ends = row(table, "free ends of stripes", 1, before, after, t -> t.ends());
    row(table, "length of the walls (\u00b5m)", 2, before, after, t -> t.wallLength() * 1e6);
    double domainChange = domains[1].mean() / domains[0].mean() - 1;
    double endChange = ends[1].mean() / ends[0].mean() - 1;
    e.number("relative change of the number of domains", domainChange, before.size(), "");
    e.number("relative change of the number of free ends", endChange, before.size(), "");
    e.decide(
        "ends",
        Math.abs(domainChange) < 0.5 && Math.abs(endChange) < 0.5,
        "from %s to %s domains and from %s to %s ends, n = %d",
        domains[0].text(1),
        domains[1].text(1),
        ends[0].text(1),
        ends[1].text(1),
        before.size());
    e.note(
        "A free end is an end point of the skeleton of the domain mz > 0 or mz < 0 inside the film; a"
            + " stripe that runs out at the edge has none there. Domains are connected at the sides of"
            + " cells. The walls are the lines mz = 0.");
  }

  /** Adds a row and returns what stands in it. */
  private static Spread[] row(
      Rows table,
      String what,
      int decimals,
      List<DomainTopology> before,
      List<DomainTopology> after,
      ToDoubleFunction<DomainTopology> value) {
    Spread[] both = {Spread.of(before, value), Spread.of(after, value)};
    table.row(what, both[0].text(decimals), both[1].text(decimals));
    return both;
  }

  /** Curves of what a snapshot every nanosecond shows. */
  private static void watch(List<FinishedRun> runs, Evidence e) {
    List<List<DomainTopology>> films = new ArrayList<>();
    for (FinishedRun run : runs) {
      List<VectorField> m = run.snapshots();
      int first = (int) Math.round(run.start() / run.experiment().duration() * (m.size() - 1));
      films.add(m.subList(first, m.size()).stream().map(DomainTopology::of).toList());
    }
    double span = runs.get(0).experiment().duration() - runs.get(0).start();
    int rows = films.get(0).size();
    double[] time =
        IntStream.range(0, rows).mapToDouble(k -> span * 1e9 * k / (rows - 1)).toArray();
    String caption =
        "Training on +--+, a snapshot each %s; mean of n = %d films, the band is from the lowest to"
                .formatted(EVERY, films.size())
            + " the highest.";
    CurveChart walls =
        new CurveChart("Length of the walls in training", "mz = 0", TIME, "length / start");
    BandChart.band(
        walls,
        "walls",
        time,
        k -> Spread.of(films, f -> f.get(k).wallLength() / f.get(0).wallLength()));
    e.picture("walls", walls, caption);
    CurveChart ends =
        new CurveChart("Free ends and domains in training", "of both signs of mz", TIME, "number");
    BandChart.band(ends, "free ends of stripes", time, k -> Spread.of(films, f -> f.get(k).ends()));
    BandChart.band(ends, "connected domains", time, k -> Spread.of(films, f -> f.get(k).domains()));
    e.picture("ends", ends, caption);
  }
}
