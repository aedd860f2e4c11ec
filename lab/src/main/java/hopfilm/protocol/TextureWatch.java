package hopfilm.protocol;

import hopfilm.film.BrokenRunException;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.texture.TurnedBonds;
import java.io.IOException;
import java.util.Optional;

/**
 * Notices a texture that breaks up: neighbours turned by more than 60 degrees.
 *
 * <p>Defects have some such bonds. In 198 snapshots of relaxed and trained films of {@code
 * reproduce}, those with 1.5 D among them, at most 8.1 % of the bonds turned that far, half of them
 * had below 0.22 %; random starts have 75 %. A film counts as smooth when it had less than {@value
 * #SMOOTH} of them, and as broken up when it then has more than {@value #BROKEN}. A random start is
 * not smooth and may therefore relax.
 */
final class TextureWatch {

  private static final double SMOOTH = 0.12;
  private static final double BROKEN = 0.3;

  private final boolean isHot;
  private double least = 1;
  private boolean hasTold;

  /**
   * @param isHot whether noise turns the cells; then a texture that breaks up is only told of
   */
  TextureWatch(boolean isHot) {
    this.isHot = isHot;
  }

  /**
   * Looks at a texture.
   *
   * @return what the user should know, once
   * @throws BrokenRunException if a film that was smooth is no longer
   */
  Optional<String> look(VectorField m, double t) {
    TurnedBonds bonds = TurnedBonds.of(m);
    boolean wasSmooth = least < SMOOTH;
    least = Math.min(least, bonds.share());
    if (!wasSmooth || bonds.share() < BROKEN) {
      return Optional.empty();
    }
    Grid g = m.grid();
    String what =
        "at %.6g ns %.0f %% of the neighbouring cells are turned by more than 60 degrees against each other, most at x = %.4g nm, y = %.4g nm, after %.1f %% at best"
            .formatted(
                t * 1e9,
                100 * bonds.share(),
                (bonds.cell() % g.nx() + 0.5) * g.dx() * 1e9,
                (bonds.cell() / g.nx() % g.ny() + 0.5) * g.dy() * 1e9,
                100 * least);
    if (isHot && hasTold) {
      return Optional.empty();
    }
    if (isHot) {
      hasTold = true;
      return Optional.of(what + ": the temperature is too high for cells of this size");
    }
    throw new BrokenRunException(
        what
            + "; the texture breaks up, most likely because the current or field is too strong for cells of this size: lower it, or use smaller cells");
  }

  void save(StateWriter out) throws IOException {
    out.part("watch");
    out.number(least);
    out.flag(hasTold);
  }

  void restore(StateReader in) throws IOException {
    in.part("watch");
    least = in.number();
    hasTold = in.flag();
  }
}
