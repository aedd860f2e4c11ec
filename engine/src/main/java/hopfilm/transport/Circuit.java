package hopfilm.transport;

import java.util.List;

/**
 * The film between its electrodes, taken apart.
 *
 * @param conductor the film, which flows between other electrodes share
 * @param film the potential in it for voltages on the film
 * @param rims heat of cells through which rims of contacts go; null where these are of whole
 *     corners
 * @param contacts their resistances, which stand here alone
 * @param units potentials of unit voltages, and the conductance matrix
 * @param finder of the voltages on the film
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
}
