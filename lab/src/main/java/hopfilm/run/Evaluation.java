package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmSetup;
import hopfilm.film.SameCells;
import hopfilm.folder.JsonFile;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.InputFiles;
import hopfilm.input.InputMessage;
import hopfilm.io.FieldException;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.magnet.EnergyTerm;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.OerstedField;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import hopfilm.reading.Equations;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.GivenValues;
import hopfilm.transport.Held;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the equations give for one magnetisation, without a step in time: energy and effective field
 * of each term, conductances, and the current at given voltages, if any.
 *
 * @param energies of the whole film by term [J]
 * @param fields effective field by term [A/m]
 * @param electrodes names, in electrode order
 * @param conductance G_ij [S]
 * @param driven voltages and currents; null where no voltages are known
 * @param meanM mean of m over the cells
 */
public record Evaluation(
    Map<String, Double> energies,
    Map<String, VectorField> fields,
    List<String> electrodes,
    double[][] conductance,
    Driven driven,
    double[] meanM) {

  /**
   * What flows at given voltages.
   *
   * @param voltages of the electrodes [V]
   * @param currents into the film at the electrodes [A]
   * @param power Joule heat [W], that of the contact resistances included
   * @param j current density at the cell centres [A/m^2]
   */
  public record Driven(double[] voltages, double[] currents, double power, VectorField j) {}

  /** What readings of finished films ask of the equations. */
  public static final Equations EQUATIONS =
      new Equations() {
        @Override
        public double[][] conductance(Experiment experiment, VectorField m) {
          return of(experiment, m, null).conductance();
        }

        @Override
        public VectorField currentDensity(Experiment experiment, VectorField m) {
          return of(experiment, m, null).driven().j();
        }

        @Override
        public Experiment with(Experiment experiment, List<String> settings) {
          return ExperimentFile.with(experiment, settings);
        }
      };

  /** The potential is right to about a fifth of it. */
  private static final double TOLERANCE = 1e-12;

  /**
   * Evaluates a magnetisation, which is brought to length one first.
   *
   * @param m on the film's cells, zero in none that holds film; others do not count
   * @param voltages of the electrodes [V]; null for what the first train step gives at them, or no
   *     current where there is none
   * @throws ExperimentException if the voltages do not fit the electrodes
   */
  public static Evaluation of(Experiment experiment, VectorField m, double[] voltages) {
    GivenValues given = voltages == null ? trained(experiment) : GivenValues.voltages(voltages);
    FilmSetup setup = new FilmSetup(experiment, Parallel.SERIAL);
    if (given != null) {
      requireCount(setup.electrodes(), given.size());
    }
    if (voltages != null) {
      requireVoltages(setup.electrodes());
    }
    VectorField unit = new VectorField(setup.grid(), m.x().clone(), m.y().clone(), m.z().clone());
    unit.normalise();
    setup.cells().clear(unit);

    CurrentFlow flow = flow(setup);
    Held held = flow == null ? null : flow.with(unit);
    double[][] g = held == null ? new double[0][] : held.conductanceMatrix().siemens();
    double[] potential = new double[held == null ? 0 : held.potentialLength()];
    VectorField j = null;
    if (given != null) {
      held.solve(given, potential, TOLERANCE);
      j = held.currentDensity(potential);
    }
    Magnet magnet = inItsField(setup, j);

    Map<String, Double> energies = new LinkedHashMap<>();
    Map<String, VectorField> fields = new LinkedHashMap<>();
    double total = 0;
    for (EnergyTerm term : magnet.terms()) {
      double energy = term.energy(unit);
      energies.put(term.name(), energy);
      total += energy;
      VectorField h = new VectorField(setup.grid());
      term.addField(unit, h);
      fields.put(term.name(), h);
    }
    energies.putIfAbsent("demag", 0.0);
    energies.put("total", total);
    fields.put("total", magnet.field(unit));

    double[] mean = {unit.mean(0), unit.mean(1), unit.mean(2)};
    List<String> names = setup.electrodes().stream().map(Electrode::name).toList();
    if (given == null) {
      return new Evaluation(energies, fields, names, g, null, mean);
    }
    double[] volts =
        setup.electrodes().stream().allMatch(e -> e.drive() == Electrode.Drive.VOLTAGE)
            ? given.numbers()
            : held.voltages(potential);
    Driven driven =
        new Driven(
            volts,
            held.currents(potential),
            held.power(potential) + held.contactHeat(potential),
            j);
    return new Evaluation(energies, fields, names, g, driven, mean);
  }

  /** The magnet in the Oersted field of a current density, where the film has one. */
  private static Magnet inItsField(FilmSetup setup, VectorField j) {
    Optional<OerstedField> oersted = setup.oersted();
    if (oersted.isEmpty() || j == null) {
      return setup.magnet();
    }
    VectorField h = new VectorField(setup.grid());
    oersted.get().field(j, h, Parallel.SERIAL);
    return setup.magnet().withOersted(h);
  }

  /** Conductance matrix of the film saturated along z [S]. */
  public static double[][] saturated(Experiment e) {
    return of(e, Textures.uniform(e.film().grid(), 0, 0, 1), null).conductance();
  }

  /** Whether voltages were known, so that currents flow. */
  public boolean isDriven() {
    return driven != null;
  }

  /**
   * Reads a magnetisation for an experiment's film; it is zero where there is no film.
   *
   * @throws ExperimentException if the file cannot be read, or its grid is not the film's, or a
   *     cell that holds film has no magnetisation
   */
  public static VectorField read(Experiment experiment, Path state) {
    return read(experiment, state, "--state");
  }

  /** The same of a state that an argument of this name gives. */
  static VectorField read(Experiment experiment, Path state, String argument) {
    VectorField m;
    try {
      m = Ovf.read(state).field();
    } catch (FieldException e) {
      throw ExperimentException.passedOn(argument, e);
    } catch (IOException e) {
      throw ExperimentException.of(
          argument + " " + state, InputMessage.UNREADABLE, InputFiles.reason(e));
    }
    Grid film = experiment.film().grid();
    Grid file = m.grid();
    if (!SameCells.of(film, file)) {
      throw ExperimentException.of(
          argument,
          RunMessage.EVALUATE_OTHER_GRID,
          state,
          SameCells.words(file),
          SameCells.words(film));
    }
    CellMask cells = experiment.film().cells();
    for (int i = 0; i < file.cells(); i++) {
      if (cells.inside(i) && m.isZero(i)) {
        throw ExperimentException.of(
            argument, RunMessage.EVALUATE_HOLES, state, SameCells.place(file, i));
      }
    }
    cells.clear(m);
    return m;
  }

  /** Writes a field file for each term, {@code evaluate.json} and, with voltages, {@code j.ovf}. */
  public void write(Path folder) throws IOException {
    for (Map.Entry<String, VectorField> e : fields.entrySet()) {
      String title = "field_" + e.getKey();
      Path file = folder.resolve(title + ".ovf");
      Ovf.write(file, e.getValue(), OvfFormat.BINARY8, title, "A/m", Double.NaN);
    }
    if (isDriven()) {
      Ovf.write(folder.resolve("j.ovf"), driven.j(), OvfFormat.BINARY8, "j", "A/m^2", Double.NaN);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", Provenance.version());
    json.put("energies", energies);
    json.put("conductance", conductance);
    json.put("electrodes", electrodes);
    if (isDriven()) {
      json.put("voltages", driven.voltages());
      json.put("currents", driven.currents());
      json.put("power", driven.power());
    }
    json.put("mean_m", meanM);
    JsonFile.write(folder.resolve("evaluate.json"), json);
  }

  private static CurrentFlow flow(FilmSetup setup) {
    try {
      return setup.flow();
    } catch (IllegalArgumentException e) {
      throw ExperimentException.of("electrodes", FileMessage.ELECTRODES_DO_NOT_FIT, e.getMessage());
    }
  }

  /** What the first train step gives at the electrodes; null without one. */
  private static GivenValues trained(Experiment experiment) {
    for (Step step : experiment.steps()) {
      if (step instanceof Step.Train train) {
        return train.drives().get(0).values();
      }
    }
    return null;
  }

  private static void requireVoltages(List<Electrode> electrodes) {
    for (Electrode e : electrodes) {
      if (e.drive() != Electrode.Drive.VOLTAGE) {
        throw ExperimentException.of(
            "--voltages",
            FileMessage.NOT_SO_DRIVEN,
            e.drive() == Electrode.Drive.CURRENT ? "currents" : "floating contacts too",
            "a train step");
      }
    }
  }

  private static void requireCount(List<Electrode> electrodes, int given) {
    if (given != electrodes.size()) {
      List<String> names = new ArrayList<>();
      electrodes.forEach(e -> names.add(e.name()));
      throw ExperimentException.of(
          "--voltages",
          RunMessage.EVALUATE_HOW_MANY,
          given,
          electrodes.size(),
          String.join(", ", names));
    }
  }
}
