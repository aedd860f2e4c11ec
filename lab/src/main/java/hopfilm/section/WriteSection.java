package hopfilm.section;

import hopfilm.drawing.DrawingException;
import hopfilm.drawing.SignPicture;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Excerpt;
import hopfilm.input.FileMessage;
import hopfilm.input.InputFiles;
import hopfilm.input.InputMessage;
import hopfilm.input.Spelling;
import hopfilm.key.Binder;
import hopfilm.key.ExperimentKeys.WriteKeys;
import hopfilm.key.Section;
import hopfilm.key.YamlValues;
import hopfilm.transport.Electrode.Drive;
import hopfilm.yaml.YamlNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A write step, read and written: a train step of given voltages. */
final class WriteSection {

  /** Without voltages after a block: what the row has gained is read at rest [s]. */
  private static final double REST = 1e-9;

  private static final int MOST_BLOCKS = 2;

  private static final String PICTURE = "picture";

  /** As arrays of other programs have them. */
  private static final Map<String, String> PIXELS =
      Map.of("1", "+", "+1", "+", "1.0", "+", "true", "+", "-1", "-", "-1.0", "-", "false", "-");

  private final Section s;
  private final ProtocolContext protocol;

  private WriteSection(Section s, ProtocolContext protocol) {
    this.s = s;
    this.protocol = protocol;
  }

  static Step.Train read(Section s, ProtocolContext protocol) {
    return new WriteSection(withSigns(s), protocol).read();
  }

  /** The same with the rows of a picture as one text of signs. */
  private static Section withSigns(Section s) {
    return s.node(PICTURE) instanceof YamlNode.Sequence rows
        ? s.without(PICTURE)
            .over(
                YamlValues.map().with(PICTURE, new YamlNode.Scalar(signs(s, rows), rows.origin())))
        : s;
  }

  private static String signs(Section s, YamlNode.Sequence rows) {
    if (rows.items().isEmpty()) {
      throw s.error(PICTURE, FileMessage.EMPTY_LIST);
    }
    List<String> lines = rows.items().stream().map(row -> row(s, row)).toList();
    int first = lines.get(0).length();
    for (int k = 1; k < lines.size(); k++) {
      int pixels = lines.get(k).length();
      if (pixels != first) {
        throw s.error(PICTURE, FileMessage.UNEQUAL_ROWS, k + 1, pixels, first);
      }
    }
    return String.join("", lines);
  }

  /** A row of numbers or of signs; in a plain list of numbers each is one. */
  private static String row(Section s, YamlNode row) {
    if (row instanceof YamlNode.Sequence pixels) {
      return pixels.items().stream().map(pixel -> row(s, pixel)).collect(Collectors.joining());
    }
    String text = row instanceof YamlNode.Scalar pixel ? pixel.text() : row.flow();
    if (PIXELS.containsKey(text)) {
      return PIXELS.get(text);
    }
    if (SignPicture.isSigns(text)) {
      return text.replaceAll("\\s", "");
    }
    throw s.errorIn(PICTURE, row, FileMessage.NO_PIXEL, Excerpt.of(text));
  }

  private Step.Train read() {
    WriteKeys given = Binder.read(WriteKeys.class, s);
    if (!protocol.hasRow()) {
      throw s.error("", FileMessage.WRITE_NEEDS_ROWS);
    }
    if (!Set.of(Drive.VOLTAGE).containsAll(protocol.kinds())) {
      throw s.error("", FileMessage.WRITE_NEEDS_VOLTAGES);
    }
    if (protocol.weights() != WeightKind.CONDUCTANCE
        || !Set.of(Reference.UNTRAINED, Reference.UNTRAINED_SCALED)
            .contains(protocol.reference())) {
      throw s.error(
          "",
          FileMessage.WRITE_NEEDS_UNTRAINED,
          Spelling.of(protocol.weights()),
          Spelling.of(protocol.reference()));
    }
    boolean isVerified = given.until() == WriteKeys.Until.VERIFIED;
    double block = given.time() + REST;
    double all = isVerified ? MOST_BLOCKS * block : block;
    protocol.wrote();
    return new Step.Train(
        List.of(new Step.PictureDrive(picture(given), given.voltage())),
        all,
        new Schedule(
            all,
            given.time(),
            REST,
            0,
            isVerified ? new Schedule.Verified(0, 0, 0) : new Schedule.Time(),
            Optional.empty()),
        given.temperature(),
        Optional.empty(),
        given.part());
  }

  private Pattern picture(WriteKeys given) {
    String text = given.picture();
    try {
      String signs =
          SignPicture.of(text, name -> s.path(PICTURE, name))
              .orElseThrow(() -> s.error(PICTURE, FileMessage.NO_PICTURE, Excerpt.of(text)));
      int pixels = protocol.electrodes() - 1;
      if (given.tile().isPresent()) {
        int tile = given.tile().get();
        if (signs.length() % pixels != 0 || tile > signs.length() / pixels) {
          throw s.error("tile", FileMessage.WRITE_NO_TILE, tile, signs.length(), pixels);
        }
        signs = signs.substring((tile - 1) * pixels, tile * pixels);
      }
      if (signs.length() != pixels) {
        throw s.error(PICTURE, FileMessage.HOW_MANY_PIXELS, signs.length(), pixels);
      }
      return new Pattern(signs);
    } catch (DrawingException e) {
      throw s.error(PICTURE, FileMessage.BAD_PICTURE, e.getMessage());
    } catch (IOException e) {
      throw s.error(PICTURE, InputMessage.UNREADABLE, InputFiles.reason(e));
    }
  }

  /** The map of a write step. */
  static YamlNode tree(Step.Train t) {
    Step.PictureDrive p = t.picture().orElseThrow();
    return Binder.tree(
        "protocol.write",
        new WriteKeys(
            p.picture().text(),
            Optional.empty(),
            p.voltage(),
            t.schedule().on(),
            t.schedule().mayEndSooner() ? WriteKeys.Until.VERIFIED : WriteKeys.Until.TIME,
            t.temperature(),
            t.part()));
  }
}
