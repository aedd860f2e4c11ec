import hopfilm.dynamics.*; import hopfilm.grid.*; import hopfilm.magnet.*; import hopfilm.transport.*;
import hopfilm.hopfield.*; import hopfilm.hopfield.Pattern; import hopfilm.parallel.Parallel;
var film = Grid.film(48, 48, 4e-9, 1e-6);
var material = Material.uniform(700e3, 10e-12, 172e3, 2.859e-3, DmiKind.BULK, 0.3, 1, 0);
var magnet = new Magnet(film, material, Discretisation.COVARIANT);
var flow = new CurrentFlow(film, new AmrConductivity(0.15e-6, 1.5), ElectrodeLayouts.corners(film, 56e-9), Parallel.SERIAL);
var meter = flow.between(flow.electrodes());
var evolution = new TimeEvolution(magnet, flow, Numerics.standard(), Parallel.SERIAL);
evolution.state(Textures.random(film, 2), 0);
evolution.runUntil(3e-9);
var untrained = meter.with(evolution.m()).conductanceMatrix().siemens();
evolution.under(s -> s.withVoltages(Pattern.parse("+-+-").voltages(10e-3)));
evolution.runUntil(7e-9);
var weights = Weights.of(meter.with(evolution.m()).conductanceMatrix().siemens(), untrained, Reference.UNTRAINED, SelfTerm.ZERO);
var landscape = new EnergyLandscape(weights, 10e-3);
for (var e : landscape.entries()) System.out.printf("%s %.3e W%n", e.pattern(), e.energy());
System.out.println("lowest " + landscape.lowest().pattern());
/exit
