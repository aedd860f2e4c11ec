package hopfilm.validation;

import hopfilm.grid.Edges;
import hopfilm.grid.VectorField;
import hopfilm.input.Spelling;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** Pitch of the helix without anisotropy, on cells of several sizes. */
final class HelixPitch extends Problem {

  private static final double PITCH = 4 * Math.PI * ReferenceFilms.A / ReferenceFilms.D;
  private static final String DZYALOSHINSKII =
      "4 pi A/D: I. E. Dzyaloshinskii, Sov. Phys. JETP 20, 665 (1965)";
  private static final String LATTICE =
      "2 pi dx/atan(D dx/(2A)): energy -2A/dx^2 cos(turn) - D/dx sin(turn) of a bond, minimised";

  HelixPitch() {
    super(
        "helix",
        "Pitch of the helix",
        "Without anisotropy, a free chain with DMI forms a helix. Its pitch is exact with"
            + " `covariant`; with `standard` it follows the lattice formula.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    double[] sizes = effort.choose(new double[] {4, 2, 1}, new double[] {8, 4, 2, 1, 0.5});
    double[] standard = new double[sizes.length];
    double[] covariant = new double[sizes.length];
    for (int k = 0; k < sizes.length; k++) {
      double dx = sizes[k] * 1e-9;
      covariant[k] = pitch(dx, DmiKind.BULK, Discretisation.COVARIANT);
      standard[k] = pitch(dx, DmiKind.BULK, Discretisation.STANDARD);
      String torque = "what a torque of 1e-9 leaves";
      f.check("pitch, covariant, %.1f nm cells (nm)".formatted(sizes[k]), covariant[k] * 1e9)
          .is(PITCH * 1e9, DZYALOSHINSKII)
          .withinShare(1e-5, torque);
      f.check("pitch, standard, %.1f nm cells (nm)".formatted(sizes[k]), standard[k] * 1e9)
          .is(
              2 * Math.PI * sizes[k] / Math.atan(ReferenceFilms.D * dx / (2 * ReferenceFilms.A)),
              LATTICE)
          .withinShare(1e-5, torque);
    }
    for (Discretisation d : Discretisation.nearest()) {
      double dx = 4e-9;
      f.check(
              "pitch, interfacial, %s, 4 nm cells (nm)".formatted(Spelling.of(d)),
              pitch(dx, DmiKind.INTERFACIAL, d) * 1e9)
          .is(
              d == Discretisation.COVARIANT
                  ? PITCH * 1e9
                  : 2 * Math.PI * 4 / Math.atan(ReferenceFilms.D * dx / (2 * ReferenceFilms.A)),
              d == Discretisation.COVARIANT ? DZYALOSHINSKII : LATTICE)
          .withinShare(1e-5, "what a torque of 1e-9 leaves");
    }
    int last = sizes.length - 1;
    f.check(
            "pitch, standard, extrapolated to no cell size (nm)",
            Numerical.richardson(standard[last - 1], standard[last]) * 1e9)
        .is(PITCH * 1e9, DZYALOSHINSKII)
        .withinShare(
            Math.pow(ReferenceFilms.D * sizes[last - 1] * 1e-9 / (2 * ReferenceFilms.A), 4) / 10
                + 1e-5,
            "fourth order in D dx/(2A) of the coarser of the two meshes, and the torque");
    f.chart(
            "Pitch of the helix",
            "standard: distance from 4\u03c0A/D; covariant: below 1e-7 at every cell size",
            "cell size (nm)",
            "relative error of the pitch")
        .logarithmic()
        .points("standard", sizes, Numerical.values(standard, p -> Math.abs(p / PITCH - 1)))
        .line(
            "(D dx/2A)\u00b2/3",
            sizes,
            Numerical.values(
                sizes, s -> Math.pow(ReferenceFilms.D * s * 1e-9 / (2 * ReferenceFilms.A), 2) / 3));
  }

  /** From the turn in the middle of a free chain of about four pitches. */
  private static double pitch(double dx, DmiKind dmi, Discretisation scheme) {
    int n = (int) Math.round(160e-9 / dx);
    Magnet magnet =
        ReferenceFilms.chain(
            n, dx, Edges.OPEN, ReferenceFilms.material(0, ReferenceFilms.D, dmi), scheme);
    VectorField start = Textures.helix(magnet.grid(), 0, 1.1 * PITCH, dmi, 1);
    VectorField m = ReferenceFilms.relaxed(magnet, start, 1e-9);
    return 2 * Math.PI * dx / ReferenceFilms.angle(m, n / 2, n / 2 + 1);
  }
}
