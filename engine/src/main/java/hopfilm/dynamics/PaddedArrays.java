package hopfilm.dynamics;

import hopfilm.fourier.FilmArrays;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;

/** The cells of padded fields, for convolutions. */
final class PaddedArrays {

  private PaddedArrays() {}

  static FilmArrays of(PaddedField f) {
    PaddedLayout l = f.layout();
    return new FilmArrays(f.x(), f.y(), f.z(), l.start(0), l.stride(), l.plane());
  }
}
