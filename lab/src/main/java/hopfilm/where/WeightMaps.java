package hopfilm.where;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.film.Amplitudes;
import hopfilm.film.FilmSetup;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.WeightKind;
import hopfilm.hopfield.Weights;
import hopfilm.parallel.Parallel;
import hopfilm.transport.ConductanceSensitivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.UnitDrives;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Where the weights of a trained film sit: maps of the sensitivity to the texture and of what
 * training has changed ({@link ConductanceSensitivity}), for the patterns that were trained, for
 * their rival, the lowest other state, and for pairs of electrodes.
 */
final class WeightMaps {

  /** Pairs of at most so many electrodes are all computed, of more the largest weights. */
  private static final int MAX_PAIRS = 66;

  private final Grid film;
  private final CellMask cells;
  private final List<Electrode> electrodes;
  private final ContactRegions regions;
  private final UnitDrives before;
  private final UnitDrives after;
  private final ConductanceSensitivity first;
  private final ConductanceSensitivity second;

  WeightMaps(Experiment experiment, TrainingStates states) {
    FilmSetup setup = new FilmSetup(experiment, Parallel.SERIAL);
    this.film = setup.grid();
    this.cells = setup.cells();
    this.electrodes = setup.electrodes();
    this.regions = new ContactRegions(film, electrodes);
    CurrentFlow flow = setup.flow();
    this.before = UnitDrives.of(flow, texture(setup, states.before()));
    this.after = UnitDrives.of(flow, texture(setup, states.after()));
    this.first = new ConductanceSensitivity(before);
    this.second = new ConductanceSensitivity(after);
  }

  private static VectorField texture(FilmSetup setup, TrainingStates.State state) {
    return state.isCold() ? setup.cold(state.m()) : state.m();
  }

  /**
   * Largest change from what the run read, over the largest conductance; 0 where it read neither.
   */
  double change(TrainingStates states) {
    return Math.max(
        change(states.before().read(), before.conductance().siemens()),
        change(states.after().read(), after.conductance().siemens()));
  }

  private static double change(double[][] read, double[][] own) {
    double change = 0;
    double largest = 0;
    for (int i = 0; read != null && i < own.length; i++) {
      for (int j = 0; j < own.length; j++) {
        change = Math.max(change, Math.abs(read[i][j] - own[i][j]));
        largest = Math.max(largest, Math.abs(own[i][j]));
      }
    }
    return largest == 0 ? 0 : change / largest;
  }

  List<Electrode> electrodes() {
    return electrodes;
  }

  /**
   * Energies with the untrained film for reference.
   *
   * @param v0 voltage or current of patterns [V, A], by the kind of the weights
   */
  EnergyLandscape landscape(WeightKind kind, List<Pattern> trained, double v0, long seed) {
    Weights weights =
        Weights.of(
            kind.matrix(after.conductance().siemens()),
            kind.matrix(before.conductance().siemens()),
            Reference.UNTRAINED,
            SelfTerm.ZERO);
    boolean hasInverters = electrodes.stream().anyMatch(Electrode::hasInverter);
    return new EnergyLandscape(weights, v0, trained, seed, hasInverters);
  }

  /** Largest voltage of an electrode of the trained film under the inputs of a train step [V]. */
  double largestVoltage(Step.Train train) {
    return Amplitudes.answered(after.conductance().siemens(), train, Electrode.Drive.VOLTAGE);
  }

  /** The map of the power at given voltages. */
  WeightMap power(String name, double[] voltages) {
    return map(name, "W", voltages, voltages);
  }

  /** Maps of the pairs of electrodes, the one of the largest weight first. */
  List<WeightMap> pairs() {
    int n = electrodes.size();
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        pairs.add(new int[] {i, j});
      }
    }
    pairs.sort(Comparator.comparingDouble(p -> -Math.abs(weight(p[0], p[1]))));
    return pairs.stream().limit(MAX_PAIRS).map(p -> pair(p[0], p[1])).toList();
  }

  private double weight(int i, int j) {
    return after.conductance().get(i, j) - before.conductance().get(i, j);
  }

  private WeightMap pair(int i, int j) {
    double[] u = new double[electrodes.size()];
    double[] v = new double[electrodes.size()];
    u[i] = 1;
    v[j] = 1;
    return map(between(i, j), "S", u, v);
  }

  private String between(int i, int j) {
    return electrodes.get(i).name() + "-" + electrodes.get(j).name();
  }

  private WeightMap map(String name, String unit, double[] u, double[] v) {
    double[] start = columns(sizes(first.gradient(u, v)));
    double[] end = columns(sizes(second.gradient(u, v)));
    double[] change = columns(ConductanceSensitivity.change(before, after, u, v));
    return new WeightMap(name, unit, start, end, change, shares(start, end, change));
  }

  private static double[] sizes(VectorField f) {
    double[] sizes = new double[f.grid().cells()];
    for (int c = 0; c < sizes.length; c++) {
      double x = f.x()[c];
      double y = f.y()[c];
      double z = f.z()[c];
      sizes[c] = Math.sqrt(x * x + y * y + z * z);
    }
    return sizes;
  }

  private double[] columns(double[] values) {
    double[] sums = new double[film.nx() * film.ny()];
    for (int c = 0; c < values.length; c++) {
      sums[c % sums.length] += values[c];
    }
    return sums;
  }

  private List<WeightMap.Share> shares(double[] start, double[] end, double[] change) {
    List<WeightMap.Share> shares = new ArrayList<>();
    for (ContactRegions.Ring ring : ContactRegions.Ring.values()) {
      shares.add(share(ring.text(), c -> regions.ring(c) == ring, start, end, change));
    }
    int n = electrodes.size();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        int one = i;
        int other = j;
        WeightMap.Share share =
            share(
                "between " + between(i, j),
                c -> regions.isBetween(c, one, other),
                start,
                end,
                change);
        if (share.area() > 0) {
          shares.add(share);
        }
      }
    }
    return shares;
  }

  private WeightMap.Share share(
      String region, IntPredicate holds, double[] start, double[] end, double[] change) {
    double[] here = new double[5];
    double[] all = new double[5];
    for (int c = 0; c < change.length; c++) {
      double[] add = {cells.inside(c) ? 1 : 0, start[c], end[c], Math.abs(change[c]), change[c]};
      for (int k = 0; k < add.length; k++) {
        all[k] += add[k];
        here[k] += holds.test(c) ? add[k] : 0;
      }
    }
    for (int k = 0; k < 4; k++) {
      here[k] = all[k] > 0 ? here[k] / all[k] : 0;
    }
    return new WeightMap.Share(region, here[0], here[1], here[2], here[4], here[3]);
  }
}
