/**
 * The current through a film between electrodes: conductivity, potential, conductance and
 * resistance matrix. A texture is an array of unit vectors here; no energy and no motion of it.
 */
package hopfilm.transport;
