package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfilm.dynamics.Coupling;
import hopfilm.experiment.ContactKind;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.FilmSpec.FilmEdges;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Outline;
import hopfilm.experiment.Starts;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.input.ExperimentException;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.KeyKind;
import hopfilm.key.YamlValues;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.units.Dimension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {

  private static Experiment parse(String yaml, String... settings) {
    return ExperimentFile.parse(yaml, "test", List.of(settings));
  }

  @Test
  void anEmptyFileIsTheDefaultNetwork() {
    Experiment e = ExperimentFile.defaults();
    assertThat(e.film())
        .isEqualTo(
            new FilmSpec(
                List.of(512e-9, 512e-9),
                4e-9,
                1e-6,
                1,
                FilmEdges.OPEN,
                new FilmSpec.LongRange(DemagKind.OFF, false),
                Optional.empty(),
                List.of(0.0, 0.0),
                new Outline.Whole(),
                Optional.empty()));
    assertThat(e.film().nx()).isEqualTo(128);
    // D_H = 6.5 mA is 2.859 mJ/m^2 at Ms = 700 kA/m (four digits are printed there)
    assertThat(e.material().D()).isCloseTo(2.859e-3, within(5e-7));
    assertThat(e.material().rhoPerp()).isEqualTo(1.5e-7);
    assertThat(e.material().amr()).isEqualTo(1.5);
    assertThat(e.electrodes())
        .isEqualTo(new ElectrodesSpec.Corners(154e-9, ContactKind.OfAll.IDEAL));
    assertThat(e.initial()).isEqualTo(new InitialSpec(new InitialSpec.Maze(), 1, 10e-9, 0.5));
    assertThat(e.protocol())
        .containsExactly(
            new Step.Measure("untrained"),
            new Step.Train(new Step.PatternDrive(new Pattern("+-+-"), 0.0384, false), 20e-9),
            new Step.Measure("under-current"),
            new Step.Rest(1.5e-9),
            new Step.Measure("trained"),
            new Step.Retrieve(new Starts.AllPatterns(), UpdateRule.GRADED, 1.2, false),
            new Step.Retrieve(new Starts.AllPatterns(), UpdateRule.ASYNCHRONOUS, 1.2, false));
    assertThat(e.network().reference()).isEqualTo(Reference.UNTRAINED);
    assertThat(e.numerics().discretisation()).isEqualTo(Discretisation.COVARIANT);
    assertThat(e.numerics().numerics().coupling()).isEqualTo(Coupling.adaptive());
    assertThat(e.output().table()).isEqualTo(1e-10);
    assertThat(e.duration()).isCloseTo(31.5e-9, within(1e-20));
  }

  @Test
  void theUnitOfDTellsWhichFormIsMeant() {
    Experiment energy = parse("material: {D: 2.86 mJ/m^2, Ms: 600 kA/m}");
    assertThat(energy.material().D()).isEqualTo(2.86e-3);
    Experiment field = parse("material: {D: 6.5 mA, Ms: 350 kA/m}");
    // half the Ms, half the D
    assertThat(field.material().D())
        .isCloseTo(ExperimentFile.defaults().material().D() / 2, within(1e-17));
  }

  @Test
  void fieldsAreReadInTeslaAndInAmperePerMetre() {
    Experiment e =
        parse(
            "protocol: [field: {value: [0 mT, 100 mT, 80 kA/m], time: 2 ns}, field: {value: [0 T,"
                + " 0 T, 1 T]}]");
    Step.Field field = (Step.Field) e.protocol().get(0);
    // 100 mT / mu0
    assertThat(field.source().value().orElseThrow().get(1)).isCloseTo(79577.4715, within(1e-3));
    assertThat(field.source().value().orElseThrow().get(2)).isEqualTo(80e3);
    assertThat(field.time()).isEqualTo(2e-9);
  }

  /** A file that is written again has fields as they were given. */
  @Test
  void fieldsAreWrittenInMilliteslaWhereThatIsShorter() {
    Experiment e =
        parse(
            "protocol: [field: {value: [0.1 mT, -400 mT, 80 kA/m], time: 2 ns},"
                + " relax: {time: 1 ns, torque: 0.1 mT}]");
    assertThat(ExperimentFile.write(e))
        .contains("value: [0.1 mT, -400 mT, 80 kA/m]", "torque: 0.1 mT");
    assertThat(parse(ExperimentFile.write(e))).isEqualTo(e);
  }

  @Test
  void anEntryIsSetByItsNumber() {
    String regions =
        "regions: [{shape: disc, centre: [9 nm, 9 nm], radius: 9 nm, name: soft, Ku: 1 kJ/m^3},"
            + " {shape: disc, centre: [9 nm, 9 nm], radius: 9 nm, name: hard, Ku: 1 kJ/m^3}]";
    assertThatThrownBy(
            () -> ExperimentFile.parse(regions, "x", List.of("regions.hard.Ku=2 kJ/m^3")))
        .hasMessageContaining("regions is a list, whose entries have numbers; write regions[2].Ku");
  }

  @Test
  void readsShortAndFullSpellingAlike() {
    Experiment brief =
        parse("initial: {relax: 5 ns}\nprotocol: [relax: 1 ns, rest: 2 ns, measure: a]");
    Experiment full =
        parse(
            """
            initial: {texture: maze, relax: {time: 5 ns, alpha: 0.5}}
            protocol:
              - relax: {time: 1 ns, alpha: 0.5}
              - rest: {time: 2 ns}
              - measure: {label: a}
            """);
    assertThat(brief).isEqualTo(full);
  }

  @Test
  void aFileAloneMeansThatTexture(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
      throws java.io.IOException {
    hopfilm.io.Ovf.write(
        folder.resolve("m.ovf"),
        hopfilm.magnet.Textures.uniform(ExperimentFile.defaults().film().grid(), 0, 0, 1),
        hopfilm.io.OvfFormat.BINARY4,
        "m",
        "",
        0);
    java.nio.file.Path file =
        java.nio.file.Files.writeString(folder.resolve("e.yaml"), "initial: {file: m.ovf}");
    Experiment e = ExperimentFile.read(file, List.of());
    assertThat(e.initial().texture()).isEqualTo(new InitialSpec.FromFile(folder.resolve("m.ovf")));
    assertThat(e.initial().relaxTime()).isZero();
    assertThat(e.name()).isEqualTo("e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name: 'a: b # \"c\" \\ ü\t-'",
        "name: '~'",
        "film: {size: [1 um, 400 nm], cell: 2.5 nm, thickness: 3.7 nm, demag: local, oersted: on}",
        "film: {size: [1.7e-7 m, 1.7e-7 m], cell: 1.7e-9 m}\nelectrodes: {layout: sides-x}\nprotocol:"
            + " [measure: a]",
        "film: {edges: periodic-y, demag: on}\nelectrodes: {layout: sides-x}\nprotocol: [measure: a]",
        "material: {D: -1.23456789012345 mJ/m^2, axis: [1, 0.3, 0], amr: -12.3 %, xi: 0.1}",
        "electrodes: {layout: edge-centres, length: 120 nm}",
        "electrodes: {grid: 3x2, radius: 40 nm, margin: 80 nm}\nprotocol: [measure: a]",
        "electrodes: [{name: a, shape: rectangle, centre: [0 nm, 100 nm], size: [9 nm, 33 nm]},"
            + " {name: b, shape: polygon, points: [[300 nm, 0 nm], [400 nm, 0 nm], [350 nm, 50"
            + " nm]]}]\nprotocol: [train: {voltages: [1.1 mV, -0.3 V], time: 3 ns}]",
        "initial: {texture: helix, angle: 30 deg}",
        "initial: {texture: uniform, direction: [1, 0, 2], relax: 1 ns}",
        "protocol: [repeat: {times: 3, steps: [rest: 1 ns, train: {pattern: ++--, voltage: 1 uV}]}]",
        "film: {shape: disc, mask: [{shape: disc, centre: [256 nm, 256 nm], radius: 40 nm}, {shape:"
            + " polygon, points: [[0 nm, 0 nm], [9.5 nm, 0 nm], [0 nm, 7 nm]], keep: outside},"
            + " {shape: rectangle, centre: [256 nm, 256 nm], size: [400 nm, 420 nm], keep:"
            + " inside}]}\nelectrodes: [{name: a, shape: disc, centre: [100 nm, 256 nm], radius: 30"
            + " nm, resistance: 1.5 mOhm}, {name: b, shape: disc, centre: [400 nm, 256 nm], radius:"
            + " 30 nm}]\nprotocol: [measure: a]",
        "film: {shape: polygon, points: [[0 nm, 0 nm], [512 nm, 0 nm], [512 nm, 512 nm], [256 nm, 300 nm], [0 nm, 512 nm]]}\n"
            + "electrodes: {layout: corners, radius: 99 nm, resistance: 3 Ohm}\nprotocol: [measure:"
            + " a]",
        "material: {dmi: interfacial, spin_orbit: {damping_like: -0.15, field_like: 0.02}}",
        "initial: {texture: skyrmion, radius: 30 nm, core: up}",
        "initial: {texture: skyrmion, centres: [[100 nm, 100 nm], [300 nm, 0.2 um]], width: 5 nm}",
        "initial: {texture: wall, angle: 45 deg, centre: [100 nm, 0 nm], width: 9 nm, relax: 1 ns}",
        "protocol: [field: {value: [1 mT, 2 mT, 3 mT]}, field: {value: [1 mT, 0 mT, 0 mT], shape:"
            + " sine, time: 3 ns}, field: {value: [1 mT, 0 mT, 0 mT], shape: sine, frequency: 7"
            + " GHz}, field: {value: [0 mT, 0 mT, 1 T], shape: pulse, time: 100 ps}]",
        "output: {columns: [torque]}\n"
            + "protocol: [relax: {time: 1 ns, until: {column: torque, below: 80 kA/m}}, rest: {time: 1"
            + " ns, until: {column: torque, settled: 90 A/m}}]",
        "protocol: [train: {patterns: [+-+-, ++--], time: 6 ns}, train: {patterns: [+-+-, +--+],"
            + " pulse: {on: 1 ns, off: 3 ns}, time: 40 ns}, train: {patterns: [+---, ++--], slot: 3"
            + " ns, pulse: {on: 0.5 ns, off: 0.1 ns}, ramp: 0.1 ns}]",
        "protocol: [train: {pattern: +-+-, ramp: 1 ns, part: [2 ns, 3.5 ns]}, rest: {part: [0 ns, 1 ps]}]",
        "protocol: [train: {pattern: +---, pulse: {on: 1 ns, off: 1 ns}, ramp: 0.5 ns, until:"
            + " settled}, train: {voltages: [1 mV, 2 mV, 3 mV, 4 mV], slot: 5 ns}]",
        "protocol: [train: {pattern: +---, time: 60 ns, until: verified}, train: {pattern: +-+-,"
            + " until: verified, margin: 12 %, clearance: 2.5 %, hold: 0.7 ns, pulse: {on: 1 ns, off: 3 ns}, ramp: 0.2 ns}]",
        "protocol: [train: {patterns: [+---, +-+-], until: verified}, train: {patterns: [+---, +-+-],"
            + " order: worst, slot: 1 ns, gain: 4, flips: 2, show: first}, train: {patterns: [+---, +-+-], until:"
            + " verified, order: in-turn, drive: sum-and-difference, margin: 3 %}]",
        "electrodes: {grid: 4x4, radius: 20 nm, margin: 60 nm}\nprotocol: [train: {patterns:"
            + " [+--+-++--++-+--+], until: verified, flips: 3}]",
        "electrodes: [{name: a, patches: [{shape: disc, centre: [9 nm, 9 nm], radius: 9 nm}, {shape:"
            + " rectangle, centre: [99 nm, 99 nm], size: [9 nm, 9 nm], sign: -}]}, {name: b, shape:"
            + " disc, centre: [400 nm, 9 nm], radius: 9 nm}]\nprotocol: [train: {pattern: +-}]",
        "electrodes: {wired: {grid: 2x4, neurons: 4, signs: plain, seed: 3}, radius: 20 nm, margin: 0"
            + " nm}",
        "electrodes: {rows: {grid: 4x4, pixels: 4, places: 6, seed: 3}, radius: 20 nm, margin: 60 nm}\n"
            + "protocol: [train: {pattern: +-+-+}, write: {picture: +--+, time: 2 ns}, write: {picture:"
            + " '++ +-', voltage: 7 mV, until: verified, part: [1 ns, 2 ns]}]",
        "network: {reference: {untrained: 1.027}}",
        "numerics: {integrator: dopri5, tolerance: 3e-7}",
        "protocol: [measure: a, train: {pattern: +---}, measure: b, retrieve: {from: noisy, flips:"
            + " 2, copies: 7, update: asynchronous, order: random}, retrieve: {from: [+-+-, ++++],"
            + " update: synchronous}, retrieve: {gain: 0.9}, retrieve: {from: noisy, flipped: [0 %,"
            + " 12.5 %, 0.5]}]",
        "network: {reference: untrained-scaled}",
        "network: {reference: untrained-mean, mazes: 3, self_term: full, voltage: 1.1 mV}",
        "network: {reference: untrained-scaled, scaling: 37.5 %}",
        "network: {reference: scaled, scaling: 250 %}",
        "numerics: {coupling: {every: 5}, discretisation: standard, kernels: plain, step: 0.3 ps}",
        "temperature: 77.36 K\nfilm: {demag: on}",
        "numerics: {coupling: every-step}\noutput: {table: 33 ps, formats: []}\nseed: 7",
        "sweep: {train.pattern: [+-+-, ++--], initial.seed: 1..3, film.thickness: [1 nm, 2 nm]}",
      })
  void writesWhatReadsBackAsTheSameExperiment(String yaml) {
    Experiment e = parse(yaml);
    Experiment back = ExperimentFile.parse(ExperimentFile.write(e), "another name", List.of());
    assertThat(back).isEqualTo(e);
    assertThat(ExperimentFile.write(back)).isEqualTo(ExperimentFile.write(e));
  }

  /** Of nine signs the film has three; a run knows its own tile alone. */
  @Test
  void aTileIsCutOutOfAPicture() {
    String yaml =
        "electrodes: {rows: {grid: 2x4, pixels: 3}, radius: 20 nm, margin: 60 nm}\n"
            + "protocol: [write: {picture: '+++ -+- ---', tile: %d}]";
    for (int tile = 1; tile <= 3; tile++) {
      String own = List.of("+++", "-+-", "---").get(tile - 1);
      assertThat(ExperimentFile.write(parse(yaml.formatted(tile))))
          .containsPattern("picture: [\"']?\\Q" + own)
          .doesNotContain("tile");
    }
  }

  @Test
  void numbersReadBackToTheSameBits() {
    SplittableRandom random = new SplittableRandom(1);
    for (Key key : ExperimentKeys.all()) {
      if (key.kind() instanceof KeyKind.Measure measure) {
        for (KeyKind.Form form : measure.forms()) {
          for (int i = 0; i < 200; i++) {
            double si = Math.pow(10, random.nextDouble(-30, 15)) * (i % 2 == 0 ? 1 : -1);
            String text = YamlValues.text(si, form);
            assertThat(hopfilm.units.Quantity.parse(text, form.dimension())).isEqualTo(si);
          }
        }
      }
    }
  }

  @Test
  void everyDefaultIsAllowed() {
    for (Key key : ExperimentKeys.all()) {
      if (key.byDefault() != null && key.kind() instanceof KeyKind.Measure m) {
        hopfilm.units.Quantity q = m.read(key.byDefault());
        assertThat(m.form(q.dimension()).range().contains(q.value())).as(key.path()).isTrue();
      }
    }
  }

  @Test
  void everyUnitIsThatOfItsDimension() {
    for (Key key : ExperimentKeys.all()) {
      if (key.kind() instanceof KeyKind.Measure m) {
        for (KeyKind.Form form : m.forms()) {
          Dimension d = form.dimension();
          assertThat(hopfilm.units.Quantity.read("1 " + form.unit(), d).dimension()).isEqualTo(d);
        }
      }
    }
  }

  /** Memories that a trainer found held from its gain on are not judged at another. */
  @Test
  void retrievalTakesTheGainOfATrainerThatLooked() {
    String plain = "train: {patterns: [+-+-, ++--]}";
    String looked = "train: {patterns: [+-+-, ++--], until: verified}";
    String own = "train: {patterns: [+-+-, ++--], until: verified, gain: 8}";
    assertThat(gain(plain, "{from: all}")).isEqualTo(1.2);
    assertThat(gain(looked, "{from: all}")).isEqualTo(5);
    assertThat(gain(own, "{from: all}")).isEqualTo(8);
    assertThat(gain(own, "{from: all, gain: 1.5}")).isEqualTo(1.5);
  }

  private static double gain(String train, String retrieve) {
    Experiment e = parse("protocol: [measure: a, %s, retrieve: %s]".formatted(train, retrieve));
    return ((Step.Retrieve) e.steps().get(2)).gain();
  }

  @Test
  void repeatsAreUnrolledInOrder() {
    Experiment e =
        parse("protocol: [repeat: {times: 2, steps: [rest: 1 ns, train: {pattern: +-+-}]}]");
    assertThat(e.steps()).hasSize(4);
    assertThat(e.steps().get(3)).isInstanceOf(Step.Train.class);
    // 10 ns of relaxation, twice 1 and 20 ns
    assertThat(e.duration()).isCloseTo(52e-9, within(1e-20));
  }

  @Test
  void refusesAStepThatHasNoMeaningInAnEmptyText() {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> parse("", "repeat.times=3"))
        .withMessageContaining("the protocol has no repeat step");
  }

  @Test
  void aDeviceThatNeverEndsIsRefused() {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.isReadable(zero), "there is no /dev/zero here");
    assertThatThrownBy(() -> ExperimentFile.read(zero, List.of()))
        .hasMessageContaining("too large for an experiment file; allowed up to 4 MB");
  }
}
