package hopfilm.bench;

import java.util.Locale;

/**
 * One figure beside its limit.
 *
 * @param key name in bench.json
 * @param what what is measured
 * @param limit what it must reach
 * @param atMost whether the figure may be at most the limit; at least otherwise
 * @param detail what it is made of
 */
record BenchFigure(
    String key, String what, double value, double limit, boolean atMost, String detail) {

  /** All figures: key, limit, and what is measured, where numbers of a run take their places. */
  private static final String LIMITS =
      """
      rhs_stream_200        <= 2.6  right-hand side 200 x 200 / streaming its arrays
      plain_rhs_200         >= 4.5  plain loops / right-hand side, 200 x 200
      rhs_stream_1024       <= 1.5  right-hand side 1024 x 1024 / streaming its arrays
      step_rhs              <= 1.25 Runge-Kutta step / four right-hand sides
      rhs_threads           >= 1.75 right-hand side 400 x 400, 2 threads against 1
      solve_threads         >= 1.75 potential 400 x 400, 2 threads against 1
      solve_products        <= 12   potential 200 x 200 to 1e-6 / matrix-vector product
      step_grains           <= 2    Ku and axis by cell, a cell and step / uniform 200 x 200
      step_material         <= 3    A, Ms and alpha by cell too, a cell and step / uniform 200 x 200
      step_regions          <= 2    two halves of another Ku and axis, a cell and step / uniform 200 x 200
      step_holes            <= 1.6  sixteen holes, a cell and step / uniform 200 x 200
      step_sites            <= 1.6  8 % of the cells of another Ku, a cell and step / uniform 200 x 200
      step_frozen           <= 1.6  8 % of the cells frozen, a cell and step / uniform 200 x 200
      step_spin_orbit       <= 1.6  spin-orbit torque, a cell and step / uniform 200 x 200
      step_fourth           <= 3    Ku2 and Kc1, a cell and step / uniform 200 x 200
      step_layers           <= 2    64 x 64 x 8 / uniform 200 x 200, a cell and step
      samples               <= 10   eight contacts in training, V and I sampled every 10 ps: share of the run (%)
      signals               <= 2.2  three independent sines of 1 to 1.7 GHz / the same voltages held
      coupled_frozen        <= 1.35 training, current solved / current held
      coupling_error        <= 0.5  E' of adaptive coupling against every-step at 0.5 ns, of the largest (%)
      cost_growth           <= 3    cost a cell and step, largest / least of %d to %d cells a side
      iteration_growth      <= 3    solver iterations to 1e-8 from zero, most less fewest
      descent               >= 8    field evaluations to a torque of 1e-5, damped LLG / descent
      stray_layer           <= 5    stray field, 200 x 200, cost a cell and step / without
      stray_tolerance       <= 3    stray field, 200 x 200, demag_tolerance 1e-4, cost a cell and step / without
      stray_layers          <= 6    stray field, 64 x 64 x 8, cost a cell and step / one layer without
      stray_large           <= 6    stray field, 1024 x 1024, cost a cell and step / 200 x 200 without
      stray_float           <= 0.7  stray field, 1024 x 1024, single precision / double
      stray_threads         >= 1.7  stray field, 200 x 200, 2 threads against 1
      stray_current         <= 4    200 x 200 with the current solved, cost a step, stray field on / off
      oersted_current       <= 1    the same, what the Oersted field adds / what the stray field adds
      heat_current          <= 1.25 the same, cost a step, heated on a substrate / without heat
      stray_error           <= 2    error of m after %.1f ns, %d starts, field once a step / at every stage, alpha %.2f
      stray_error_permalloy <= 2    error of m after %.1f ns, %d starts, field once a step / at every stage, alpha %.2f
      stray_tolerance_error <= 1    error of m after %.1f ns with demag_tolerance 1e-4 (1e-4), %d starts, alpha %.2f
      solid_iterations      <= 4    potential in cubes of %d to %d cells a side, iterations to 1e-8, most less fewest
      solid_cost            <= 3    time a node, iteration and stored coefficient, 27-point / 9-point
      memory                <= 400  memory of a run of 1024 x 1024 cells (bytes a cell)
      output                <= 10   table with G, snapshots, figures: share of the default run (%)
      speed                 >= 2    training of the default film, one run (ns/s)
      sweep                 >= 1.85 sweep of %d %s runs, 2 workers against 1
      check                 <= 0.7  hopfilm check on a warm disk (s)
      web_frames            >= 10   frames a second of the default film in training, with the current
      web_speed             >= 0.8  speed of the film with a page / without one
      """;

  /** A figure of the table. */
  static BenchFigure of(String key, double value) {
    String line = LIMITS.lines().filter(l -> l.startsWith(key + " ")).findFirst().orElseThrow();
    String[] parts = line.split(" +", 4);
    boolean atMost = parts[1].equals("<=");
    return new BenchFigure(key, parts[3], value, Double.parseDouble(parts[2]), atMost, "");
  }

  /** With the numbers of the run that was measured. */
  BenchFigure at(Object... numbers) {
    return new BenchFigure(key, text(what, numbers), value, limit, atMost, detail);
  }

  /** With what it is made of. */
  BenchFigure from(String format, Object... numbers) {
    return new BenchFigure(key, what, value, limit, atMost, text(format, numbers));
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  boolean isMet() {
    return atMost ? value <= limit : value >= limit;
  }

  /** How much worse this is than an earlier one: 1.2 is a fifth worse. */
  double worseThan(double earlier) {
    return atMost ? value / earlier : earlier / value;
  }
}
