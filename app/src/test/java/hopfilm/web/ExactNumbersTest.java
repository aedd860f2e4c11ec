package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.ListedElectrodes;
import hopfilm.experiment.Outline;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Numbers of commands come into the experiment to the same bits. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExactNumbersTest extends OwnServer {

  private Experiment experiment(String film) throws Exception {
    String yaml = new String(caller.bytes("/api/films/" + film + "/experiment"), "UTF-8");
    return ExperimentFile.parse(yaml, "now", List.of());
  }

  @Test
  void numbersComeIntoTheExperimentToTheSameBits() throws Exception {
    String film = caller.film(Caller.SMALL);
    caller.command(
        film, "{\"command\": \"train\", \"voltage\": 0.0123456789, \"time\": 1.23456789e-11}");
    caller.await(film, s -> Caller.isIdle(s) && !s.path("undo").isNull());
    caller.command(
        film,
        "{\"command\": \"train\", \"voltages\": [0.0123456789, 0, \"1.23456 mV\", 0],"
            + " \"time\": 1.23456789e-11, \"ramp\": 1.0101010101e-12}");
    caller.await(film, s -> Caller.isIdle(s) && experimentSteps(film) == 3);
    caller.command(film, "{\"command\": \"relax\", \"alpha\": 0.123456, \"time\": 1.0000001e-11}");
    caller.await(film, s -> Caller.isIdle(s) && experimentSteps(film) == 4);
    List<Step> steps = experiment(film).steps();
    Step.Train signs = (Step.Train) steps.get(1);
    assertThat(signs.time()).isEqualTo(1.23456789e-11);
    assertThat(signs.drives().get(0).values().at(0)).isEqualTo(0.0123456789);
    Step.Train given = (Step.Train) steps.get(2);
    assertThat(given.drives().get(0).values().at(0)).isEqualTo(0.0123456789);
    assertThat(given.drives().get(0).values().at(2)).isEqualTo(1.23456e-3);
    assertThat(given.schedule().ramp()).isEqualTo(1.0101010101e-12);
    assertThat(steps.get(3)).isEqualTo(new Step.Relax(1.0000001e-11, 0.123456));
  }

  private int experimentSteps(String film) {
    try {
      return experiment(film).steps().size();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void contactsThatNobodyMovedKeepTheirBits() throws Exception {
    String film = caller.film(Caller.SMALL);
    caller.command(
        film,
        "{\"command\": \"electrodes\", \"list\": ["
            + "{\"name\": \"a\", \"centre\": [2.23456789e-8, 3.3333333333e-8], \"radius\": 1.98765432e-8},"
            + "{\"name\": \"b\", \"centre\": [3.23456789e-8, 9.3333333333e-8], \"radius\": 1.98765432e-8,"
            + " \"resistance\": 1.23456789},"
            + "{\"name\": \"c\", \"shape\": \"rectangle\", \"centre\": [1.2111111111e-7, 3.0606060606e-8],"
            + " \"size\": [2.3456789e-8, 3.456789e-8]},"
            + "{\"name\": \"d\", \"shape\": \"polygon\", \"points\": [[1.000000001e-7, 8.00000003e-8],"
            + " [1.300000001e-7, 8.00000003e-8], [1.100000001e-7, 1.100000003e-7]]}]}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("chapter").asInt() == 2);
    List<ListedElectrodes.Entry> listed =
        ((ListedElectrodes) experiment(film).electrodes()).entries();
    assertThat(listed.get(0).patches().get(0).outline())
        .isEqualTo(new Outline.Disc(2.23456789e-8, 3.3333333333e-8, 1.98765432e-8));
    assertThat(listed.get(1).contact().resistance()).isEqualTo(1.23456789);
    assertThat(listed.get(2).patches().get(0).outline())
        .isEqualTo(
            new Outline.Rectangle(1.2111111111e-7, 3.0606060606e-8, 2.3456789e-8, 3.456789e-8));
    caller.command(
        film,
        "{\"command\": \"move\", \"electrode\": \"a\", \"centre\": [2.13456789e-8, 3.1333333333e-8]}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("chapter").asInt() == 3);
    List<ListedElectrodes.Entry> moved =
        ((ListedElectrodes) experiment(film).electrodes()).entries();
    assertThat(moved.get(0).patches().get(0).outline())
        .isEqualTo(new Outline.Disc(2.13456789e-8, 3.1333333333e-8, 1.98765432e-8));
    assertThat(moved.subList(1, 4)).isEqualTo(listed.subList(1, 4));
    caller.command(
        film,
        "{\"command\": \"electrodes\", \"layout\": \"grid: 2x2\", \"radius\": 1.23456789e-8,"
            + " \"margin\": 2.23456789e-8}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("chapter").asInt() == 4);
    ElectrodesSpec.Discs discs = (ElectrodesSpec.Discs) experiment(film).electrodes();
    assertThat(discs.radius()).isEqualTo(1.23456789e-8);
    assertThat(discs.margin()).isEqualTo(2.23456789e-8);
  }
}
