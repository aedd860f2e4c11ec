package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.Python;
import hopfilm.film.Measure;
import hopfilm.folder.JsonFile;
import hopfilm.io.FieldException;
import hopfilm.protocol.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as numpy and h5py read it: its own files and the one HDF5 file, against each other. */
class RunArchiveTest {
  @TempDir Path folder;

  @Test
  void pythonReadsARun() throws Exception {
    Path run = folder.resolve("run");
    // a snapshot falls on the end
    RunResult result =
        SmallFilm.run(
            run,
            "initial.relax=5 ps",
            "train.time=20 ps",
            "output.table=5 ps",
            "output.snapshots=5 ps");
    Path file = folder.resolve("run.h5");
    RunArchive.write(file, run);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("run", "run.h5");

    // what the run itself had in memory
    Measure last = result.measures().get(result.measures().size() - 1);
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("g", last.g().siemens());
    known.put("m_sum", List.of(sum(last.m().x()), sum(last.m().y()), sum(last.m().z())));
    Map<String, Double> energies = new LinkedHashMap<>();
    last.landscape().entries().forEach(e -> energies.put(e.pattern().toString(), e.energy()));
    known.put("energies", energies);
    known.put("label", last.label());
    known.put("version", Provenance.version());
    Path json = folder.resolve("known.json");
    JsonFile.write(json, known);
    assertThat(Python.run("numpy, h5py", "run.py", run, file, json)).isEqualTo("same");
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum;
  }

  @Test
  void refusesWhatIsNoRun() throws Exception {
    Path file = folder.resolve("run.h5");
    assertThatThrownBy(() -> RunArchive.write(file, folder))
        .isInstanceOf(FieldException.class)
        .hasMessageContaining("is not a run folder");
    Files.writeString(folder.resolve("runs.csv"), "");
    assertThatThrownBy(() -> RunArchive.write(file, folder)).hasMessageContaining("of a sweep");
    Files.writeString(folder.resolve("experiment.yaml"), "");
    Files.writeString(folder.resolve("table.txt"), "# t (s)\n0\n");
    Files.writeString(folder.resolve("summary.json"), "{");
    assertThatThrownBy(() -> RunArchive.write(file, folder))
        .hasMessageContaining("is damaged in line 1");
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("run.h5.part")).doesNotExist();
  }
}
