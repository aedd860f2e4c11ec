package hopfilm.result;

import hopfilm.hopfield.Memory;

/** How one of several patterns is held. */
public record HeldMemory(
    @Field("with + first") String pattern,
    @Field("no electrode wants to turn") boolean fixedPoint,
    @Field("least current that keeps an electrode, of the largest") double stability,
    @Field("copies that came back") int recalled,
    @Field("all copies") int of,
    @Field(unit = "W", value = "E'") double energy,
    @Field("place of its energy, from 1") int rank,
    @Field("lowest other state of its basin above it, of the largest |E'|; null without one")
        Double margin,
    @Field("share of all inputs that end at it; null where not all were tried") Double basin) {

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
