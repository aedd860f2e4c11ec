package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.HeatSpec;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.heat.FilmTemperature;
import hopfilm.heat.HeatProperties;
import hopfilm.heat.Substrate;
import hopfilm.parallel.Interruption;
import hopfilm.parallel.Parallel;

/**
 * The film of a forecast of its temperature, at ambient temperature at first. Four cells are one
 * block where heat spreads far beyond them, in a film without holes and heat sinks.
 */
final class HeatedBlocks {

  /** Edge of a block over the length that heat spreads: so small that no peak gets lost. */
  private static final double FINENESS = 0.125;

  private static final int JOINED = 2;

  private final Experiment e;
  private final int block; // cells along an edge
  private final FilmTemperature film;

  /**
   * @param below what the film lies on
   * @param held cells at ambient temperature; null without heat sinks
   * @param time of the shortest stretch that is followed [s]
   */
  HeatedBlocks(Experiment e, Substrate below, boolean[] held, double time, Parallel parallel) {
    this.e = e;
    HeatSpec heat = e.heat().orElseThrow();
    // no heat crosses a periodic edge, as if its neighbours were as warm
    CellMask cells = e.film().cells().open();
    Grid g = cells.grid();
    // beyond the time of cooling it spreads no farther
    double reach = Math.sqrt(heat.conductivity() / heat.capacity() * Math.min(time, slowest(e)));
    boolean isJoined =
        held == null
            && cells.isFull()
            && g.nx() % JOINED == 0
            && g.ny() % JOINED == 0
            && JOINED * e.film().cell() <= FINENESS * reach;
    block = isJoined ? JOINED : 1;
    Grid blocks =
        new Grid(g.nx() / block, g.ny() / block, g.nz(), block * g.dx(), block * g.dy(), g.dz());
    HeatProperties properties =
        new HeatProperties(
            heat.capacity(),
            heat.conductivity(),
            heat.interfaceConductance(),
            below,
            heat.ambient());
    film =
        new FilmTemperature(isJoined ? CellMask.full(blocks) : cells, properties, held, parallel);
  }

  /** Time after which a film whose drive stays on changes little [s]. */
  static double slowest(Experiment e) {
    double cooling = e.heat().orElseThrow().coolingTime(e.film().thickness());
    Grid film = e.film().grid();
    return e.electrodes().hasHeatSinks()
        ? Math.min(cooling, spread(e, Math.hypot(film.sizeX(), film.sizeY())))
        : cooling;
  }

  /** Time in which heat spreads over a length; infinite without conduction [s]. */
  static double spread(Experiment e, double length) {
    HeatSpec heat = e.heat().orElseThrow();
    return heat.capacity() * length * length / heat.conductivity();
  }

  /** The temperature of the film. */
  FilmTemperature film() {
    return film;
  }

  /** Time in which heat spreads over a block [s]. */
  double fastest() {
    return spread(e, block * e.film().cell());
  }

  /** Heat a volume of a drive in each block, none of a null one [W/m^3]. */
  double[] heating(DriveHeat heat) {
    double[] mean = new double[film.rise().length];
    if (heat == null || heat.heating() == null) {
      return mean;
    }
    int nx = e.film().grid().nx();
    double share = 1.0 / (block * block);
    for (int row = 0, c = 0; c < heat.heating().length; row++) {
      int first = nx / block * (row / block);
      for (int i = 0; i < nx; i++) {
        mean[first + i / block] += share * heat.heating()[c++];
      }
    }
    return mean;
  }

  /** Advances by a time [s] under so many times a heat a volume. */
  void step(double dt, double[] heating, double factor) {
    Interruption.check();
    double[] come = new double[heating.length];
    for (int c = 0; c < come.length; c++) {
      come[c] = factor * dt * heating[c];
    }
    film.step(dt, come);
  }
}
