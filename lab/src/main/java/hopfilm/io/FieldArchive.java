package hopfilm.io;

import hopfilm.grid.Grid;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Vector fields on one grid as an HDF5 file. {@code m} has the shape (t, z, y, x, 3); {@code t},
 * {@code x}, {@code y}, {@code z} are its coordinates; datasets have the attribute {@code unit}.
 *
 * <p>Reference: The HDF Group, "HDF5 File Format Specification Version 3.0".
 */
public final class FieldArchive {
  /** Bytes of memory that a vector takes meanwhile: an array of its own and what is written. */
  private static final long BYTES = 80;

  private FieldArchive() {}

  /** Writes fields on one grid as the snapshots of a run. */
  public static void write(Path file, List<OvfFile> snapshots) throws IOException {
    requireMemory(file, snapshots.get(0).field().grid(), snapshots.size());
    write(file, "Hopfilm field", h5 -> fields(h5, snapshots));
  }

  /** What fills a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(WritableHdfFile h5) throws IOException;
  }

  /**
   * Writes an HDF5 file, whole or not at all.
   *
   * @param format its attribute of this name
   */
  public static void write(Path file, String format, Content content) throws IOException {
    WholeFile.fill(
        file,
        part -> {
          try (WritableHdfFile h5 = HdfFile.write(part)) {
            h5.putAttribute("format", format);
            content.writeTo(h5);
          } catch (HdfException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
          }
        });
  }

  /**
   * Vets that so many snapshots can be written at once.
   *
   * @param source named in the error
   * @throws FieldException if memory does not suffice
   */
  public static void requireMemory(Path source, Grid g, int snapshots) throws FieldException {
    long needed = BYTES * g.cells() * snapshots;
    if (needed > Runtime.getRuntime().maxMemory()) {
      throw new FieldException(
          source,
          ("%d snapshots of %d cells need %.1f GB of memory; give Java more with"
                  + " JAVA_TOOL_OPTIONS=-Xmx..., or convert the snapshots one by one")
              .formatted(snapshots, g.cells(), needed * 1e-9));
    }
  }

  /** Writes snapshots into a group, in the order of time; nothing if there are none. */
  public static void fields(WritableGroup h5, List<OvfFile> snapshots) {
    if (snapshots.isEmpty()) {
      return;
    }
    Grid g = snapshots.get(0).field().grid();
    double[] t = new double[snapshots.size()];
    double[][][][][] m = new double[t.length][g.nz()][g.ny()][g.nx()][3];
    for (int n = 0; n < t.length; n++) {
      OvfFile snapshot = snapshots.get(n);
      t[n] = snapshot.time();
      for (int i = 0; i < g.cells(); i++) {
        double[] v = m[n][i / (g.nx() * g.ny())][i / g.nx() % g.ny()][i % g.nx()];
        for (int c = 0; c < 3; c++) {
          v[c] = snapshot.field().component(c)[i];
        }
      }
    }
    String unit = snapshots.get(0).valueUnits();
    WritableDataset field = dataset(h5, "m", m, unit.isEmpty() ? "1" : unit);
    field.putAttribute("axes", new String[] {"t", "z", "y", "x", "component"});
    field.putAttribute("cell", new double[] {g.dx(), g.dy(), g.dz()});
    dataset(h5, "t", t, "s");
    for (int axis = 0; axis < 3; axis++) {
      double[] centres = new double[g.cellsAlong(axis)];
      for (int i = 0; i < centres.length; i++) {
        centres[i] = (i + 0.5) * g.cellSize(axis);
      }
      dataset(h5, "xyz".substring(axis, axis + 1), centres, "m");
    }
  }

  /** Writes an array with its unit, "1" for pure numbers. */
  public static WritableDataset dataset(WritableGroup at, String name, Object data, String unit) {
    WritableDataset dataset = at.putDataset(name, data);
    dataset.putAttribute("unit", unit);
    return dataset;
  }
}
