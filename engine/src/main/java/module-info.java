/**
 * The engine as a library: films, currents, their coupling and the network. Loops, solvers and
 * Fourier transforms are not exported. Hipparchus and JTransforms have the module names of their
 * files, as they declare none.
 */
module hopfilm.engine {
  requires org.apache.commons.text;
  requires hipparchus.core;
  requires hipparchus.stat;
  requires JTransforms;
  requires static jdk.incubator.vector;

  exports hopfilm.dynamics;
  exports hopfilm.grid;
  exports hopfilm.heat;
  exports hopfilm.hopfield;
  exports hopfilm.lifetime;
  exports hopfilm.magnet;
  exports hopfilm.parallel;
  exports hopfilm.state;
  exports hopfilm.texture;
  exports hopfilm.transport;
  exports hopfilm.units;
}
