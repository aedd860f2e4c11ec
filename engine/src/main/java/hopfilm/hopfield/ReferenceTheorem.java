package hopfilm.hopfield;

import java.util.Optional;

/**
 * What the sign of the anisotropic magnetoresistance alone says of weights counted from the
 * saturated film, as one line for the user.
 *
 * <p>The power V^T G V = min over the potentials of the integral of grad V . Sigma(m) grad V, and
 * Sigma(m) = s_perp + s_delta m m^T, while Sigma = s_perp in the film plane of a film saturated
 * along z. With a &gt; 0, s_delta &lt; 0, so Sigma(m) &lt;= s_perp everywhere and V^T G' V &lt;= 0
 * for every V. Hence, with E' = -V^T G' V:
 *
 * <ul>
 *   <li>every E' &gt;= 0, and the uniform pattern, whose currents vanish, has E' = 0, the minimum;
 *   <li>full self-term: a fixed point s has s_i I'_i &gt;= 0 at every electrode, so their sum V^T
 *       G' V &gt;= 0, so it is zero, and then G' V = 0 as G' is negative semidefinite: only
 *       patterns without any current I' are fixed;
 *   <li>zero self-term: s_i I'_i is larger by |G'_ii|, so s can be fixed; the uniform pattern
 *       always is, its s_i I'_i being |G'_ii|.
 * </ul>
 *
 * <p>With a &lt; 0 every sign turns round: G' is positive semidefinite, E' &lt;= 0, the uniform
 * pattern is the maximum. At the pattern of lowest E' no single flip lowers E', that is s_i I'_i
 * &gt;= 0 with zero and so the more with full self-term: it is fixed. The uniform pattern has s_i
 * I'_i = -G'_ii with zero self-term: it never is fixed where the texture shows in G'_ii; with full
 * self-term it has no I' and is kept. With a = 0 G does not depend on the texture.
 *
 * <p>With resistances as weights every sign turns round as well: from G &lt;= G_saturated follows R
 * &gt;= R_saturated on currents that add up to zero, so that a &gt; 0 gives what is said of a &lt;
 * 0 here and the other way round.
 *
 * <p>Nothing of it holds with Hall currents, where V^T G V is no minimum, nor where current goes
 * along z, as Sigma_zz of the saturated film is s_par. With inverters equal voltages carry currents
 * too, so that only the signs of E' are left.
 */
public final class ReferenceTheorem {

  private ReferenceTheorem() {}

  /**
   * The properties of a film on which it depends.
   *
   * @param amr a = 2 (rho_par - rho_perp)/(rho_par + rho_perp)
   * @param hasHall whether a current across the field flows
   * @param hasInverters whether patches have the sign -
   * @param isCrossed whether current goes through layers of it, from contacts on its faces
   */
  public record Film(double amr, boolean hasHall, boolean hasInverters, boolean isCrossed) {}

  /**
   * One line for the user, or nothing where nothing can be said beforehand.
   *
   * @param kind what the weights are made of
   */
  public static Optional<String> note(
      Reference reference, Film film, SelfTerm selfTerm, WeightKind kind) {
    double amr = film.amr;
    if (film.hasHall) {
      return Optional.empty();
    }
    if (amr == 0) {
      return Optional.of(
          "amr = 0: the conductances do not depend on the texture, so there are no weights and"
              + " nothing can be learned");
    }
    boolean isResistance = kind == WeightKind.RESISTANCE;
    String response = isResistance ? "voltage V'" : "current I'";
    String weights = isResistance ? "weights resistance, reference" : "reference";
    if (reference != Reference.SATURATED || film.isCrossed) {
      return Optional.empty();
    }
    if (film.hasInverters) {
      return Optional.of(
          "%s saturated with amr %s 0: every E' %s 0 whatever was trained; reference untrained shows what training has changed"
              .formatted(weights, amr > 0 ? ">" : "<", amr > 0 != isResistance ? ">=" : "<="));
    }
    boolean full = selfTerm == SelfTerm.FULL;
    if (amr > 0 != isResistance) {
      return Optional.of(
          weights
              + " saturated with amr "
              + (amr > 0 ? ">" : "<")
              + " 0: every E' >= 0 and the uniform pattern, E' = 0, is the"
              + " global minimum whatever was trained; "
              + (full
                  ? "with self_term full no pattern that carries a "
                      + response
                      + " can be a fixed point"
                  : "with self_term zero the trained pattern can be a fixed point, but the uniform"
                      + " pattern always is one")
              + "; reference untrained shows what training has changed");
    }
    return Optional.of(
        weights
            + " saturated with amr "
            + (amr > 0 ? ">" : "<")
            + " 0: every E' <= 0 and the uniform pattern, E' = 0, is the"
            + " global maximum whatever was trained; the pattern of lowest E' is a fixed point, "
            + (full
                ? "and with self_term full the uniform pattern, which carries no "
                    + (isResistance ? "V'" : "I'")
                    + ", is kept"
                : "and with self_term zero the uniform pattern is none")
            + "; reference untrained shows what training has changed");
  }
}
