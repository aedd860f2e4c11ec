package hopfilm.folder;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.result.Outcome;
import hopfilm.result.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of JSON in a folder, written and read back. */
class RecordsTest {

  /** All keys that a summary can have, in their order. */
  private static final String SUMMARY =
      """
      {
        "name" : "small film",
        "version" : "0.1.0",
        "status" : "failed",
        "message" : "too hot",
        "seeds" : {
          "seed" : 1,
          "initial.seed" : 2
        },
        "temperature" : 0.0,
        "electrodes" : [ "a", "b" ],
        "patterns" : [ "+-" ],
        "weights" : "resistance",
        "reference" : "untrained-scaled",
        "reference_file" : "another run",
        "scaling" : 0.4,
        "reference_matrix" : [ [ 0.5, -0.5 ], [ -0.5, 0.5 ] ],
        "self_term" : "zero",
        "conductance" : {
          "read" : [ [ 1.0, -1.0 ], [ -1.0, 1.0 ] ]
        },
        "resistance" : {
          "read" : [ [ 0.25, -0.25 ], [ -0.25, 0.25 ] ]
        },
        "operating_points" : {
          "read" : {
            "voltages" : [ 1.0, 0.0 ],
            "currents" : [ 1.0, -1.0 ],
            "power" : 1.0
          }
        },
        "conductance_errors" : {
          "read" : {
            "symmetry" : 1.0E-12,
            "row_sum" : 0.0,
            "residual" : 1.0E-10,
            "read" : "at rest"
          }
        },
        "gx" : {
          "read" : null
        },
        "gy" : {
          "read" : 0.5
        },
        "weight_matrix" : {
          "read" : [ [ 0.75, -0.75 ], [ -0.75, 0.75 ] ]
        },
        "energies" : {
          "read" : {
            "++" : 0.0,
            "+-" : -2.5E-9
          }
        },
        "judged" : "read",
        "minimum" : "+-",
        "learned" : true,
        "margin" : null,
        "outcome" : "verified",
        "retrieval" : [ {
          "update" : "graded",
          "self_term" : "zero",
          "gain" : 1.2,
          "measure" : "read",
          "hits" : 1,
          "total" : 2,
          "recall" : [ {
            "flipped" : 0.1,
            "flips" : 1,
            "hits" : 3,
            "total" : 4,
            "distinct" : 3,
            "low" : 0.2,
            "high" : 0.9,
            "overlap" : 0.5
          }, {
            "flipped" : 0.0,
            "flips" : 0,
            "hits" : 1,
            "total" : 1,
            "distinct" : 1,
            "low" : null,
            "high" : null,
            "overlap" : 1.0
          } ],
          "from" : {
            "++" : {
              "end" : null,
              "steps" : 7,
              "cycle" : [ "++", "+-" ]
            }
          }
        } ],
        "warnings" : [ "a warning" ],
        "kernels" : "plain",
        "energy_joule" : 1.0E-12,
        "energy_per_bit" : null,
        "training_time" : 1.0E-9,
        "steps" : 100,
        "potentials" : 10,
        "seconds" : 1.5,
        "training" : [ {
          "name" : "train +-",
          "start" : 0.0,
          "end" : 1.0E-9,
          "settled" : false
        }, {
          "name" : "train +-",
          "start" : 1.0E-9,
          "end" : 2.0E-9,
          "pattern" : "+-",
          "verified" : true,
          "time" : 1.0E-9,
          "pulses" : 5,
          "checks" : 4,
          "others" : 1,
          "false_passes" : 2,
          "passed" : {
            "++" : 2
          }
        } ]
      }
      """;

  private static final String STATUS =
      """
      {
        "status" : "stopped",
        "since" : "2026-01-01T00:00:00Z",
        "process" : 12,
        "host" : "here",
        "version" : "0.1.0",
        "inputs" : "abc",
        "only" : "2/4",
        "checkpoint" : "2026-01-01T00:00:01Z",
        "checkpoint_time" : 2.0E-9,
        "reason" : "time limit reached",
        "resume" : "hopfilm run --resume x",
        "ended" : "2026-01-01T00:00:02Z"
      }
      """;

  private static final String PROVENANCE =
      """
      {
        "program" : "Hopfilm",
        "version" : "0.1.0",
        "java" : "17",
        "jvm" : "HotSpot",
        "system" : "Linux",
        "processors" : 2,
        "kernels" : "plain",
        "seeds" : {
          "seed" : 1
        },
        "temperature" : 300.0,
        "sessions" : 1,
        "steps" : 100,
        "potentials" : 10,
        "finished" : "2026-01-01T00:00:02Z",
        "seconds" : 1.5
      }
      """;

  @TempDir Path path;

  private RunFolder folder(String summary) throws IOException {
    RunFolder folder = new RunFolder(path);
    Files.writeString(folder.summary(), summary);
    return folder;
  }

  @Test
  void aSummaryKeepsEveryKey() throws IOException {
    Summary summary = folder(SUMMARY).readSummary().orElseThrow();
    assertThat(JsonFile.text(summary)).isEqualTo(SUMMARY);
    assertThat(summary.verdict().learned(0)).isTrue();
    assertThat(summary.verdict().margin(0)).isNaN();
    assertThat(summary.training().get(0).verification()).isNull();
    assertThat(summary.training().get(1).verification().passed()).containsEntry("++", 2);
  }

  @Test
  void theKeysOfASampleAreOthers() throws IOException {
    String sampled =
        SUMMARY
            .replace("\"minimum\"", "\"minimum_sampled\"")
            .replace("\"learned\" : true", "\"learned_sampled\" : [ true, false ]")
            .replace("\"margin\" : null", "\"margin_sampled\" : [ 0.5, -0.5 ]")
            .replace("\"verified\",\n", "\"not-learned\",\n");
    Summary summary = folder(sampled).readSummary().orElseThrow();
    assertThat(JsonFile.text(summary)).isEqualTo(sampled);
    assertThat(summary.verdict().lowest()).isEqualTo("+-");
    assertThat(summary.verdict().learned(1)).isFalse();
    assertThat(summary.verdict().margin(1)).isEqualTo(-0.5);
  }

  @Test
  void statusAndProvenanceKeepEveryKey() throws IOException {
    RunFolder folder = folder(SUMMARY);
    Files.writeString(folder.status(), STATUS);
    Files.writeString(folder.provenance(), PROVENANCE);
    assertThat(JsonFile.text(folder.readStatus().orElseThrow())).isEqualTo(STATUS);
    assertThat(JsonFile.text(folder.readProvenance().orElseThrow())).isEqualTo(PROVENANCE);
    assertThat(folder.only()).contains("2/4");
    assertThat(folder.isDone()).isFalse();
    Files.writeString(folder.status(), STATUS.replace("stopped", "done"));
    assertThat(folder.isDone("abc")).isTrue();
    assertThat(folder.isDone("abd")).isFalse();
  }

  /** Versions that knew no such word trained and verified in the same way. */
  @Test
  void anOutcomeThatAFileDoesNotSayFollowsFromTheRest() throws IOException {
    String old = SUMMARY.replace("  \"outcome\" : \"verified\",\n", "");
    assertThat(old).doesNotContain("outcome");
    assertThat(JsonFile.text(folder(old).readSummary().orElseThrow())).isEqualTo(SUMMARY);
    String failed = old.replace("\"verified\" : true", "\"verified\" : false");
    assertThat(folder(failed).readSummary().orElseThrow().verdict().outcome())
        .isEqualTo(Outcome.LEARNED);
  }

  /** As a program before or after this one may write it. */
  @Test
  void missingAndUnknownKeysAreNoDamage() throws IOException {
    Summary summary =
        folder("{\"version\": \"0.0.9\", \"other\": {\"a\": [1]}}").readSummary().orElseThrow();
    assertThat(summary.head().version()).isEqualTo("0.0.9");
    assertThat(summary.head().isDone()).isFalse();
    assertThat(summary.network().trained()).isEmpty();
    assertThat(summary.readings().conductance()).isEmpty();
    assertThat(summary.verdict().learned(0)).isFalse();
    assertThat(summary.verdict().outcome()).isNull();
    assertThat(summary.effort().energyJoule()).isNull();
    assertThat(List.of(summary.retrieval(), summary.warnings(), summary.training()))
        .allSatisfy(list -> assertThat(list).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "3",
        "\"done\"",
        "{} {}",
        "{\"steps\": \"many\"}",
        "{\"steps\": 1e999}",
        "{\"warnings\": [null]}",
        "{\"conductance\": {\"read\": [[1, 2], [3]]}}",
        "{\"conductance\": {\"read\": null}}",
        "{\"energies\": {\"read\": null}}",
        "{\"training\": [{\"verified\": true, \"passed\": {\"+-\": null}}]}"
      })
  void whatIsDamagedIsNotThere(String text) throws IOException {
    assertThat(folder(text).readSummary()).isEmpty();
  }
}
