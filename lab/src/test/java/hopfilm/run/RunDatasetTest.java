package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.Python;
import hopfilm.io.FieldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as xarray opens it. */
class RunDatasetTest {
  @TempDir Path folder;

  /** The same numbers as in the HDF5 file, which is compared with the run elsewhere. */
  @Test
  void xarrayOpensAllOfARun() throws Exception {
    Path run = folder.resolve("run");
    SmallFilm.run(
        run,
        "film.size=[96 nm, 80 nm]",
        "electrodes.radius=24 nm",
        "initial.relax=5 ps",
        "protocol=[measure: untrained, train: {pattern: \"+-+-\", voltage: 10 mV, time: 20 ps,"
            + " pulse: {on: 5 ps, off: 5 ps}}, measure: trained]",
        "output.table=1 ps",
        "output.snapshots=5 ps");
    Path h5 = folder.resolve("run.h5");
    RunArchive.write(h5, run);
    RunDataset.write(folder.resolve("run.zarr"), run);
    RunDataset.write(folder.resolve("run.zarr.zip"), run);
    // again, in the place of the first
    RunDataset.write(folder.resolve("run.zarr"), run);
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("run", "run.h5", "run.zarr", "run.zarr.zip");
    assertThat(Python.run("xarray, zarr, h5py", "dataset.py", folder)).isEqualTo("same");
  }

  @Test
  void samplesAreArraysOverTimeAndContacts() throws Exception {
    Path run = folder.resolve("run");
    SmallFilm.run(
        run,
        "initial.relax=4 ps",
        "protocol=[measure: a]",
        "output.formats=[]",
        "output.samples={every: 2 ps, of: [V, I, G, m], cells: 3x2}");
    RunDataset.write(folder.resolve("run.zarr"), run);
    assertThat(shape("sample_V")).isEqualTo("[3,4]");
    assertThat(shape("sample_I")).isEqualTo("[3,4]");
    assertThat(shape("sample_G")).isEqualTo("[3,4,4]");
    assertThat(shape("sample_mz")).isEqualTo("[3,2,3]");
  }

  private String shape(String array) throws IOException {
    return SmallFilm.json(folder.resolve("run.zarr").resolve(array).resolve(".zarray"))
        .get("shape")
        .toString();
  }

  @Test
  void halfOfAMatrixIsNoMatrixWhereThereIsAHallEffect() throws Exception {
    Path run = folder.resolve("run");
    SmallFilm.run(
        run,
        "material.hall_angle=5 deg",
        "initial.relax=1 ps",
        "protocol=[measure: a]",
        "output.formats=[]");
    RunDataset.write(folder.resolve("hall.zarr"), run);
    assertThat(folder.resolve("hall.zarr/G")).doesNotExist();
    assertThat(folder.resolve("hall.zarr/G_n1_n2/0")).exists();
    assertThat(folder.resolve("hall.zarr/conductance/0.0.0")).exists();
    // nor are there fields, since there are no snapshots
    assertThat(folder.resolve("hall.zarr/m")).doesNotExist();
  }

  @Test
  void refusesWhatIsNoRunAndWhatIsNoGroup() throws IOException {
    Path target = folder.resolve("run.zarr");
    assertThatThrownBy(() -> RunDataset.write(target, folder))
        .isInstanceOf(FieldException.class)
        .hasMessageContaining("is not a run folder");
    Files.writeString(folder.resolve("experiment.yaml"), "");
    Files.writeString(folder.resolve("table.txt"), "# t (s)\n0\n");
    Files.createDirectory(target);
    Path mine = Files.writeString(target.resolve("mine"), "mine");
    assertThatThrownBy(() -> RunDataset.write(target, folder))
        .isInstanceOf(FieldException.class)
        .hasMessageContaining("not a Zarr group");
    assertThat(mine).hasContent("mine");
    assertThat(folder.resolve("run.zarr.part")).doesNotExist();
  }
}
