package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.AnyFilm;
import hopfilm.Fields;
import hopfilm.Isometry;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EnergyTerm;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random films under turns, mirrors, shifts and the reversal of time. */
@Tag("samples")
class SymmetryLawsTest {

  /** The isometries under which a film must do the same. */
  static List<Isometry> of(AnyFilm film) {
    List<Isometry> list = Isometry.inPlane(film);
    Grid g = film.grid();
    boolean bounded =
        g.edgesX() == Edges.OPEN && g.edgesY() == Edges.OPEN && g.edgesZ() == Edges.OPEN;
    // z is like the others for several layers, bulk interaction and no local demagnetising field
    if (g.nz() > 1
        && film.material().dmi() == DmiKind.BULK
        && (film.demag() == DemagKind.OFF || (film.demag() == DemagKind.ON && bounded))) {
      list.addAll(Isometry.SPACE);
    }
    return list;
  }

  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void energiesAndFieldsTurnWithTheFilm(AnyFilm film) {
    Magnet magnet = film.magnet();
    for (Isometry isometry : of(film)) {
      AnyFilm image = isometry.of(film);
      Magnet turned = image.magnet();
      for (int n = 0; n < magnet.terms().size(); n++) {
        EnergyTerm term = magnet.terms().get(n);
        EnergyTerm other = turned.terms().get(n);
        VectorField h = new VectorField(film.grid());
        term.addField(film.m(), h);
        VectorField k = new VectorField(image.grid());
        other.addField(image.m(), k);
        // sums in another order; the tensor of the demagnetising field is good to 1e-10
        double digits = term.name().equals("demag") ? 1e-9 : 1e-12;
        assertClose(isometry + " " + term.name(), k, isometry.axial(h), digits);
        double energy = term.energy(film.m());
        double size = Math.abs(energy) + moment(magnet) * Fields.largest(h);
        assertThat(other.energy(image.m()))
            .as("%s %s", isometry, term.name())
            .isCloseTo(energy, within(digits * size));
      }
    }
  }

  private static double moment(Magnet magnet) {
    double mu0 = 4e-7 * Math.PI;
    return mu0
        * magnet.material().Ms().maxAbs()
        * magnet.grid().cellVolume()
        * Math.sqrt(magnet.grid().cells());
  }

  /** dm/dt under a given drift velocity in space, with its part along z. */
  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void ratesTurnWithTheFilm(AnyFilm film) {
    for (Isometry isometry : of(film)) {
      boolean keepsTheInterface = isometry.source()[2] == 2;
      if (keepsTheInterface || film.material().spinOrbit().isNone()) {
        // sums in another order; the tensor of the demagnetising field is good to 1e-10
        assertClose(isometry.name(), rate(isometry.of(film)), isometry.axial(rate(film)), 1e-9);
      }
    }
  }

  /** A film under its own current, or under a given drift velocity if it has no electrodes. */
  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void stepsTurnWithTheFilm(AnyFilm film) {
    VectorField moved = step(film);
    List<Isometry> all = of(film);
    for (int n = 0; n < 3; n++) {
      Isometry isometry = all.get((int) ((3 * film.seed() + n) % all.size()));
      if (isometry.source()[2] == 2) {
        // potentials are solved to 1e-10, and rates of 1e13/s act for 5e-14 s
        assertClose(isometry.name(), step(isometry.of(film)), isometry.axial(moved), 1e-9);
      }
    }
  }

  /** Change of m after 5e-14 s. */
  private static VectorField step(AnyFilm film) {
    CurrentFlow flow = film.electrodes().isEmpty() ? null : film.flow();
    Numerics numerics = new Numerics(Integrator.RK4, Coupling.everyStep(), KernelChoice.AUTO);
    TimeEvolution evolution =
        new TimeEvolution(film.magnet(), Optional.ofNullable(flow), numerics, Parallel.SERIAL);
    evolution.stepLimit(2.5e-14);
    evolution.state(film.m(), 0);
    if (flow == null) {
      evolution.under(s -> s.withDrift(GilbertLawTest.drift(film, evolution.layout())));
    } else {
      evolution.under(s -> s.withVoltages(film.voltages()));
    }
    evolution.runUntil(5e-14);
    VectorField moved = evolution.m();
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < film.grid().cells(); c++) {
        moved.component(k)[c] -= film.m().component(k)[c];
      }
    }
    return moved;
  }

  /** m and all fields the other way, currents backwards, friction giving instead of taking. */
  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void timeCanBeReversed(AnyFilm film) {
    AnyFilm reversed = reversed(film);
    Magnet magnet = film.magnet();
    Magnet other = reversed.magnet();
    double energy = magnet.energies(film.m()).total();
    // the same numbers with other signs
    assertThat(other.energies(reversed.m()).total())
        .isCloseTo(energy, within(1e-13 * Math.abs(energy)));
    assertClose("field", other.field(reversed.m()), negative(magnet.field(film.m())), 1e-13);
    // m and the fields turned round, dm/dt is the same
    assertClose("motion", rate(reversed), rate(film), 1e-12);
  }

  /** dm/dt under the given drift velocity. */
  private static VectorField rate(AnyFilm film) {
    PaddedLayout layout = new PaddedLayout(film.grid(), film.magnet().bonds().reach());
    LlgKernel kernel = LlgEquation.motion(film.magnet(), layout, KernelChoice.AUTO);
    PaddedField in = new PaddedField(layout);
    in.pack(film.m());
    kernel.fillGhosts(in);
    kernel.prepare(in, Parallel.SERIAL);
    PaddedField out = new PaddedField(layout);
    kernel.rightHandSide(in, GilbertLawTest.drift(film, layout), 0, out, 0, layout.rows());
    VectorField rate = new VectorField(film.grid());
    out.unpack(rate);
    return rate;
  }

  private static AnyFilm reversed(AnyFilm f) {
    Material a = f.material();
    SpinOrbitTorque so = a.spinOrbit();
    Material growing =
        new Material(
            a.Ms(),
            a.A(),
            new Material.Anisotropy(a.Ku(), a.axis()),
            new Material.Chirality(a.D(), a.dmi()),
            negative(a.alpha(), f.grid()),
            new Material.Torques(
                a.P(),
                -a.xi(),
                new SpinOrbitTorque(-so.dampingLike(), so.fieldLike()),
                a.slonczewski()));
    double[] field = f.field().clone();
    double[] voltages = f.voltages().clone();
    for (int k = 0; k < 3; k++) {
      field[k] = -field[k];
    }
    for (int e = 0; e < voltages.length; e++) {
      voltages[e] = -voltages[e];
    }
    return new AnyFilm(
        f.seed(),
        f.grid(),
        f.mask(),
        growing,
        f.discretisation(),
        field,
        f.demag(),
        f.conductivity(),
        f.electrodes(),
        voltages,
        negative(f.drift()),
        negative(f.m()));
  }

  private static Parameter negative(Parameter p, Grid grid) {
    if (p.isUniform()) {
      return Parameter.of(-p.at(0));
    }
    ScalarField f = new ScalarField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      f.values()[c] = -p.at(c);
    }
    return Parameter.of(f);
  }

  private static VectorField negative(VectorField v) {
    VectorField w = new VectorField(v.grid());
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < v.grid().cells(); c++) {
        w.component(k)[c] = -v.component(k)[c];
      }
    }
    return w;
  }

  private static void assertClose(String what, VectorField f, VectorField expected, double digits) {
    Fields.assertClose(what, f, expected, digits * Fields.largest(expected));
  }
}
