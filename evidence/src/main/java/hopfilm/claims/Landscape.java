package hopfilm.claims;

import hopfilm.chart.CurveChart;
import hopfilm.grid.VectorField;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.sweep.Spread;
import hopfilm.texture.DomainTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Curves of walls, ends and domains from a snapshot every nanosecond, for the page landscape. */
final class Landscape {

  private static final String EVERY = "1 ns";

  private static final String TIME = "time under current (ns)";

  private Landscape() {}

  /** Curves of what a snapshot every nanosecond shows. */
  static void add(Effort effort, Map<String, List<FinishedRun>> all, Evidence e) {
    List<FinishedRun> runs = all.get("watched");
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
