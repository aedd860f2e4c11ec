package hopfilm.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import hopfilm.hopfield.MemoryReading;
import hopfilm.input.Spelling;

/** How memories were tried. */
public record HowTried(
    @Field("label of the readout whose weights were used") String measure,
    @Field("update rule") String update,
    @Field("initial gain of graded updates") @JsonInclude(Include.NON_NULL) Double gain,
    @Field("wrong signs in each probe") int flips) {

  public static HowTried of(MemoryReading m) {
    return new HowTried(m.measure(), Spelling.of(m.update()), OrEmpty.orNull(m.gain()), m.flips());
  }
}
