package hopfilm.kernel;

import hopfilm.parallel.Parallel;
import hopfilm.solver.PlainStencilKernel;
import hopfilm.solver.StencilKernel;

/** Chooses the kernels for a magnet and its currents. */
public final class Kernels {

  private Kernels() {}

  /** Whether this virtual machine was started with the Vector API and has vectors. */
  public static boolean vectorAvailable() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorHolder.fits();
  }

  /** Whether {@link #film} has a kernel for bonds that reach so many cells. */
  public static boolean hasFilm(int reach, KernelChoice choice) {
    return reach == 1 || vectors(choice);
  }

  /**
   * A kernel for a uniform film of one layer.
   *
   * @throws IllegalArgumentException if vectors are demanded and there are none
   */
  public static LlgKernel film(
      PaddedLayout layout, FilmCoefficients film, Ghosts ghosts, KernelChoice choice) {
    return vectors(choice)
        ? VectorHolder.kernel(layout, film, ghosts)
        : new PlainKernel(layout, film, ghosts);
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
   * Whether a choice comes to vectors here.
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

  /** A kernel for any magnet. */
  public static LlgKernel general(PaddedLayout layout, CellCoefficients magnet, Ghosts ghosts) {
    return new GeneralKernel(layout, magnet, ghosts);
  }

  /**
   * A kernel for a film of one layer that is uniform in most cells: vectors there, the general
   * kernel in the others. Needs bonds to first neighbours only and {@link #vectorAvailable}.
   *
   * @param film the film as it is in most cells
   * @param magnet all cells
   * @param odd which cells are not as the film is, or have a neighbour that they do not share with
   *     it
   */
  public static LlgKernel mostlyUniform(
      PaddedLayout layout,
      FilmCoefficients film,
      CellCoefficients magnet,
      boolean[] odd,
      Ghosts ghosts) {
    return new MostlyUniformKernel(
        (RowKernel) VectorHolder.kernel(layout, film, ghosts),
        new GeneralKernel(layout, magnet, ghosts),
        odd,
        magnet.motion().frozen());
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
      return VectorKernel.supported() && VectorStencilKernel.supported();
    }

    static LlgKernel kernel(PaddedLayout layout, FilmCoefficients film, Ghosts ghosts) {
      return film.far() == null
          ? new VectorKernel(layout, film, ghosts)
          : new WideVectorKernel(layout, film, ghosts);
    }

    static StencilKernel stencil() {
      return new VectorStencilKernel();
    }
  }
}
