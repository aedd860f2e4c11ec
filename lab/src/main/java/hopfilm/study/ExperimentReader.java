package hopfilm.study;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.Integrator;
import hopfilm.dynamics.Numerics;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.kernel.KernelChoice;
import hopfilm.kernel.Kernels;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.solver.Parallel;
import hopfilm.study.FilmSpec.FilmEdges;
import hopfilm.study.MaterialSpec.DmiStrength;
import hopfilm.transport.CurrentFlow;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns the tree of one run into an {@link Experiment}, vetting every value. */
final class ExperimentReader {

  private static final long MOST_CELLS = 1L << 26;

  /** As a run takes it. */
  private static final double BYTES_PER_CELL = 1100;

  private static final int MOST_ROWS = 1_000_000;

  /** Of all rows together: they stay in memory for the figures. */
  private static final double MOST_TABLE_VALUES = 5e7;

  private static final int MOST_SNAPSHOTS = 100_000;

  /** Which keys each start texture takes. */
  private static final Map<String, List<String>> TEXTURE_KEYS =
      Map.of(
          "maze", List.of(),
          "uniform", List.of("direction"),
          "helix", List.of("angle", "period"),
          "skyrmion", List.of("centre", "centres", "radius", "width", "core"),
          "wall", List.of("centre", "angle", "width"),
          "file", List.of("file"));

  private final String name;
  private final Path folder;
  private final double memory;

  /** Films with electrodes on which a current can flow: most runs of a sweep share theirs. */
  private final Set<List<Object>> vetted = new HashSet<>();

  /** Films with a start that fits. */
  private final Set<List<Object>> started = new HashSet<>();

  /**
   * @param name name of the experiment if the file gives none
   * @param folder where files that the experiment names are
   */
  ExperimentReader(String name, Path folder) {
    this(name, folder, Runtime.getRuntime().maxMemory());
  }

  /**
   * @param memory that a run may take [bytes]
   */
  ExperimentReader(String name, Path folder, double memory) {
    this.name = name;
    this.folder = folder;
    this.memory = memory;
  }

  Experiment read(YamlNode.Mapping root, List<SweepAxis> sweep) {
    Section top = new Section("", "", root, root.origin());
    FilmSpec film = film(top.section("film"));
    MaterialSpec material = material(top.section("material"));
    ElectrodesSpec electrodes = ElectrodesReader.read(root.get("electrodes"), root.origin());
    vet(film, material, electrodes, top);
    if (electrodes.count() != 4 && root.get("protocol").origin().equals(Origin.DEFAULT)) {
      throw ExperimentException.at(
          root.origin(),
          "protocol",
          Message.NO_PROTOCOL,
          electrodes.count(),
          ProtocolReader.example(electrodes.count()));
    }
    NetworkSpec network = network(top.section("network"));
    List<Step> protocol =
        new ProtocolReader(electrodes.count(), network.reference()).read(root.get("protocol"));
    Experiment experiment =
        new Experiment(
            top.has("name") ? top.text("name") : name,
            film,
            material,
            electrodes,
            initial(top.section("initial")),
            protocol,
            network,
            numerics(top.section("numerics")),
            output(top.section("output")),
            top.whole("seed"),
            sweep);
    requireFewRows(experiment, top.section("output"));
    requireStart(experiment, top.section("initial"));
    return experiment;
  }

  private FilmSpec film(Section s) {
    double[] size = s.values("size");
    double cell = s.value("cell");
    for (int axis = 0; axis < 2; axis++) {
      double n = size[axis] / cell;
      double whole = Math.rint(n);
      if (whole < 2 || Math.abs(n - whole) > 1e-6 * Math.max(1, n)) {
        throw s.error(
            s.has("size") ? "size" : "cell",
            Message.NO_WHOLE_CELLS,
            length(size[axis]),
            axis == 0 ? "x" : "y",
            length(cell),
            length(Math.max(2, Math.floor(n)) * cell),
            length(Math.max(3, Math.floor(n) + 1) * cell));
      }
    }
    double cells = size[0] / cell * (size[1] / cell);
    if (cells > MOST_CELLS) {
      throw s.error("cell", Message.TOO_MANY_CELLS, cells, MOST_CELLS);
    }
    if (cells * BYTES_PER_CELL > memory) {
      throw s.error(
          "cell", Message.TOO_LITTLE_MEMORY, cells, cells * BYTES_PER_CELL / 1e9, memory / 1e9);
    }
    FilmSpec film =
        new FilmSpec(
            size[0],
            size[1],
            cell,
            s.value("thickness"),
            s.constant("edges", FilmEdges.class),
            s.constant("demag", DemagKind.class),
            outline(s, size),
            mask(s));
    if (film.cells().count() == 0) {
      throw s.error(s.has("mask") ? "mask" : "shape", Message.NO_FILM_LEFT);
    }
    return film;
  }

  private static Outline outline(Section s, double[] size) {
    String shape = s.choice("shape");
    if (!shape.equals("polygon")) {
      s.refuse("points", Message.SHAPE_HAS_NO, shape, "points");
    }
    return switch (shape) {
      case "disc" -> new Outline.Disc(size[0] / 2, size[1] / 2, Math.min(size[0], size[1]) / 2);
      case "polygon" -> new Outline.Points(OutlineReader.corners(s));
      default -> null;
    };
  }

  private static List<FilmSpec.Cut> mask(Section s) {
    List<FilmSpec.Cut> cuts = new ArrayList<>();
    List<YamlNode> items = s.has("mask") ? s.list("mask") : List.of();
    for (int i = 0; i < items.size(); i++) {
      Section cut =
          new Section("film.mask[]", "film.mask[" + (i + 1) + "]", items.get(i), s.origin());
      cuts.add(new FilmSpec.Cut(OutlineReader.read(cut), cut.choice("keep").equals("inside")));
    }
    return cuts;
  }

  private static String length(double metres) {
    return Quantity.format(metres, Dimension.LENGTH);
  }

  private MaterialSpec material(Section s) {
    double[] axis = direction(s, "axis");
    Quantity d = s.quantity("D");
    Section orbit = s.section("spin_orbit");
    return new MaterialSpec(
        s.value("Ms"),
        s.value("A"),
        s.value("Ku"),
        Arrays.stream(axis).boxed().toList(),
        new DmiStrength(d.value(), d.dimension() == Dimension.CURRENT),
        s.constant("dmi", DmiKind.class),
        s.value("alpha"),
        s.value("P"),
        s.value("xi"),
        s.value("rho_perp"),
        s.value("amr"),
        new SpinOrbitTorque(orbit.value("damping_like"), orbit.value("field_like")));
  }

  private static double[] direction(Section s, String key) {
    double[] v = s.values(key);
    if (v[0] == 0 && v[1] == 0 && v[2] == 0) {
      throw s.error(key, Message.NO_DIRECTION);
    }
    return v;
  }

  /** Whether current can flow on these electrodes: the engine knows. */
  private void vet(FilmSpec film, MaterialSpec material, ElectrodesSpec electrodes, Section top) {
    boolean sidesX = electrodes instanceof ElectrodesSpec.SidesX;
    boolean sidesY = electrodes instanceof ElectrodesSpec.SidesY;
    if ((sidesX && film.edges().periodicX()) || (sidesY && film.edges().periodicY())) {
      throw top.error(
          "electrodes",
          Message.NO_SUCH_EDGES,
          sidesX ? "sides-x" : "sides-y",
          film.edges().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (!vetted.add(List.of(film, electrodes))) {
      return;
    }
    try {
      new CurrentFlow(
          film.grid(),
          film.cells(),
          material.conductivity(),
          electrodes.on(film.grid()),
          Parallel.SERIAL,
          Kernels.stencil(KernelChoice.PLAIN));
    } catch (IllegalArgumentException e) {
      throw top.error("electrodes", Message.ELECTRODES_DO_NOT_FIT, e.getMessage());
    }
  }

  private InitialSpec initial(Section s) {
    String kind = s.has("file") && !s.has("texture") ? "file" : s.choice("texture");
    List<String> used = TEXTURE_KEYS.get(kind);
    for (List<String> keys : TEXTURE_KEYS.values()) {
      for (String key : keys) {
        if (!used.contains(key)) {
          s.refuse(key, Message.TEXTURE_HAS_NO, kind, key);
        }
      }
    }
    InitialSpec.Texture texture =
        switch (kind) {
          case "uniform" -> {
            double[] d = direction(s, "direction");
            yield new InitialSpec.Uniform(d[0], d[1], d[2]);
          }
          case "helix" -> new InitialSpec.Helix(s.value("angle"), s.optional("period"));
          case "skyrmion" -> skyrmions(s);
          case "wall" -> new InitialSpec.Wall(position(s), s.value("angle"), s.optional("width"));
          case "file" -> new InitialSpec.FromFile(file(s));
          default -> new InitialSpec.Maze();
        };
    Section relax = s.section("relax");
    double time =
        relax.optional("time").orElse(kind.equals("maze") ? InitialSpec.MAZE_RELAXATION : 0);
    return new InitialSpec(texture, s.whole("seed"), time, relax.value("alpha"));
  }

  private static InitialSpec.Skyrmions skyrmions(Section s) {
    List<List<Double>> centres = List.of();
    if (s.has("centres")) {
      s.refuse("centre", Message.CENTRES_GIVEN);
      centres = OutlineReader.points(s, "centres");
    } else if (s.has("centre")) {
      centres = List.of(position(s));
    }
    return new InitialSpec.Skyrmions(
        centres, s.optional("radius"), s.optional("width"), s.choice("core").equals("up"));
  }

  private static List<Double> position(Section s) {
    return s.has("centre") ? Arrays.stream(s.values("centre")).boxed().toList() : List.of();
  }

  private String file(Section s) {
    String text = s.text("file");
    try {
      Path path = folder.resolve(text).toAbsolutePath().normalize();
      if (Files.isRegularFile(path)) {
        return path.toString();
      }
      throw s.error("file", Message.NO_START_FILE, path);
    } catch (InvalidPathException e) {
      throw s.error("file", Message.NO_START_FILE, Section.shorten(text));
    }
  }

  private static NetworkSpec network(Section s) {
    Reference reference = s.constant("reference", Reference.class);
    if (reference != Reference.UNTRAINED_MEAN) {
      s.refuse("mazes", Message.ONLY_MEAN_HAS_MAZES);
    }
    return new NetworkSpec(
        reference,
        s.constant("self_term", SelfTerm.class),
        s.optional("voltage"),
        (int) s.whole("mazes"));
  }

  private static NumericsSpec numerics(Section s) {
    Integrator integrator = s.constant("integrator", Integrator.class);
    if (integrator != Integrator.DOPRI5) {
      s.refuse("tolerance", Message.ONLY_DOPRI5_HAS_TOLERANCE);
    }
    return new NumericsSpec(
        s.constant("discretisation", Discretisation.class),
        new Numerics(
            integrator,
            coupling(s),
            s.constant("kernels", KernelChoice.class),
            s.value("tolerance")));
  }

  private static Coupling coupling(Section s) {
    if (s.node("coupling") instanceof YamlNode.Mapping map) {
      if (map.entries().size() == 1
          && map.get("every") instanceof YamlNode.Scalar n
          && n.text().matches("[1-9]\\d{0,5}")) {
        return Coupling.every(Integer.parseInt(n.text()));
      }
    } else {
      String text = s.text("coupling");
      if (text.equals("adaptive")) {
        return Coupling.adaptive();
      } else if (text.equals("every-step")) {
        return Coupling.everyStep();
      }
    }
    throw s.error("coupling", Message.NO_COUPLING, Section.shown(s.node("coupling")));
  }

  /** The table and the snapshots grow with the time that is simulated. */
  private static void requireFewRows(Experiment e, Section s) {
    double time = e.duration();
    double n = e.electrodes().count();
    double columns = 20 + n * (n + 1) / 2;
    long most = (long) Math.min(MOST_ROWS, Math.max(2, MOST_TABLE_VALUES / columns));
    double rows = time / e.output().table();
    if (rows > most) {
      throw s.error(
          "table",
          Message.TOO_MANY_ROWS,
          rows,
          (long) columns,
          time(time),
          most,
          time(roundedUp(time / most)));
    }
    double snapshots = time / e.output().snapshots();
    if (snapshots > MOST_SNAPSHOTS) {
      throw s.error(
          "snapshots",
          Message.TOO_MANY_SNAPSHOTS,
          snapshots,
          time(time),
          MOST_SNAPSHOTS,
          time(roundedUp(time / MOST_SNAPSHOTS)));
    }
  }

  /** To two digits. */
  private static double roundedUp(double x) {
    double step = Math.pow(10, Math.floor(Math.log10(x)) - 1);
    return Math.ceil(x / step) * step;
  }

  private static String time(double seconds) {
    return Quantity.format(seconds, Dimension.TIME);
  }

  /** A texture that a file holds must be of this film. */
  private void requireStart(Experiment e, Section s) {
    InitialSpec.Texture texture = e.initial().texture();
    if (texture instanceof InitialSpec.FromFile && started.add(List.of(texture, e.film()))) {
      try {
        new FilmSetup(e, Parallel.SERIAL).start(0);
      } catch (ExperimentException x) {
        throw x.movedTo(s.originOf("file"), "initial.file");
      } catch (IOException x) {
        throw s.error("file", Message.UNREADABLE, x.getMessage());
      }
    }
  }

  private static OutputSpec output(Section s) {
    List<OutputSpec.Format> formats = new ArrayList<>();
    for (YamlNode item : s.list("formats")) {
      String word = s.word("formats", item, List.of("ovf", "png"));
      OutputSpec.Format format = word.equals("ovf") ? OutputSpec.Format.OVF : OutputSpec.Format.PNG;
      if (!formats.contains(format)) {
        formats.add(format);
      }
    }
    return new OutputSpec(s.value("table"), s.value("snapshots"), s.value("checkpoint"), formats);
  }
}
