/**
 * The fast loops of a time step and of the potential's stencil, with the Vector API and in plain
 * Java, chosen at start. They take arrays of coefficients; materials, electrodes and energies stay
 * outside. Beside {@code fourier} the only package that uses jdk.incubator.vector.
 *
 * <p>Begin with {@link hopfilm.kernel.LlgKernel} and {@code Stage}. {@code FilmKind} and {@code
 * RowDrive} stand in the module autocode, whose {@code RowTemplate} writes the loops of {@code
 * generated}.
 */
package hopfilm.kernel;
