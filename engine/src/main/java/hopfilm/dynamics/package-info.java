/**
 * The film in time: equation of motion, coupling of texture and current, time steps, descent to
 * equilibria. It brings {@code magnet}, {@code transport} and {@code kernel} together; patterns and
 * networks do not come in.
 *
 * <p>Begin with {@link hopfilm.dynamics.TimeEvolution}, which is put under {@link
 * hopfilm.dynamics.Surroundings}. One step, in order:
 *
 * <ol>
 *   <li>{@code Drives} tells the time of the next jump or corner of a drive or field, which no step
 *       passes. A corner of a course that all contacts share needs no new solution, as the
 *       potential is solved at full height; it begins anew only after a stretch without current.
 *   <li>{@code CurrentCoupling} solves the potential where it is due (with {@code
 *       Coupling.EveryStep} the {@code Stepper} has it solved at each stage instead). From it
 *       follow the {@code SolvedDrift}, the power for {@code Heating} and the {@code OerstedDrive};
 *       all three are extrapolated until the next solution.
 *   <li>{@code Heating} advances the temperature where it is due, and the next solution of the
 *       potential has its resistivity. Where there is a law of the material, or noise, {@code
 *       MaterialTemperature} applies them after a change of 1 K, and the {@code Motion} is made
 *       again: magnet, noise, kernel and longest step. The law changes Ms, A, D and Ku. P stays
 *       that at ambient temperature, one number of {@code kernel.Drift}: a P(T) goes through {@code
 *       SolvedDrift.rescale}, never into the velocity, all of which the spin-orbit torque has too.
 *       The temperature also advances at each corner and where {@code runUntil} ends: at each row,
 *       snapshot and sample.
 *   <li>The {@code Stepper} advances m. At each stage {@code Drives.prepare} sets external field
 *       and current for that time. The demagnetising field comes from {@code FarField}, once in one
 *       to four steps (to eight with a wider {@code demagTolerance}), with a correction of m at
 *       their end, and sooner where {@code runUntil} ends or another {@code Motion} is made (RK4,
 *       damping of 0.01 or more, no noise, added terms or external field of cells; not in the first
 *       steps after a corner or another {@code Motion}), else from {@code AddedFieldKernel} at each
 *       stage. The loops themselves are in {@code kernel}.
 * </ol>
 *
 * <p>Each state has one owner: {@code TimeEvolution} m, the time, the surroundings; {@code Drives}
 * the time courses and the thermal field; {@code CurrentCoupling} the last potentials, the time of
 * the next solution and the last drift velocity; {@code OerstedDrive} the Oersted field of the last
 * solution and its slope; {@code Heating} the temperature and heat still to be applied; {@code
 * MaterialTemperature} the temperature at which magnet and noise were updated; {@code Stepper} the
 * data of a scheme between steps.
 *
 * <p>Not here: a term of the energy begins in {@code magnet}. {@code Magnet.withTerm} takes one
 * without a change here, at the price of {@code FarField} and the single pass over the film; the
 * law of the material does not reach it. A built-in one has its coefficients ({@code
 * KernelCoefficients}, {@code CommonMaterial}) and its share in {@code TimeStep} here, its loops in
 * {@code kernel} and {@code autocode}, its law in {@code magnet.TemperatureLaw};
 * docs/explanation/architecture.md has the whole list. A preconditioner of the potential is a
 * {@code solver.Preconditioner}, whose maker is given to {@code transport.CurrentFlow}. It is made
 * anew when m has changed by 0.04, root mean square, when another flow or drive takes its turn, and
 * when a run resumes, so it depends on the arguments of {@code prepare} alone.
 */
package hopfilm.dynamics;
