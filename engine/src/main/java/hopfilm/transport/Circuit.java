package hopfilm.transport;

import hopfilm.grid.Grid;
import java.util.List;

/**
 * The film between its electrodes, taken apart.
 *
 * @param conductor the film, which flows between other electrodes share
 * @param rims heat of cells through which rims of contacts go; null where these are of whole
 *     corners
 * @param contacts their resistances, which stand here alone
 * @param units potentials of unit voltages, and the conductance matrix
 */
record Circuit(
    Conductor conductor,
    List<Electrode> electrodes,
    FilmPotential film,
    RimHeat rims,
    ContactResistances contacts,
    UnitPotentials units,
    ContactVoltages finder) {

  /**
   * @param isFitted whether rims of contacts are where they are, and not at the next corners
   */
  static Circuit of(Conductor conductor, List<Electrode> electrodes, boolean isFitted) {
    List<Electrode> all = List.copyOf(electrodes);
    FilmPotential film = new FilmPotential(conductor, all, isFitted);
    ContactResistances contacts = new ContactResistances(all);
    int[][] groups = film.islands().groups(all.size());
    UnitPotentials units = new UnitPotentials(film, groups);
    return new Circuit(
        conductor,
        all,
        film,
        isFitted ? new RimHeat(conductor.mask().grid(), film) : null,
        contacts,
        units,
        new ContactVoltages(film, all, contacts, units, groups));
  }

  /** Joule heat of the cells through which rims of contacts go: that of what is left of them. */
  static final class RimHeat {
    private final Grid film;
    private final FittedContacts rims;
    private final CellProducts products;
    private final AmrConductivity conductivity;
    private final double[] sigma = new double[9];
    private final double[] f = new double[9];

    RimHeat(Grid film, FilmPotential potentials) {
      this.film = film;
      this.rims = potentials.fitted();
      this.products = new CellProducts(film, potentials.layout(), potentials.split(), rims);
      this.conductivity = potentials.conductivity();
    }

    /**
     * Writes the mean over each of these cells.
     *
     * @param m components of the magnetisation by cell
     * @param factor of the conductivity of each cell; null for 1
     * @param heat receives it [W/m^3]
     */
    void write(double[] potential, double[][] m, double[] factor, double[] heat) {
      for (int n = 0; n < rims.count(); n++) {
        int c = rims.cell(n);
        products.at(c, potential, potential, f);
        // without Hall currents nothing in the plane needs m_z
        double mz = m.length > 2 ? m[2][c] : 0;
        conductivity.tensor(m[0][c], m[1][c], mz, factor == null ? 1 : factor[c], sigma);
        heat[c] = CellProducts.sum(sigma, f) / film.cellVolume();
      }
    }
  }
}
