package hopfilm.io;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.Python;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zarr groups as the Zarr package of Python reads them. */
class ZarrWriterTest {
  @TempDir Path folder;

  /** Cells that do not fill their last chunk, of a layer that is cut and of layers together. */
  @Test
  void fieldsInSeveralChunks() throws Exception {
    int[][] sizes = {{2, 601, 600}, {70, 100, 60}};
    for (int[] cells : sizes) {
      Path group = folder.resolve("group-" + cells[0] + ".zarr");
      try (ZarrWriter zarr = ZarrWriter.folder(group, Map.of("name", "\"Käfig\""))) {
        ZarrWriter.Fields m = zarr.fields("m", "t", 2, cells, Map.of("units", "1"));
        for (int n = 0; n < 2; n++) {
          double[][] components = new double[3][cells[0] * cells[1] * cells[2]];
          for (int c = 0; c < 3; c++) {
            for (int i = 0; i < components[c].length; i++) {
              components[c][i] = Math.scalb((double) i, -20) + 10 * c + 100 * n;
            }
          }
          m.add(components);
        }
        zarr.texts("word", "word", List.of("left", "Käfig", ""), Map.of());
        zarr.numbers("none", List.of("nothing"), new int[] {0}, new double[0], Map.of());
        zarr.finish();
      }
    }
    assertThat(Python.run("xarray, zarr", "chunks.py", folder)).isEqualTo("same");
  }
}
