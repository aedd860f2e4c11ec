package hopfilm.study;

import java.util.OptionalDouble;

/**
 * The film at the start.
 *
 * @param texture what it is like
 * @param seed of the maze
 * @param relaxTime how long it relaxes without current before the protocol [s]
 * @param relaxAlpha damping meanwhile
 */
public record InitialSpec(Texture texture, long seed, double relaxTime, double relaxAlpha) {

  /** How long a maze relaxes unless the file says otherwise [s]. */
  public static final double MAZE_RELAXATION = 10e-9;

  /** What the magnetisation is before it relaxes. */
  public sealed interface Texture {}

  /** Random directions, which relax into a maze. */
  public record Maze() implements Texture {}

  /** One direction, of any length. */
  public record Uniform(double x, double y, double z) implements Texture {}

  /**
   * A helix.
   *
   * @param angle from x to its wave vector [rad]
   * @param period [m]; by default that of the material without anisotropy
   */
  public record Helix(double angle, OptionalDouble period) implements Texture {}

  /**
   * What a file holds.
   *
   * @param path OVF file
   */
  public record FromFile(String path) implements Texture {}

  /** The same with another seed. */
  public InitialSpec withSeed(long other) {
    return new InitialSpec(texture, other, relaxTime, relaxAlpha);
  }
}
