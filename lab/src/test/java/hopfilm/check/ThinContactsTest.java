package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings of what is one cell small. */
class ThinContactsTest {

  private static List<String> warnings(String film, String... settings) {
    String text =
        """
        film: {size: [96 nm, 96 nm], cell: 4 nm, thickness: 20 nm%s}
        electrodes:
          - {name: a, shape: disc, centre: [0 nm, 0 nm], radius: 20 nm}
          - {name: b, shape: disc, centre: [96 nm, 96 nm], radius: 20 nm}
        initial: {texture: uniform, direction: [0, 0, 1]}
        protocol:
          - train: {voltages: [1 mV, 0 V], time: 1 ps}
        """
            .formatted(film);
    return Plausibility.warnings(ExperimentFile.parse(text, "x", List.of(settings))).stream()
        .filter(w -> w.contains("corner") || w.contains("one cell wide"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", mask: [{shape: disc, centre: [50 nm, 43 nm], radius: 17 nm}]",
        // bridges of two cells, along the sides and slanted
        ", mask: [{shape: rectangle, centre: [48 nm, 23 nm], size: [12 nm, 46 nm]},"
            + " {shape: rectangle, centre: [48 nm, 76 nm], size: [12 nm, 40 nm]}]",
        // a tip that ends in single cells is no bridge
        ", shape: polygon, points: [[0 nm, 0 nm], [96 nm, 0 nm], [96 nm, 96 nm], [40 nm, 40 nm],"
            + " [4 nm, 96 nm]]"
      })
  void ordinaryFilmsHaveNone(String film) {
    assertThat(warnings(film)).isEmpty();
  }

  @Test
  void cellsThatTouchAtACornerAreNamed() {
    // a cut of one cell along the diagonal
    String cut =
        ", mask: [{shape: polygon, points: [[0 nm, 95 nm], [1 nm, 96 nm], [96 nm, 1 nm], [95 nm, 0"
            + " nm]]}]";
    assertThat(warnings(cut))
        .hasSize(1)
        .allMatch(w -> w.startsWith("cells of the film touch at their corners only at ("));
  }

  @Test
  void aBridgeOfOneCellIsNamed() {
    String slit =
        ", mask: [{shape: rectangle, centre: [48 nm, 22 nm], size: [12 nm, 44 nm]},"
            + " {shape: rectangle, centre: [48 nm, 72 nm], size: [12 nm, 48 nm]}]";
    assertThat(warnings(slit))
        .containsExactly(
            "the film is one cell wide at (38 nm, 46 nm): what passes there depends on film.cell ="
                + " 4 nm; use a third of it, or a wider bridge");
  }

  @Test
  void contactsOfOneCellAreNamed() {
    assertThat(warnings("", "electrodes[1].radius=1 nm", "electrodes[1].centre=[40 nm, 40 nm]"))
        .containsExactly(
            "electrode 'a' covers one corner of a cell: the resistance around so small a contact is"
                + " that of the cells and has no limit for fine ones; make it 3 cells wide (12 nm)"
                + " or more");
    assertThat(warnings("", "electrodes[2].radius=3 nm", "electrodes[2].centre=[42 nm, 42 nm]"))
        .singleElement()
        .asString()
        .startsWith("electrode 'b' covers the corners of one cell only");
    // a probe carries no current
    assertThat(
            warnings(
                "",
                "electrodes[1].radius=1 nm",
                "electrodes[1].drive=float",
                "protocol=[{train: {voltages: [0 V], time: 1 ps}}]"))
        .isEmpty();
  }
}
