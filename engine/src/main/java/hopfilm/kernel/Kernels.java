package hopfilm.kernel;

/** Chooses the kernel for a magnet. */
public final class Kernels {

  private Kernels() {}

  /** Whether this virtual machine was started with the Vector API and has vectors. */
  public static boolean vectorAvailable() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorHolder.fits();
  }

  /**
   * A kernel for a uniform film of one layer.
   *
   * @throws IllegalArgumentException if vectors are demanded and there are none
   */
  public static LlgKernel film(
      PaddedLayout layout, FilmCoefficients film, Ghosts ghosts, KernelChoice choice) {
    if (choice != KernelChoice.PLAIN && vectorAvailable()) {
      return VectorHolder.kernel(layout, film, ghosts);
    }
    if (choice == KernelChoice.VECTOR) {
      throw new IllegalArgumentException(
          "no vector kernels here: start Java with --add-modules jdk.incubator.vector");
    }
    return new PlainKernel(layout, film, ghosts);
  }

  /** A kernel for any magnet. */
  public static LlgKernel general(PaddedLayout layout, CellCoefficients magnet, Ghosts ghosts) {
    return new GeneralKernel(layout, magnet, ghosts);
  }

  /** Keeps the vector classes out of reach of a virtual machine that lacks their module. */
  private static final class VectorHolder {
    static boolean fits() {
      return VectorKernel.supported();
    }

    static LlgKernel kernel(PaddedLayout layout, FilmCoefficients film, Ghosts ghosts) {
      return new VectorKernel(layout, film, ghosts);
    }
  }
}
