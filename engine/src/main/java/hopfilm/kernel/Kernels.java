package hopfilm.kernel;

import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.solver.PlainStencilKernel;
import hopfilm.solver.StencilKernel;
import java.util.List;

/** Chooses the kernels for a magnet and its currents. */
public final class Kernels {

  private Kernels() {}

  /** True if this virtual machine was started with the Vector API and has vectors. */
  public static boolean vectorAvailable() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorHolder.fits();
  }

  /** Plain loops for a uniform film of one layer with bonds to first neighbours. */
  public static LlgKernel plain(PaddedLayout layout, FilmCoefficients film, Ghosts ghosts) {
    return new PlainKernel(layout, film, ghosts);
  }

  /**
   * Plain loops for any magnet.
   *
   * @param local what is added row by row
   */
  public static LlgKernel general(
      PaddedLayout layout, CellCoefficients magnet, Ghosts ghosts, List<LocalField> local) {
    return new GeneralKernel(layout, magnet, ghosts, local);
  }

  /**
   * Vectors for any magnet; needs {@link #vectorAvailable}.
   *
   * @param kind what varies; with bonds to second neighbours not DIAGONAL and MATERIAL
   * @param film what all cells have in common; weights and chiral coefficients in J/m^3 for the
   *     kind MATERIAL, not read where the bonds vary
   * @param magnet all cells; null for a plain film without empty and frozen cells
   * @param ghosts of the common material
   * @param local what is added row by row
   */
  public static LlgKernel vector(
      PaddedLayout layout,
      FilmKind kind,
      FilmCoefficients film,
      CellCoefficients magnet,
      Ghosts ghosts,
      List<LocalField> local) {
    return VectorHolder.kernel(layout, kind, film, magnet, ghosts, local);
  }

  /**
   * The loops of the solver for the potential.
   *
   * @throws IllegalArgumentException if vectors are demanded and there are none
   */
  public static StencilKernel stencil(KernelChoice choice) {
    return vectors(choice) ? VectorHolder.stencil() : new PlainStencilKernel();
  }

  /**
   * Turns m by fields.
   *
   * @param precession p in the layout of m, 0 in ghosts and where m does not move [m/(A s)]
   * @param damping q, as well
   */
  public static FieldTurn fieldTurn(
      PaddedLayout layout, double[] precession, double[] damping, KernelChoice choice) {
    return vectors(choice)
        ? VectorHolder.fieldTurn(layout, precession, damping)
        : new FieldTurn.Plain(layout, precession, damping);
  }

  /**
   * True if a choice means vectors here.
   *
   * @throws IllegalArgumentException if vectors are demanded and there are none
   */
  public static boolean vectors(KernelChoice choice) {
    boolean vectors = choice != KernelChoice.PLAIN && vectorAvailable();
    if (choice == KernelChoice.VECTOR && !vectors) {
      throw new IllegalArgumentException(
          "no vector kernels here: start Java with --add-modules jdk.incubator.vector");
    }
    return vectors;
  }

  /**
   * Whole Runge-Kutta steps of a kernel in one pass.
   *
   * @return null where the kernel needs the film stage by stage
   */
  public static RungeKuttaPass pass(LlgKernel kernel, Parallel parallel) {
    return kernel instanceof RowKernel rows && rows.worksOnFewRows()
        ? new RungeKuttaPass(rows, parallel)
        : null;
  }

  /** Keeps the vector classes out of reach of a virtual machine that lacks their module. */
  private static final class VectorHolder {
    static boolean fits() {
      return FusedKernel.supported() && VectorStencilKernel.supported();
    }

    static LlgKernel kernel(
        PaddedLayout layout,
        FilmKind kind,
        FilmCoefficients film,
        CellCoefficients magnet,
        Ghosts ghosts,
        List<LocalField> local) {
      return new FusedKernel(layout, kind, film, magnet, ghosts, local);
    }

    static FieldTurn fieldTurn(PaddedLayout layout, double[] precession, double[] damping) {
      return new VectorFieldTurn(layout, precession, damping);
    }

    static StencilKernel stencil() {
      return new VectorStencilKernel();
    }
  }
}
