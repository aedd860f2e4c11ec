/**
 * How long a film stays in a state of rest by the harmonic law of Langer: second derivatives of the
 * energy, their determinants, the rate at which the film leaves a saddle. The saddle comes from
 * {@link hopfilm.dynamics.BarrierSearch}; nothing here moves a film.
 */
package hopfilm.lifetime;
