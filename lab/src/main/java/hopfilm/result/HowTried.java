package hopfilm.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import hopfilm.hopfield.MemoryReading;
import hopfilm.input.Spelling;

/** How memories were tried. */
public record HowTried(
    @Field("readout of the weights") String measure,
    @Field("update rule") String update,
    @Field("initial gain") @JsonInclude(Include.NON_NULL) Double gain,
    @Field("wrong signs in each probe") int flips) {

  public static HowTried of(MemoryReading m) {
    return new HowTried(m.measure(), Spelling.of(m.update()), OrEmpty.orNull(m.gain()), m.flips());
  }
}
