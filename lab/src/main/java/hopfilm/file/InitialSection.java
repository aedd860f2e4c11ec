package hopfilm.file;

import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.numbers;
import static hopfilm.file.YamlValues.optional;
import static hopfilm.file.YamlValues.scalar;
import static hopfilm.file.YamlValues.text;
import static hopfilm.file.YamlValues.word;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.film.FilmSetup;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The section {@code initial}, read and written, and the file of a start texture once the film is
 * known.
 */
final class InitialSection {

  /** Which keys each start texture takes. */
  private static final Map<String, List<String>> TEXTURE_KEYS =
      Map.of(
          "maze", List.of(),
          "uniform", List.of("direction"),
          "helix", List.of("angle", "period"),
          "skyrmion", List.of("centre", "centres", "radius", "width", "core"),
          "wall", List.of("centre", "angle", "width"),
          "file", List.of("file", "resample"),
          "image", List.of("file", "shows", "height", "bright"));

  private final Path folder;

  /** Films with a start that fits. */
  private final Set<List<Object>> started = new HashSet<>();

  /**
   * @param folder where files that the experiment names are
   */
  InitialSection(Path folder) {
    this.folder = folder;
  }

  /** The textures that a key belongs to, such as {@code skyrmion or wall}. */
  private static String texturesWith(String key) {
    return TEXTURE_KEYS.entrySet().stream()
        .filter(e -> e.getValue().contains(key))
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  InitialSpec read(Section s) {
    String kind = s.has("file") && !s.has("texture") ? "file" : s.choice("texture");
    List<String> used = TEXTURE_KEYS.get(kind);
    for (List<String> keys : TEXTURE_KEYS.values()) {
      for (String key : keys) {
        if (!used.contains(key)) {
          s.refuse(key, Message.TEXTURE_HAS_NO, kind, key, texturesWith(key));
        }
      }
    }
    InitialSpec.Texture texture =
        switch (kind) {
          case "uniform" -> {
            double[] d = s.direction("direction");
            yield new InitialSpec.Uniform(d[0], d[1], d[2]);
          }
          case "helix" -> new InitialSpec.Helix(s.value("angle"), s.optional("period"));
          case "skyrmion" -> skyrmions(s);
          case "wall" -> new InitialSpec.Wall(position(s), s.value("angle"), s.optional("width"));
          case "file" -> {
            boolean isResampled = s.choice("resample").equals("on");
            yield new InitialSpec.FromFile(file(s), isResampled);
          }
          case "image" -> picture(s);
          default -> new InitialSpec.Maze();
        };
    Section relax = s.section("relax");
    double time =
        relax
            .optional("time")
            .orElse(
                switch (kind) {
                  case "maze" -> InitialSpec.MAZE_RELAXATION;
                  case "image" -> InitialSpec.PICTURE_RELAXATION;
                  default -> 0;
                });
    return new InitialSpec(texture, s.whole("seed"), time, relax.value("alpha"));
  }

  private InitialSpec.Picture picture(Section s) {
    InitialSpec.Shown shows = s.constant("shows", InitialSpec.Shown.class);
    if (shows == InitialSpec.Shown.MZ) {
      s.refuse("height", Message.ONLY_STRAY_FIELD_HAS_HEIGHT);
    }
    return new InitialSpec.Picture(
        file(s), shows, s.value("height"), s.choice("bright").equals("up"));
  }

  private static InitialSpec.Skyrmions skyrmions(Section s) {
    List<List<Double>> centres = List.of();
    if (s.has("centres")) {
      s.refuse("centre", Message.CENTRES_GIVEN);
      centres = OutlineSection.points(s, "centres");
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
      throw s.error("file", Message.NO_START_FILE, Excerpt.of(text));
    }
  }

  /** A texture that a file holds must be of this film. */
  void requireStart(Experiment e, Section s) {
    InitialSpec.Texture texture = e.initial().texture();
    if (texture instanceof InitialSpec.Named && started.add(List.of(texture, e.film()))) {
      try {
        new FilmSetup(e, Parallel.SERIAL).start(0);
      } catch (ExperimentException x) {
        throw x.movedTo(s.originOf("file"), "initial.file");
      } catch (IOException x) {
        throw s.error("file", Message.UNREADABLE, x.getMessage());
      }
    }
  }

  /** The section of a start. */
  static YamlNode tree(InitialSpec i) {
    YamlNode.Mapping map = map();
    if (i.texture() instanceof InitialSpec.Uniform u) {
      map =
          map.with("texture", scalar("uniform"))
              .with("direction", numbers("initial.direction", u.x(), u.y(), u.z()));
    } else if (i.texture() instanceof InitialSpec.Helix h) {
      map = map.with("texture", scalar("helix")).with("angle", number("initial.angle", h.angle()));
      if (h.period().isPresent()) {
        map = map.with("period", number("initial.period", h.period().getAsDouble()));
      }
    } else if (i.texture() instanceof InitialSpec.Skyrmions k) {
      map = skyrmions(k);
    } else if (i.texture() instanceof InitialSpec.Wall w) {
      map = map.with("texture", scalar("wall"));
      if (!w.centre().isEmpty()) {
        map = map.with("centre", numbers("initial.centre", w.centre()));
      }
      map = map.with("angle", number("initial.angle", w.angle()));
      map = optional(map, "initial", "width", w.width());
    } else if (i.texture() instanceof InitialSpec.FromFile f) {
      map = map.with("texture", scalar("file")).with("file", scalar(f.path()));
      if (f.resampled()) {
        map = map.with("resample", scalar("on"));
      }
    } else if (i.texture() instanceof InitialSpec.Picture p) {
      map =
          map.with("texture", scalar("image"))
              .with("file", scalar(p.path()))
              .with("shows", word(p.shows()));
      if (p.shows() == InitialSpec.Shown.STRAY_FIELD) {
        map = map.with("height", number("initial.height", p.height()));
      }
      map = map.with("bright", scalar(p.brightUp() ? "up" : "down"));
    } else {
      map = map.with("texture", scalar("maze"));
    }
    return map.with("seed", scalar(Long.toString(i.seed())))
        .with(
            "relax",
            map()
                .with("time", number("initial.relax.time", i.relaxTime()))
                .with("alpha", number("initial.relax.alpha", i.relaxAlpha())));
  }

  private static YamlNode.Mapping skyrmions(InitialSpec.Skyrmions k) {
    YamlNode.Mapping map = map().with("texture", scalar("skyrmion"));
    if (!k.centres().isEmpty()) {
      map = map.with("centres", OutlineSection.corners(k.centres()));
    }
    map = optional(map, "initial", "radius", k.radius());
    return optional(map, "initial", "width", k.width())
        .with("core", scalar(k.coreUp() ? "up" : "down"));
  }
}
