package hopfilm.fourier;

import hopfilm.parallel.Parallel;

/** The field that a kernel makes of a source in all cells of a film. For one caller at a time. */
public interface Convolution {

  /**
   * Overwrites {@code field} by the sum over all cells of the kernel times {@code source}.
   *
   * @param source three components in each cell; may be the arrays of the field
   * @param parallel threads to compute with; the field does not depend on their number
   */
  void apply(FilmArrays source, FilmArrays field, Parallel parallel);
}
