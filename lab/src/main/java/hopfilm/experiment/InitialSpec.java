package hopfilm.experiment;

import java.util.List;
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

  /** A texture that a file holds. */
  public sealed interface Named extends Texture {
    /** The file. */
    String path();
  }

  /** What a picture shows. */
  public enum Shown {
    /** m_z, as the polar Kerr effect or electrons that pass through do. */
    MZ,
    /** The gradient of the stray field at a height, as magnetic force microscopy does. */
    STRAY_FIELD
  }

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
   * Skyrmions in a uniform film.
   *
   * @param centres one or several, each {x, y} [m]; empty for one in the middle of the film
   * @param radius [m]; by default from the material
   * @param width of their walls [m]; likewise
   * @param coreUp whether their centres point along +z, and the film along -z
   */
  public record Skyrmions(
      List<List<Double>> centres, OptionalDouble radius, OptionalDouble width, boolean coreUp)
      implements Texture {
    /** Copies the list. */
    public Skyrmions {
      centres = List.copyOf(centres);
    }
  }

  /**
   * A wall from +z to -z along its normal.
   *
   * @param centre a point on it {x, y} [m]; empty for the middle of the film
   * @param angle from x to its normal [rad]
   * @param width [m]; by default from the material
   */
  public record Wall(List<Double> centre, double angle, OptionalDouble width) implements Texture {
    /** Copies the list. */
    public Wall {
      centre = List.copyOf(centre);
    }
  }

  /**
   * What a file holds.
   *
   * @param path OVF, NumPy or CSV file
   * @param resampled whether cells of another size are carried over to those of the film
   */
  public record FromFile(String path, boolean resampled) implements Named {

    /** On the cells of the film. */
    public FromFile(String path) {
      this(path, false);
    }
  }

  /**
   * What a picture of the whole film shows.
   *
   * @param path image
   * @param shows what its greys are
   * @param height of the tip above the film, for a stray field [m]
   * @param brightUp whether bright is up, not down
   */
  public record Picture(String path, Shown shows, double height, boolean brightUp)
      implements Named {}

  /** How long a film from a picture relaxes unless the file says otherwise [s]. */
  public static final double PICTURE_RELAXATION = 1e-9;

  /** The same with another seed. */
  public InitialSpec withSeed(long other) {
    return new InitialSpec(texture, other, relaxTime, relaxAlpha);
  }
}
