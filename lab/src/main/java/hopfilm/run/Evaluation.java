package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.film.FilmSetup;
import hopfilm.folder.JsonFile;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputFiles;
import hopfilm.input.Message;
import hopfilm.io.FieldException;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.magnet.EnergyTerm;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the equations give for one magnetisation, without a step in time: energy and effective field
 * of each term, conductances, and the current at given voltages.
 *
 * @param energies of the whole film by term [J]
 * @param fields effective field by term [A/m]
 * @param electrodes names, in electrode order
 * @param conductance G_ij [S]
 * @param voltages of the electrodes [V]
 * @param currents into the film at the electrodes [A]
 * @param power Joule heat [W]
 * @param j current density at the cell centres [A/m^2]
 * @param meanM mean of m over the cells
 */
public record Evaluation(
    Map<String, Double> energies,
    Map<String, VectorField> fields,
    List<String> electrodes,
    double[][] conductance,
    double[] voltages,
    double[] currents,
    double power,
    VectorField j,
    double[] meanM) {

  /** The potential is right to about a fifth of it. */
  private static final double TOLERANCE = 1e-12;

  /** Cell sizes this close are the same: some programs write them with few digits. */
  private static final double SAME_SIZE = 1e-4;

  /**
   * Evaluates a magnetisation, which is brought to length one first.
   *
   * @param m on the film's cells, nowhere zero
   * @param voltages of the electrodes [V]; null for what the first train step gives at them
   * @throws ExperimentException if the voltages do not fit the electrodes, or none are given and
   *     the experiment trains nothing
   */
  public static Evaluation of(Experiment experiment, VectorField m, double[] voltages) {
    double[] volts = voltages == null ? trained(experiment) : voltages.clone();
    FilmSetup setup = new FilmSetup(experiment, Parallel.SERIAL);
    requireCount(setup.electrodes(), volts);
    if (voltages != null) {
      requireVoltages(setup.electrodes());
    }
    VectorField unit = new VectorField(setup.grid(), m.x().clone(), m.y().clone(), m.z().clone());
    unit.normalise();

    Map<String, Double> energies = new LinkedHashMap<>();
    Map<String, VectorField> fields = new LinkedHashMap<>();
    double total = 0;
    for (EnergyTerm term : setup.magnet().terms()) {
      double energy = term.energy(unit);
      energies.put(term.name(), energy);
      total += energy;
      VectorField h = new VectorField(setup.grid());
      term.addField(unit, h);
      fields.put(term.name(), h);
    }
    energies.putIfAbsent("demag", 0.0);
    energies.put("total", total);
    fields.put("total", setup.magnet().field(unit));

    CurrentFlow flow = flow(setup);
    flow.texture(unit);
    double[][] g = flow.conductanceMatrix().siemens();
    double[] potential = new double[flow.potentialLength()];
    flow.solve(volts, potential, TOLERANCE);
    return new Evaluation(
        energies,
        fields,
        setup.electrodes().stream().map(Electrode::name).toList(),
        g,
        setup.electrodes().stream().allMatch(e -> e.drive() == Electrode.Drive.VOLTAGE)
            ? volts
            : flow.voltages(potential),
        flow.currents(potential),
        flow.power(potential),
        flow.currentDensity(potential),
        new double[] {unit.mean(0), unit.mean(1), unit.mean(2)});
  }

  /**
   * Reads a magnetisation for an experiment's film.
   *
   * @throws ExperimentException if the file cannot be read, or its grid is not the film's, or a
   *     cell has no magnetisation
   */
  public static VectorField read(Experiment experiment, Path state) {
    VectorField m;
    try {
      m = Ovf.read(state).field();
    } catch (FieldException e) {
      throw ExperimentException.passedOn("--state", e);
    } catch (IOException e) {
      throw ExperimentException.of("--state " + state, Message.UNREADABLE, InputFiles.reason(e));
    }
    Grid film = experiment.film().grid();
    Grid file = m.grid();
    boolean same = true;
    for (int axis = 0; axis < 3; axis++) {
      double d = film.cellSize(axis);
      same &= film.cellsAlong(axis) == file.cellsAlong(axis);
      same &= Math.abs(file.cellSize(axis) - d) <= SAME_SIZE * d;
    }
    if (!same) {
      throw ExperimentException.of(
          "--state", Message.EVALUATE_OTHER_GRID, state, cells(file), cells(film));
    }
    for (int i = 0; i < file.cells(); i++) {
      if (m.x()[i] == 0 && m.y()[i] == 0 && m.z()[i] == 0) {
        throw ExperimentException.of("--state", Message.EVALUATE_HOLES, state, cell(file, i));
      }
    }
    return m;
  }

  /** Writes a field file for each term, {@code j.ovf} and {@code evaluate.json} into a folder. */
  public void write(Path folder) throws IOException {
    for (Map.Entry<String, VectorField> e : fields.entrySet()) {
      String title = "field_" + e.getKey();
      Path file = folder.resolve(title + ".ovf");
      Ovf.write(file, e.getValue(), OvfFormat.BINARY8, title, "A/m", Double.NaN);
    }
    Ovf.write(folder.resolve("j.ovf"), j, OvfFormat.BINARY8, "j", "A/m^2", Double.NaN);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", Provenance.version());
    json.put("energies", energies);
    json.put("conductance", conductance);
    json.put("electrodes", electrodes);
    json.put("voltages", voltages);
    json.put("currents", currents);
    json.put("power", power);
    json.put("mean_m", meanM);
    JsonFile.write(folder.resolve("evaluate.json"), json);
  }

  private static CurrentFlow flow(FilmSetup setup) {
    try {
      return setup.flow();
    } catch (IllegalArgumentException e) {
      throw ExperimentException.of("electrodes", Message.ELECTRODES_DO_NOT_FIT, e.getMessage());
    }
  }

  private static double[] trained(Experiment experiment) {
    for (Step step : experiment.steps()) {
      if (step instanceof Step.Train train) {
        return train.drives().get(0).values();
      }
    }
    throw ExperimentException.of(experiment.name(), Message.EVALUATE_NO_TRAIN);
  }

  private static void requireVoltages(List<Electrode> electrodes) {
    for (Electrode e : electrodes) {
      if (e.drive() != Electrode.Drive.VOLTAGE) {
        throw ExperimentException.of(
            "--voltages",
            Message.NOT_SO_DRIVEN,
            e.drive() == Electrode.Drive.CURRENT ? "currents" : "floating contacts too",
            "a train step");
      }
    }
  }

  private static void requireCount(List<Electrode> electrodes, double[] volts) {
    if (volts.length != electrodes.size()) {
      List<String> names = new ArrayList<>();
      electrodes.forEach(e -> names.add(e.name()));
      throw ExperimentException.of(
          "--voltages",
          Message.EVALUATE_HOW_MANY,
          volts.length,
          electrodes.size(),
          String.join(", ", names));
    }
  }

  public static String cell(Grid g, int i) {
    return "(%d, %d, %d)".formatted(i % g.nx(), i / g.nx() % g.ny(), i / (g.nx() * g.ny()));
  }

  public static String cells(Grid g) {
    return "%d x %d x %d cells of %s x %s x %s"
        .formatted(g.nx(), g.ny(), g.nz(), length(g.dx()), length(g.dy()), length(g.dz()));
  }

  private static String length(double metres) {
    return Quantity.format(metres, Dimension.LENGTH);
  }
}
