package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.input.ExperimentException;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.KeyKind;
import hopfilm.key.KeyKind.Choice;
import hopfilm.key.KeyKind.Form;
import hopfilm.key.KeyKind.Measure;
import hopfilm.key.KeyKind.Measures;
import hopfilm.key.KeyKind.Other;
import hopfilm.key.KeyKind.Whole;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each key refuses follows from its declaration: a new key is tested as it is declared. */
class KeyRefusalsTest {

  @TempDir static Path folder;

  private static Path drawing;
  private static Path picture;

  @BeforeAll
  static void draw() throws IOException {
    Corpus.writeDrawings(folder);
    drawing = folder.resolve("drawing.svg");
    picture = folder.resolve("picture.png");
  }

  /**
   * A value that a key must refuse.
   *
   * @param path the key
   * @param value as written
   * @param said part of the message
   */
  record Refusal(String path, String value, String said) {}

  /** Maps of other keys, with messages of their own. */
  private static final List<String> SEVERAL =
      List.of(
          "sweep",
          "optimise.parameters",
          "fit.parameters",
          "fit.data[].of",
          "fit.data[].file",
          "fit.data[].picture",
          "fit.data[].at",
          "fit.data[].size",
          "fit.data[].noise",
          "protocol.drive.voltages",
          "protocol.drive.currents",
          "protocol.drive.field.value");

  static Stream<Refusal> refusals() {
    return ExperimentKeys.all().stream()
        .filter(k -> !SEVERAL.contains(k.path()))
        .flatMap(k -> of(k));
  }

  private static Stream<Refusal> of(Key key) {
    Map<String, String> values = new LinkedHashMap<>();
    KeyKind kind = key.kind();
    if (kind instanceof Measure m) {
      values.put("", "empty; allowed: " + m.allowed());
      values.put("[1, 2]", "[1, 2] is not one value; allowed: " + m.allowed());
      values.put("{a: 1}", "{a: 1} is not one value; allowed: " + m.allowed());
      values.putAll(wrong(m));
    } else if (kind instanceof Measures m) {
      values.put("", "empty; allowed: " + m.allowed());
      values.put("7", "\"7\" is not a list; write " + m.allowed());
      values.put("{a: 1}", "{a: 1} is not a list; write " + m.allowed());
      int n = m.count() == 0 ? 4 : Math.max(1, m.count());
      String good = m.element().forms().get(0).range().high();
      wrong(m.element()).forEach((v, said) -> values.put(listOf(n, good, v), said));
      if (m.count() == Measures.ANY) {
        values.put("[]", "the list is empty");
      } else {
        values.put(
            listOf(n + 1, good, good),
            m.count() == 0 ? "5 values for 4 electrodes" : n + 1 + " instead of " + n + " values");
      }
    } else if (kind instanceof Whole w) {
      values.put("", "empty; allowed: " + w.allowed());
      values.put("[1]", "[1] is not one value");
      for (String v : List.of("1.5", "one", Long.toString(w.min() - 1), "99999999999999999999")) {
        values.put(v, "\"" + v + "\" is not " + w.allowed() + "; write for example ");
      }
      if (w.max() < Long.MAX_VALUE) {
        String above = Long.toString(w.max() + 1);
        values.put(above, "\"" + above + "\" is not " + w.allowed());
      }
    } else if (kind instanceof Choice c) {
      values.put("", "empty; allowed: " + c.allowed());
      values.put("[a]", "[a] is not one value; allowed: " + c.allowed());
      values.put("4 nm", "\"4 nm\" is none of " + c.allowed());
    } else if (kind instanceof Other o
        && !List.of("from", "coupling", "substrate", "samples").contains(key.name())) {
      values.put("", "empty; allowed: " + o.allowed());
      values.put("{a: 1}", o.isList() ? "{a: 1} is not a list; write " : "{a: 1} is not one value");
    }
    return values.entrySet().stream().map(e -> new Refusal(key.path(), e.getKey(), e.getValue()));
  }

  /** Wrong dimension, no unit, out of range on both sides. */
  private static Map<String, String> wrong(Measure m) {
    Map<String, String> values = new LinkedHashMap<>();
    Form form = m.forms().get(0);
    boolean takesPower = m.forms().stream().anyMatch(f -> f.dimension() == Dimension.POWER);
    Dimension other = takesPower ? Dimension.FREQUENCY : Dimension.POWER;
    String said = "7 %s is %s; expected %s";
    values.put(
        "7 " + other.unit(),
        said.formatted(other.unit(), other.description(), form.dimension().description()));
    if (!form.dimension().unit().isEmpty() && form.dimension() != Dimension.ANGLE) {
      values.put("7", "7 has no unit; write for example 7 ");
    }
    values.put("many", "'many' is not a number with a unit; write for example ");
    for (String limit : List.of(form.range().low(), form.range().high())) {
      String beyond = beyond(limit, limit.equals(form.range().high()));
      values.put(beyond, beyond + " is out of range; allowed " + form.range());
    }
    return values;
  }

  /** A little more than an upper limit, or less than a lower one. */
  private static String beyond(String limit, boolean above) {
    String[] parts = limit.split(" ", 2);
    double x = Double.parseDouble(parts[0]);
    double y = x == 0 ? -1 : x + (above ? 1 : -1) * 0.5 * Math.abs(x);
    return Double.toString(y) + (parts.length > 1 ? " " + parts[1] : "");
  }

  private static String listOf(int n, String good, String last) {
    List<String> all = new ArrayList<>(Collections.nCopies(n - 1, good));
    all.add(last);
    return "[" + String.join(", ", all) + "]";
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesByItsDeclaration(Refusal r) {
    String shown =
        r.path()
            .replaceFirst("^parts", "film.mask[1].parts")
            .replace("signals[]", "drive.voltages.n1")
            .replace("protocol.", "")
            .replace("[]", "[1]");
    assertThatThrownBy(() -> ExperimentFile.parse(file(r), "e.yaml", List.of()))
        .isInstanceOf(ExperimentException.class)
        .message()
        .hasLineCount(1)
        .startsWith("e.yaml:")
        .contains(": " + shown + ": ")
        .contains(r.said());
  }

  /** A file in which the key is used, with this value. */
  private static String file(Refusal r) {
    String path = r.path();
    String key = path.substring(path.lastIndexOf('.') + 1);
    String entry = key + ": " + r.value();
    String section = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    String beside = beside(path).isEmpty() ? "" : ", " + beside(path);
    String map = "{" + entry + beside + "}";
    if (section.isEmpty()) {
      return entry + "\n";
    } else if (section.equals("electrodes[]") || section.equals("film.mask[]")) {
      return section.equals("electrodes[]")
          ? "electrodes: [" + map + "]\n"
          : "film: {mask: [" + map + "]}\n";
    } else if (section.equals("regions[]")) {
      return "regions: [" + map + "]\n";
    } else if (section.equals("expect[]")) {
      return "expect: [" + map + "]\n";
    } else if (section.equals("electrodes[].patches[]")) {
      return "electrodes: [{name: a, patches: [" + map + "]}]\n";
    } else if (section.equals("parts[]")) {
      return "film: {mask: [{shape: union, parts: [" + map + "]}]}\n";
    } else if (section.equals("signals[]")) {
      return "protocol: [{drive: {time: 1 ns, voltages: {n1: " + map + "}}}]\n";
    } else if (section.startsWith("protocol.")) {
      String before =
          section.equals("protocol.retrieve") ? "train: {pattern: +-+-}}, {measure: b}, {" : "";
      String[] steps = section.split("\\.");
      String inner =
          steps.length > 2
              ? "{" + steps[2] + ": " + map + (steps[1].equals("train") ? ", pattern: +-+-}" : "}")
              : map;
      String drive = key.startsWith("current") ? "electrodes: {drive: current}\n" : "";
      return drive + "protocol: [{" + before + steps[1] + ": " + inner + "}]\n";
    }
    String[] parts = section.split("\\.");
    return parts[0] + ": " + (parts.length > 1 ? "{" + parts[1] + ": " + map + "}" : map) + "\n";
  }

  /** What must stand beside a key for it to be read. */
  private static String beside(String path) {
    String key = path.substring(path.lastIndexOf('.') + 1);
    if (path.matches("(electrodes|film\\.mask|regions|parts)\\[].*")) {
      boolean isNamed = path.startsWith("electrodes[]") && !path.contains("patches[]");
      String name = isNamed && !key.equals("name") ? "name: a" : "";
      String outline =
          switch (key) {
            case "shape", "patches" -> "";
            case "centre" -> "shape: disc, radius: 9 nm";
            case "size" -> "shape: rectangle, centre: [0 nm, 0 nm]";
            case "points" -> "shape: polygon";
            case "inner" -> "shape: ring, centre: [0 nm, 0 nm], radius: 9 nm";
            case "parts" -> "shape: union";
            case "contours" -> "shape: contours";
            case "file" -> "shape: svg, id: film";
            case "id" -> "shape: svg, file: " + drawing;
            case "scale" -> "shape: svg, id: film, file: " + drawing;
            case "pixels", "threshold" ->
                "shape: image, centre: [0 nm, 0 nm], size: [9 nm, 9 nm], file: " + picture;
            case "spacing" -> "shape: disc, centre: [0 nm, 0 nm], radius: 9 nm, copies: 1x2";
            case "radius" -> "shape: disc, centre: [0 nm, 0 nm]";
            default -> "shape: disc, centre: [0 nm, 0 nm], radius: 9 nm";
          };
      return Stream.of(name, outline)
          .filter(s -> !s.isEmpty())
          .reduce((a, b) -> a + ", " + b)
          .orElse("");
    }
    if (path.matches("protocol\\.(relax|rest|drive|inject)\\.until\\..*")) {
      return switch (key) {
        case "column" -> "below: 1";
        case "over" -> "column: Q, settled: 1";
        default -> "column: Q";
      };
    }
    return switch (path) {
      case "signals[].frequency", "signals[].phase", "signals[].offset" -> "sine: 1 mV";
      case "signals[].on", "signals[].off", "signals[].ramp" -> "pulses: 1 mV";
      case "signals[].column", "signals[].every", "signals[].scale", "signals[].between" ->
          "samples: [1]";
      case "heat.substrate.conductivity" -> "capacity: 2 MJ/m^3/K";
      case "pinning.density" -> "radius: 9 nm, Ku: 1 kJ/m^3";
      case "pinning.radius" -> "density: 9 1/um^2, Ku: 1 kJ/m^3";
      case "pinning.Ku", "pinning.frozen" -> "density: 9 1/um^2, radius: 9 nm";
      case "pinning.seed" -> "density: 9 1/um^2, radius: 9 nm, frozen: true";
      case "grains.seed" -> "size: 9 nm";
      case "film.points" -> "shape: polygon";
      case "film.parts" -> "shape: union";
      case "film.contours" -> "shape: contours";
      case "film.file" -> "shape: svg, id: film";
      case "film.id" -> "shape: svg, file: " + drawing;
      case "film.scale" -> "shape: svg, id: film, file: " + drawing;
      case "film.inner" -> "shape: ring";
      case "film.pixels", "film.threshold" -> "shape: image, file: " + picture;
      case "device.scale" -> "svg: " + drawing;
      case "electrodes.length" -> "layout: edge-centres";
      case "electrodes.grid" -> "radius: 9 nm, margin: 80 nm";
      case "electrodes.wired.grid" -> "neurons: 2";
      case "electrodes.wired.neurons" -> "grid: 2x2";
      case "electrodes.wired.signs", "electrodes.wired.seed" -> "grid: 2x2, neurons: 2";
      case "electrodes.rows.grid" -> "pixels: 2";
      case "electrodes.rows.pixels" -> "grid: 2x2";
      case "electrodes.rows.places", "electrodes.rows.seed", "electrodes.rows.spacing" ->
          "grid: 2x2, pixels: 2";
      case "electrodes.margin" -> "grid: 2x2, radius: 9 nm";
      case "initial.direction" -> "texture: uniform";
      case "initial.angle", "initial.period" -> "texture: helix";
      case "initial.centre", "initial.centres", "initial.radius", "initial.core" ->
          "texture: skyrmion";
      case "initial.width" -> "texture: wall";
      case "network.current" -> "weights: resistance";
      case "protocol.train.voltage",
          "protocol.train.current",
          "protocol.train.time",
          "protocol.train.slot",
          "protocol.train.ramp",
          "protocol.train.until" ->
          "pattern: +-+-";
      case "protocol.write.voltage",
          "protocol.write.time",
          "protocol.write.until",
          "protocol.write.part" ->
          "picture: +-+-";
      case "protocol.train.margin", "protocol.train.clearance", "protocol.train.hold" ->
          "pattern: +-+-, until: verified";
      case "protocol.train.order",
          "protocol.train.flips",
          "protocol.train.gain",
          "protocol.train.show" ->
          "patterns: [+-+-, ++--], until: verified";
      case "protocol.train.drive" -> "patterns: [+-+-, ++--]";
      case "protocol.train.pulse.on" -> "off: 1 ns";
      case "protocol.train.pulse.off" -> "on: 1 ns";
      case "protocol.retrieve.order" -> "update: asynchronous";
      case "protocol.retrieve.copies", "protocol.retrieve.flips", "protocol.retrieve.flipped" ->
          "from: noisy";
      case "film.field.scale",
          "protocol.field.scale",
          "protocol.relax.field.scale",
          "protocol.rest.field.scale",
          "protocol.train.field.scale",
          "protocol.inject.field.scale" ->
          "file: " + picture;
      case "protocol.field.time", "protocol.field.shape" -> "value: [1 mT, 0 mT, 0 mT]";
      case "protocol.relax.field.shape",
          "protocol.rest.field.shape",
          "protocol.train.field.shape",
          "protocol.inject.field.shape" ->
          "value: [1 mT, 0 mT, 0 mT]";
      case "protocol.relax.field.frequency",
          "protocol.rest.field.frequency",
          "protocol.train.field.frequency",
          "protocol.inject.field.frequency" ->
          "value: [1 mT, 0 mT, 0 mT], shape: sine";
      case "protocol.inject.frequency" -> "density: 1e10 A/m^2, shape: sine";
      case "protocol.field.frequency" -> "value: [1 mT, 0 mT, 0 mT], shape: sine";
      case "protocol.repeat.times" -> "steps: [rest: 1 ns]";
      case "initial.resample" -> "texture: file";
      case "initial.shows", "initial.bright" -> "texture: image, file: " + picture;
      case "initial.height" -> "texture: image, shows: stray-field, file: " + picture;
      case "network.scaling" -> "reference: scaled";
      case "network.mazes" -> "reference: untrained-mean";
      case "optimise.maximise", "optimise.minimise" -> "parameters: {material.P: [0, 1]}";
      case "optimise.evaluations", "optimise.population", "optimise.seed" ->
          "maximise: margin, parameters: {material.P: [0, 1]}";
      case "fit.draws", "fit.evaluations", "fit.seed" ->
          "data: [noise: 1 %], parameters: {material.P: [0.1, 1]}";
      case "numerics.tolerance" -> "integrator: dopri5";
      default -> "";
    };
  }

  @org.junit.jupiter.api.Test
  void thereAreManyRefusals() {
    assertThat(refusals().count()).isGreaterThan(400);
  }
}
