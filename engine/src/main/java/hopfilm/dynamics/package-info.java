/**
 * The film in time: equation of motion, coupling of texture and current, time steps, descent to
 * equilibria. It brings {@code magnet}, {@code transport} and {@code kernel} together; patterns and
 * networks do not come in.
 *
 * <p>Begin with {@link hopfilm.dynamics.TimeEvolution}, which is put under {@link
 * hopfilm.dynamics.Surroundings}. One step, in order:
 *
 * <ol>
 *   <li>{@code Drives} tells the time of the next jump of a drive or field, where the step must
 *       end.
 *   <li>{@code CurrentCoupling} solves the potential where it is due. From it follow the {@code
 *       SolvedDrift}, the power for {@code Heating} and the {@code OerstedDrive}; all three are
 *       extrapolated until the next solution.
 *   <li>{@code Heating} advances the temperature where it is due. After a change of 1 K {@code
 *       MaterialTemperature} applies the law of the material, and the {@code Motion} is made again:
 *       kernel and longest step.
 *   <li>The {@code Stepper} advances m. At each stage {@code Drives.prepare} sets external field
 *       and current for that time; fields of other cells come from {@code FarField}, once a step,
 *       or {@code AddedFieldKernel}, at each stage. The loops themselves are in {@code kernel}.
 * </ol>
 *
 * <p>Not here: a term of the energy begins in {@code magnet}, a preconditioner is given to {@code
 * transport.CurrentFlow}. Here a term has its coefficients ({@code KernelCoefficients}, {@code
 * CommonMaterial}) and its share in {@code TimeStep}; docs/architecture.md has the whole list.
 */
package hopfilm.dynamics;
