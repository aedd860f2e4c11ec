package hopfilm.run;

import static hopfilm.units.Constants.KB;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import hopfilm.chart.CurveChart;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Prefix;
import hopfilm.dynamics.BarrierSearch;
import hopfilm.experiment.Experiment;
import hopfilm.film.FilmMeter;
import hopfilm.film.FilmSetup;
import hopfilm.folder.JsonFile;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.lifetime.EscapeRate;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The energy barrier between two rest states of a film without current, noise and heat.
 *
 * @param verdict found or not-found
 * @param why it was not found; null if it was
 * @param angle between the states, root mean square over the cells [degrees]
 * @param temperature of kT [K]
 * @param barrierKt from A to B
 * @param backKt from B to A
 * @param barrierJoule from A to B [J]
 * @param saddle file of the state of highest energy
 * @param minimum file of a minimum between A and B, to which the path leads then
 * @param lifetime of A; null if it was not asked for
 * @param images along the path
 */
public record Barrier(
    String verdict,
    @JsonInclude(Include.NON_NULL) String why,
    double angle,
    double temperature,
    @JsonProperty("barrier_kT") double barrierKt,
    @JsonProperty("back_kT") double backKt,
    @JsonProperty("barrier_J") double barrierJoule,
    String saddle,
    @JsonInclude(Include.NON_NULL) String minimum,
    @JsonInclude(Include.NON_NULL) Lifetime lifetime,
    List<Image> images) {

  /** Share of a turn by which a state that is at rest may turn on its way down [degrees]. */
  private static final double MOST_TURN = BarrierSearch.SAME_ANGLE;

  private static final double ELECTRON_VOLT = 1.602176634e-19;

  /**
   * An image of the path.
   *
   * @param distance from A, the root of the sum of all squared angles [rad]
   * @param energy above that of A, in kT
   * @param share of the way from A to B that the conductances have come; null without electrodes
   */
  public record Image(
      double distance,
      @JsonProperty("energy_kT") double energy,
      @JsonInclude(Include.NON_NULL) Double share) {}

  /**
   * How to search.
   *
   * @param through states on the way
   * @param relaxes whether to begin from the rest states of A and B
   * @param temperature of kT [K]
   * @param images of the path
   * @param lifetime temperature of the lifetime [K]; empty for none
   */
  public record Options(
      List<Path> through,
      boolean relaxes,
      double temperature,
      int images,
      OptionalDouble lifetime) {}

  /** A barrier with the textures of its path. */
  public record Search(Barrier result, BarrierSearch.Outcome found) {

    /** Writes {@code barrier.json}, the figures and the states into a folder. */
    public void write(Path folder) throws IOException {
      result.write(found, folder);
    }
  }

  /**
   * Searches the barrier.
   *
   * @throws ExperimentException if a state does not fit the film, is not at rest, or both are one;
   *     if the film has no lifetime that can be computed and one is asked for
   */
  public static Search search(Experiment e, Path a, Path b, Options options, int threads)
      throws IOException {
    try (Parallel parallel = Parallel.of(threads)) {
      FilmSetup setup = new FilmSetup(e, parallel);
      Magnet magnet = e.disorder().frozen(setup.magnet());
      if (options.lifetime.isPresent()) {
        EscapeRate.obstacle(magnet).ifPresent(Barrier::refuseLifetime);
      }
      BarrierSearch search = new BarrierSearch(magnet, e.numerics().kernels(), parallel);
      List<VectorField> way = new ArrayList<>();
      way.add(state(e, a, "A"));
      for (Path p : options.through) {
        way.add(state(e, p, "--through"));
      }
      VectorField last = state(e, b, "B");
      way.set(0, rest(way.get(0), a, "A", options, search));
      way.add(rest(last, b, "B", options, search));
      double angle = search.angle(way.get(0), way.get(way.size() - 1));
      if (angle < BarrierSearch.SAME_ANGLE) {
        throw ExperimentException.of("B", RunMessage.BARRIER_EQUAL, a, b, Prefix.fixed(angle, 2));
      }
      BarrierSearch.Outcome found = search.find(way, options.images);
      Lifetime lifetime =
          options.lifetime.isEmpty()
              ? null
              : Lifetime.of(magnet, found, options.lifetime.getAsDouble());
      return new Search(of(found, setup.meter(), options.temperature, lifetime), found);
    }
  }

  private static void refuseLifetime(String why) {
    throw ExperimentException.of("--lifetime", RunMessage.BARRIER_LIFETIME, why);
  }

  private static VectorField state(Experiment e, Path path, String argument) {
    VectorField read = Evaluation.read(e, path, argument);
    VectorField m = new VectorField(e.film().grid(), read.x(), read.y(), read.z());
    m.normalise();
    return m;
  }

  private static VectorField rest(
      VectorField m, Path path, String argument, Options options, BarrierSearch search) {
    VectorField rest = search.rest(m);
    double angle = search.angle(m, rest);
    if (angle > MOST_TURN && !options.relaxes) {
      throw ExperimentException.of(
          argument, RunMessage.BARRIER_NOT_AT_REST, path, Prefix.fixed(angle, 1));
    }
    return rest;
  }

  private static Barrier of(
      BarrierSearch.Outcome found, FilmMeter meter, double temperature, Lifetime lifetime) {
    double kt = KB * temperature;
    List<BarrierSearch.Point> path = found.path();
    double[][] g = null;
    double[][] last = null;
    if (meter.contacts() > 0) {
      g = meter.siemens(path.get(0).m());
      last = meter.siemens(path.get(path.size() - 1).m());
    }
    List<Image> images = new ArrayList<>();
    for (BarrierSearch.Point p : path) {
      Double share = g == null ? null : (Double) share(meter.siemens(p.m()), g, last);
      images.add(new Image(p.distance(), p.energy() / kt, share));
    }
    return new Barrier(
        found.isFound() ? "found" : "not-found",
        found.why(),
        found.angle(),
        temperature,
        found.barrier() / kt,
        found.back() / kt,
        found.barrier(),
        "saddle.ovf",
        found.between() == null ? null : "minimum.ovf",
        lifetime,
        List.copyOf(images));
  }

  /** Projection of G - first on last - first. */
  private static double share(double[][] g, double[][] first, double[][] last) {
    double along = 0;
    double all = 0;
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        double whole = last[i][j] - first[i][j];
        along += whole * (g[i][j] - first[i][j]);
        all += whole * whole;
      }
    }
    return all == 0 ? 0 : along / all;
  }

  private void write(BarrierSearch.Outcome found, Path folder) throws IOException {
    JsonFile.write(folder.resolve("barrier.json"), this);
    Ovf.write(folder.resolve(saddle), found.saddle(), OvfFormat.BINARY8, "m", "1", Double.NaN);
    if (minimum != null) {
      Ovf.write(folder.resolve(minimum), found.between(), OvfFormat.BINARY8, "m", "1", Double.NaN);
    }
    double[] x = images.stream().mapToDouble(Image::distance).toArray();
    double[] y = images.stream().mapToDouble(Image::energy).toArray();
    CurveChart energy =
        new CurveChart(
                "Energy along the path", caption(), "distance from A (rad)", "energy above A (kT)")
            .marked()
            .line("energy", x, y);
    FigureFiles.write(folder, "path", energy.figure());
    if (images.get(0).share != null) {
      double[] share = images.stream().mapToDouble(i -> 100 * i.share).toArray();
      CurveChart g =
          new CurveChart(
                  "Conductances along the path",
                  "share of the way from A to the end of the path",
                  "distance from A (rad)",
                  "share (%)")
              .marked()
              .line("G", x, share);
      FigureFiles.write(folder, "path-conductance", g.figure());
    }
  }

  private String caption() {
    return lifetime == null ? summary() : summary() + ". " + lifetime.summary();
  }

  /** How far the conductances have come at the saddle, in one line; empty without electrodes. */
  public Optional<String> conductances() {
    return images.stream()
        .max(Comparator.comparingDouble(Image::energy))
        .map(Image::share)
        .map(s -> "G at the saddle: %s %% of the way".formatted(Prefix.fixed(100 * s, 0)));
  }

  /** Verdict and height, in one line. */
  public String summary() {
    return "%s: %s kT at %s K (%s eV), back %s kT"
        .formatted(
            "found".equals(verdict) ? "barrier" : "highest point, not proven",
            Prefix.fixed(barrierKt, 2),
            Prefix.fixed(temperature, 0),
            Prefix.fixed(barrierJoule / ELECTRON_VOLT, 3),
            Prefix.fixed(backKt, 2));
  }
}
