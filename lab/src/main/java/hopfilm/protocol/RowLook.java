package hopfilm.protocol;

import hopfilm.film.FilmNetwork;
import hopfilm.hopfield.Pattern;
import hopfilm.result.Verification;
import java.util.Map;

/** The test of a row: no pixel is on the wrong side of the middle between the two kinds. */
final class RowLook implements Look {

  private final FilmNetwork network;
  private final Pattern picture;
  private int pulses;
  private int checks;
  private boolean isVerified;

  RowLook(FilmNetwork network, Pattern picture) {
    this.network = network;
    this.picture = picture;
  }

  @Override
  public void pulse() {
    pulses++;
  }

  @Override
  public boolean passes(double[][] siemens) {
    checks++;
    isVerified = network.row(picture, siemens).acrossMiddle() == 0;
    return isVerified;
  }

  @Override
  public Verification result(double time) {
    return new Verification(picture.text(), isVerified, time, pulses, checks, 0, Map.of());
  }
}
