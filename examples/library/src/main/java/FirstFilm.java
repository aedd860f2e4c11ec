import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;

/** A film of FeGe between two contacts: its conductance before and after 2 ns under 25 mV. */
class FirstFilm {
  public static void main(String[] args) {
    var grid = Grid.film(50, 50, 4e-9, 1e-6); // cells along x and y, cell and thickness [m]
    var material = Material.of("FeGe").withAlpha(0.1).withP(0.5);
    var contacts = ElectrodeLayouts.sidesX(grid);
    var flow = new CurrentFlow(grid, new AmrConductivity(1.5e-7, 1.5), contacts);
    var film = new TimeEvolution(new Magnet(grid, material, Discretisation.COVARIANT), flow);
    film.state(Textures.random(grid, 1), 0);
    film.runUntil(1e-9);
    System.out.println("G = " + -flow.with(film.m()).conductanceMatrix().get(0, 1) + " S");
    film.under(s -> s.withVoltages(0.025, 0));
    film.runUntil(3e-9);
    System.out.println("G = " + -flow.with(film.m()).conductanceMatrix().get(0, 1) + " S");
  }
}
