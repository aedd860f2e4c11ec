package hopfilm.experiment;

import hopfilm.experiment.Keys.Cases;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.experiment.Keys.Word;
import hopfilm.experiment.Keys.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The film at the start: the section {@code initial}, in SI units. */
public record InitialSpec(
    @Key(
            value = "initial magnetisation; `maze`: random labyrinth of stripe domains",
            casesLast = true)
        @Default("maze")
        Texture texture,
    @Key("seed of a maze or of random directions") @Default("1") long seed,
    Relax relax) {

  /** Without current before the protocol. */
  public record Relax(
      @Key("relaxation before the protocol (default: maze 10 ns, image 1 ns, else 0)")
          @In("ns, 0 ns to 1 ms")
          OptionalDouble time,
      @Key("damping during the relaxation") @In("0 to 10") @Default("0.5") double alpha) {}

  /** Where no time is given, the film relaxes as long as its texture wants. */
  public InitialSpec {
    relax = new Relax(OptionalDouble.of(relax.time.orElse(texture.relaxation())), relax.alpha);
  }

  /** Relaxed for a time [s]. */
  public InitialSpec(Texture texture, long seed, double time, double alpha) {
    this(texture, seed, new Relax(OptionalDouble.of(time), alpha));
  }

  /** How long it relaxes without current before the protocol [s]. */
  public double relaxTime() {
    return relax.time.orElseThrow();
  }

  /** Damping meanwhile. */
  public double relaxAlpha() {
    return relax.alpha;
  }

  /** What the magnetisation is before it relaxes. */
  @Cases(refusal = ExperimentMessage.TEXTURE_HAS_NO, namesThose = true)
  public sealed interface Texture permits Maze, Random, Uniform, Helix, Skyrmions, Wall, Named {
    /** How long it relaxes unless the file says otherwise [s]. */
    default double relaxation() {
      return 0;
    }
  }

  /** A texture that a file holds. */
  public sealed interface Named extends Texture permits FromFile, Picture {
    NamedFile file();
  }

  /** What a picture shows. */
  public enum Shown {
    /** m_z, as the polar Kerr effect or electrons that pass through do. */
    MZ,
    /** The gradient of the stray field at a height, as magnetic force microscopy does. */
    STRAY_FIELD
  }

  /** Random directions, which relax into a maze. */
  public record Maze() implements Texture {
    @Override
    public double relaxation() {
      return 10e-9;
    }
  }

  /** Random directions, left as they are. */
  public record Random() implements Texture {}

  /** One direction, of any length. */
  public record Uniform(
      @Key("direction of a uniform magnetisation")
          @In(value = "-1e6 to 1e6", count = 3)
          @Default("[0, 0, 1]")
          List<Double> direction)
      implements Texture {}

  /** A helix. */
  public record Helix(
      @Key("angle from x to a helix's wave vector or a wall's normal")
          @In("deg, -360 deg to 360 deg")
          @Default("0 deg")
          double angle,
      @Key("period of a helix (default: 4 pi A/|D|)") @In(LENGTH) OptionalDouble period)
      implements Texture {}

  /** Skyrmions in a uniform film: one or several, or one in the middle of the film. */
  @Word("skyrmion")
  public record Skyrmions(
      @Key("centre of a skyrmion or point on a wall (default: centre of the film)")
          @In(value = "nm, -10 mm to 10 mm", count = 2)
          Optional<List<Double>> centre,
      @Key("centres of several skyrmions, instead of `centre`") @In("a list of positions [x, y]")
          Optional<List<List<Double>>> centres,
      @Key("radius of a skyrmion (default: that of the material)") @In(LENGTH)
          OptionalDouble radius,
      @Key("wall-width parameter of a skyrmion or wall (default: sqrt(A/Ku))") @In(LENGTH)
          OptionalDouble width,
      @Key(name = "core", value = "direction of m at the centre of a skyrmion")
          @Words(
              value = {"down", "up"},
              yes = "up")
          @Default("down")
          boolean coreUp)
      implements Texture {
    /** One is a list of one. */
    public Skyrmions {
      centres = (centre.isPresent() ? centre.map(List::of) : centres).filter(c -> !c.isEmpty());
      centre = Optional.empty();
    }
  }

  /** A wall from +z to -z along its normal, through a point of it or the middle of the film. */
  public record Wall(Optional<List<Double>> centre, double angle, OptionalDouble width)
      implements Texture {}

  /** What a file holds. */
  @Word("file")
  public record FromFile(
      @Key("magnetisation (OVF, CSV or .npy), or an image of the whole film") @In("a file")
          NamedFile file,
      @Key(name = "resample", value = "interpolates a file of the same film.size to other cells")
          @Words({"off", "on"})
          @Default(value = "off", isWritten = false)
          boolean resampled)
      implements Named {

    /** On the cells of the film. */
    public FromFile(Path file) {
      this(new NamedFile(file.toAbsolutePath().normalize()), false);
    }
  }

  /** What a picture of the whole film shows. */
  @Word("image")
  public record Picture(
      @Key("") @In("a file") NamedFile file,
      @Key("quantity in an image: m_z (Kerr) or stray-field gradient (magnetic force microscopy)")
          @Default("mz")
          Shown shows,
      @Key("height of the tip above the film (stray-field)")
          @In(LENGTH)
          @Default("20 nm")
          @OnlyWith(
              key = "shows",
              is = "stray-field",
              otherwise = ExperimentMessage.ONLY_STRAY_FIELD_HAS_HEIGHT)
          double height,
      @Key(name = "bright", value = "direction of m where an image is bright")
          @Words(
              value = {"up", "down"},
              yes = "up")
          @Default("up")
          boolean brightUp)
      implements Named {
    @Override
    public double relaxation() {
      return 1e-9;
    }
  }

  static final String LENGTH = "nm, 0.01 nm to 10 mm";

  /** The same with another texture, as long as it relaxes. */
  public InitialSpec with(Texture other) {
    return new InitialSpec(other, seed, relax);
  }

  /** The same with another seed. */
  public InitialSpec withSeed(long other) {
    return new InitialSpec(texture, other, relax);
  }
}
