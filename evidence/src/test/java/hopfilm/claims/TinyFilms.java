package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.reproduce.Claim;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Reproduction;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Films of a few cells for some picoseconds: all that is computed of films that learned nothing.
 */
final class TinyFilms {

  private TinyFilms() {}

  /** Runs what a claim needs, and judges it. */
  static ClaimResult judged(Claim claim, Effort effort, Path out) throws IOException {
    List<Claim> one = List.of(claim);
    Reproduction r = new Reproduction(out, one, one, effort);
    r.carryOut(new LocalWorkers(1), 1, SweepListener.NONE);
    ClaimResult result = r.report().get(0);
    assertThat(result.failure()).isNull();
    return result;
  }
}
