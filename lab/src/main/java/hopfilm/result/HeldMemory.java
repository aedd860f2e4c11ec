package hopfilm.result;

import hopfilm.hopfield.Memory;

/** How one of several patterns is held. */
public record HeldMemory(
    @Field("pattern, with + first") String pattern,
    @Field("true if no electrode changes sign") boolean fixedPoint,
    @Field("smallest stabilising current of an electrode, relative to the largest")
        double stability,
    @Field("recalled probes") int recalled,
    @Field("probes") int of,
    @Field(unit = "W", value = "network energy E'") double energy,
    @Field("rank of this energy, from 1") int rank,
    @Field("relative energy gap to the lowest other state of the basin; null without one")
        Double margin,
    @Field("fraction of all inputs that end at the pattern; null if not all were tried")
        Double basin) {

  /** That of a network. */
  public static HeldMemory of(Memory m) {
    return new HeldMemory(
        m.pattern().toString(),
        m.isFixedPoint(),
        m.stability(),
        m.recalled(),
        m.copies(),
        m.energy(),
        m.rank(),
        OrEmpty.orNull(m.margin()),
        OrEmpty.orNull(m.basin()));
  }

  /** Whether enough of its copies came back. */
  public boolean isStored() {
    return Memory.areEnough(recalled, of);
  }
}
