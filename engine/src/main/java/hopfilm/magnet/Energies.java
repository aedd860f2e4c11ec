package hopfilm.magnet;

/**
 * Energy of the whole film by term [J].
 *
 * @param exchange exchange, that across spacers included
 * @param anisotropy anisotropy, counted as -Ku (m.e)^2, that of {@link FourthOrder} included
 * @param dmi Dzyaloshinskii-Moriya interaction
 * @param zeeman external field
 * @param demag demagnetising field, 0 without
 * @param oersted Oersted field of the current, 0 without
 * @param added all terms of {@link Magnet#withTerm} together, 0 without
 */
public record Energies(
    double exchange,
    double anisotropy,
    double dmi,
    double zeeman,
    double demag,
    double oersted,
    double added) {

  /** Sum of all terms [J]. */
  public double total() {
    return exchange + anisotropy + dmi + zeeman + demag + oersted + added;
  }
}
