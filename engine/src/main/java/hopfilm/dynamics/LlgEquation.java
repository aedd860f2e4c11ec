package hopfilm.dynamics;

import static hopfilm.units.Constants.GAMMA0;

import hopfilm.dynamics.AddedFieldKernel.Fields;
import hopfilm.kernel.CellCoefficients;
import hopfilm.kernel.FilmCoefficients;
import hopfilm.kernel.FilmKind;
import hopfilm.kernel.Ghosts;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.LocalField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.KernelChoice;
import java.util.List;

/**
 * The Landau-Lifshitz-Gilbert equation with spin-transfer torque in its solved form,
 *
 * <pre>
 *   dm/dt = -gamma0 m x H + alpha m x dm/dt + tau,   tau = (u.grad) m - xi m x (u.grad) m
 *   (1 + alpha^2) dm/dt = -gamma0 m x H - alpha gamma0 m x (m x H) + tau + alpha m x tau
 * </pre>
 *
 * with (u.grad) m made perpendicular to m, handed to the kernel that fits the magnet. There is no
 * factor 1/(1 + xi^2).
 *
 * <p>Zhang and Li, Phys. Rev. Lett. 93, 127204 (2004), doi:10.1103/PhysRevLett.93.127204; Thiaville
 * et al., Europhys. Lett. 69, 990 (2005), doi:10.1209/epl/i2004-10452-6. Positive u is along the
 * charge current: a texture moves along -u.
 */
public final class LlgEquation {

  private LlgEquation() {}

  /**
   * The kernel of the equation of motion of a magnet.
   *
   * @throws IllegalArgumentException if the layout has fewer ghosts than the magnet's bonds reach
   *     cells
   */
  public static LlgKernel motion(Magnet magnet, PaddedLayout layout, KernelChoice choice) {
    return motion(magnet, layout, choice, Fields.NONE);
  }

  /** Kernel of the equation of motion with fields that are read at each stage. */
  static LlgKernel motion(Magnet magnet, PaddedLayout layout, KernelChoice choice, Fields fields) {
    return kernel(magnet, layout, choice, GAMMA0, fields);
  }

  /** A kernel whose right-hand side is -m x (m x H) [A/m], the direction of descent. */
  static LlgKernel descent(Magnet magnet, PaddedLayout layout, KernelChoice choice) {
    return kernel(magnet, layout, choice, 0, Fields.NONE);
  }

  /** The kernel that fits any magnet, where {@link #motion} would take a faster one. */
  static LlgKernel general(Magnet magnet, PaddedLayout layout) {
    return general(magnet, layout, Fields.NONE);
  }

  /** The general kernel with fields that are read at each stage. */
  static LlgKernel general(Magnet magnet, PaddedLayout layout, Fields fields) {
    requireGhosts(magnet, layout);
    return withFields(general(magnet, layout, GAMMA0), magnet, fields);
  }

  private static LlgKernel kernel(
      Magnet magnet, PaddedLayout layout, KernelChoice choice, double gamma0, Fields fields) {
    requireGhosts(magnet, layout);
    return withFields(rows(magnet, layout, choice, gamma0), magnet, fields);
  }

  private static LlgKernel rows(
      Magnet magnet, PaddedLayout layout, KernelChoice choice, double gamma0) {
    CommonMaterial common = CommonMaterial.of(magnet);
    List<LocalField> local = KernelCoefficients.local(magnet);
    boolean isPlain =
        magnet.material().isUniform() && !magnet.hasFrozen() && common.kind() == FilmKind.PLAIN;
    if (Kernels.vectors(choice)) {
      CellCoefficients cells = isPlain ? null : KernelCoefficients.cells(magnet, gamma0);
      Ghosts ghosts = KernelCoefficients.ghosts(common.film());
      if (common.kind().hasBonds()) {
        ghosts = new Ghosts(ghosts.cosine(), ghosts.sine(), ghosts.turnAxis(), cells.edges());
      }
      FilmCoefficients film = KernelCoefficients.film(common, gamma0);
      return Kernels.vector(layout, common.kind(), film, cells, ghosts, local);
    }
    boolean isFlat = magnet.grid().nz() == 1 && magnet.bonds().reach() == 1;
    if (isPlain && isFlat && local.isEmpty() && magnet.material().spinOrbit().isNone()) {
      return Kernels.plain(
          layout, KernelCoefficients.film(common, gamma0), KernelCoefficients.ghosts(magnet));
    }
    return general(magnet, layout, gamma0);
  }

  private static LlgKernel general(Magnet magnet, PaddedLayout layout, double gamma0) {
    return Kernels.general(
        layout,
        KernelCoefficients.cells(magnet, gamma0),
        KernelCoefficients.ghosts(magnet),
        KernelCoefficients.local(magnet));
  }

  private static void requireGhosts(Magnet magnet, PaddedLayout layout) {
    int reach = magnet.bonds().reach();
    if (layout.ghosts() < reach) {
      throw new IllegalArgumentException(
          "bonds that reach %d cells need as many ghosts, not %d"
              .formatted(reach, layout.ghosts()));
    }
  }

  private static LlgKernel withFields(LlgKernel rows, Magnet magnet, Fields fields) {
    return hasAddedField(magnet, fields) ? new AddedFieldKernel(rows, magnet, fields) : rows;
  }

  private static boolean hasAddedField(Magnet magnet, Fields fields) {
    return magnet.demag() == DemagKind.ON
        || !magnet.addedTerms().isEmpty()
        || magnet.fieldOfCells().isPresent()
        || !fields.isNone();
  }
}
