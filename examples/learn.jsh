import hopfilm.dynamics.*; import hopfilm.grid.*; import hopfilm.magnet.*; import hopfilm.transport.*;
import hopfilm.hopfield.*; import hopfilm.hopfield.Pattern;
var grid = Grid.film(48, 48, 4e-9, 1e-6);
var material = Material.of(700e3, 10e-12).withKu(172e3).withD(2.859e-3, DmiKind.BULK).withAlpha(0.3).withP(1);
var flow = new CurrentFlow(grid, new AmrConductivity(0.15e-6, 1.5), ElectrodeLayouts.corners(grid, 56e-9));
var meter = flow.between(flow.electrodes());
var film = new TimeEvolution(new Magnet(grid, material, Discretisation.COVARIANT), flow);
film.state(Textures.random(grid, 2), 0);
film.runUntil(3e-9);
var untrained = meter.with(film.m()).conductanceMatrix().siemens();
film.under(s -> s.withVoltages(Pattern.parse("+-+-").voltages(10e-3)));
film.runUntil(7e-9);
var weights = Weights.of(meter.with(film.m()).conductanceMatrix().siemens(), untrained, Reference.UNTRAINED, SelfTerm.ZERO);
var landscape = new EnergyLandscape(weights, 10e-3);
for (var e : landscape.entries()) System.out.printf("%s %.3e W%n", e.pattern(), e.energy());
System.out.println("lowest " + landscape.lowest().pattern());
/exit
