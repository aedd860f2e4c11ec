package hopfilm.run;

import hopfilm.folder.FileList;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.FieldArchive;
import hopfilm.io.FieldException;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import hopfilm.io.Table;
import hopfilm.result.OrEmpty;
import hopfilm.result.Summary;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole run as one HDF5 file, its snapshots as in {@link FieldArchive}. {@code m} has the shape
 * (t, z, y, x, 3); {@code t}, {@code x}, {@code y}, {@code z} are its coordinates, {@code table}
 * has a dataset a column, {@code conductance} and {@code energies} one entry a measure; datasets
 * have the attribute {@code unit}. {@code docs/reference/run-folder.md} describes the layout.
 *
 * <p>Reference: The HDF Group, "HDF5 File Format Specification Version 3.0".
 */
public final class RunArchive {
  /** The files that an archive is made of. */
  private static final Set<RunFile> CONTENTS =
      RunFile.numbersAnd(
          RunFile.SNAPSHOT, RunFile.PROVENANCE, RunFile.SAMPLES, RunFile.PULSES, RunFile.MEASURE);

  private RunArchive() {}

  /**
   * Vets that a folder is that of one run.
   *
   * @throws FieldException if not, with what to name instead
   */
  public static void requireRun(Path folder) throws FieldException {
    RunFolder run = new RunFolder(folder);
    if (run.isRun()) {
      return;
    }
    throw new FieldException(
        folder,
        run.isSweep()
            ? "is the folder of a sweep; name one of the run folders in it"
            : "is not a run folder: %s or %s is missing"
                .formatted(RunFile.EXPERIMENT.text(), RunFile.TABLE.text()));
  }

  /**
   * Reads a run as {@link #write(Path, Path)} does, one snapshot at a time, and writes nothing.
   *
   * @param isStreamed snapshots will be written one by one, so that memory counts for none
   * @throws FieldException if the folder is none of a run, or a file in it is damaged
   */
  public static void vet(Path folder, boolean isStreamed) throws IOException {
    requireRun(folder);
    RunFolder run = new RunFolder(folder);
    FileList.requireWhole(run, CONTENTS);
    OvfFile first = null;
    int count = 0;
    for (Path file : run.snapshotFiles()) {
      OvfFile snapshot = Ovf.read(file);
      first = first == null ? snapshot : first;
      requireGrid(file, snapshot, first);
      if (!isStreamed) {
        FieldArchive.requireMemory(folder, first.field().grid(), ++count);
      }
    }
    run.readTable();
    summary(run.summary(), json(run.summary()));
    json(run.provenance());
  }

  static void requireGrid(Path file, OvfFile snapshot, OvfFile first) throws FieldException {
    if (!snapshot.field().grid().equals(first.field().grid())) {
      throw new FieldException(file, "has another grid than the snapshots before it");
    }
  }

  /**
   * Gathers a run. The file appears under its name only when it is whole.
   *
   * @param folder of one run; without summary or snapshots where the run has not written them
   * @throws FieldException if the folder is none of a run, or a file in it is damaged
   */
  public static void write(Path file, Path folder) throws IOException {
    requireRun(folder);
    RunFolder run = new RunFolder(folder);
    List<OvfFile> snapshots = new ArrayList<>();
    for (Path snapshot : run.snapshotFiles()) {
      snapshots.add(Ovf.read(snapshot));
      FieldArchive.requireMemory(folder, snapshots.get(0).field().grid(), snapshots.size());
      requireGrid(snapshot, snapshots.get(snapshots.size() - 1), snapshots.get(0));
    }
    Table table = run.readTable();
    JsonNode summary = json(run.summary());
    Summary known = summary(run.summary(), summary);
    JsonNode provenance = json(run.provenance());
    FieldArchive.write(
        file,
        "Hopfilm run",
        h5 -> {
          FieldArchive.fields(h5, snapshots);
          table(h5.putGroup("table"), table);
          text(h5, run.experiment(), "experiment");
          text(h5, run.summary(), "summary");
          text(h5, run.provenance(), "provenance");
          attributes(h5, provenance);
          attributes(h5, summary);
          measures(h5, known);
        });
  }

  private static void table(WritableGroup group, Table table) {
    if (table.rows().isEmpty()) {
      return; // HDF5 of this library has no empty datasets
    }
    String[] names = table.columns().stream().map(Table.Column::name).toArray(String[]::new);
    group.putAttribute("columns", names);
    for (Table.Column column : table.columns()) {
      FieldArchive.dataset(
          group,
          link(column.name()),
          table.column(column.name()),
          column.unit().isEmpty() ? "1" : column.unit());
    }
  }

  /** What is known of each measure; energies only of those after a pattern was trained. */
  private static void measures(WritableGroup h5, Summary summary) {
    List<String> electrodes = summary.network().electrodes();
    if (!electrodes.isEmpty()) {
      h5.putDataset("electrodes", electrodes.toArray(String[]::new));
    }
    Summary.Readings readings = summary.readings();
    WritableGroup conductance = h5.putGroup("conductance");
    readings
        .conductance()
        .forEach(
            (label, matrix) -> {
              WritableDataset g = FieldArchive.dataset(conductance, link(label), matrix, "S");
              g.putAttribute("label", label);
              g.putAttribute("gx", OrEmpty.number(readings.gx().get(label)));
              g.putAttribute("gy", OrEmpty.number(readings.gy().get(label)));
            });
    WritableGroup energies = h5.putGroup("energies");
    readings
        .energies()
        .forEach(
            (label, byPattern) -> {
              WritableGroup measure = energies.putGroup(link(label));
              measure.putAttribute("label", label);
              measure.putDataset("pattern", byPattern.keySet().toArray(String[]::new));
              FieldArchive.dataset(
                  measure,
                  "E_prime",
                  byPattern.values().stream().mapToDouble(OrEmpty::number).toArray(),
                  "W");
            });
  }

  /** Single words and numbers, and the seeds, as attributes of the file. */
  private static void attributes(WritableGroup h5, JsonNode values) {
    for (Map.Entry<String, JsonNode> e : values.properties()) {
      JsonNode v = e.getValue();
      if (e.getKey().equals("seeds")) {
        attributes(h5, v);
      } else if (v.isString() && !v.asString().isEmpty()) {
        h5.putAttribute(e.getKey(), v.asString());
      } else if (v.isIntegralNumber()) {
        h5.putAttribute(e.getKey(), v.asLong());
      } else if (v.isNumber()) {
        h5.putAttribute(e.getKey(), v.asDouble());
      } else if (v.isBoolean()) {
        h5.putAttribute(e.getKey(), v.asBoolean() ? 1 : 0);
      }
    }
  }

  private static void text(WritableGroup h5, Path file, String name) throws IOException {
    if (Files.exists(file)) {
      h5.putDataset(name, Files.readString(file));
    }
  }

  /** A slash would start a group. */
  private static String link(String name) {
    return name.replace('/', '_');
  }

  static JsonNode json(Path file) throws IOException {
    return Files.exists(file) ? JsonFile.tree(file) : JsonMapper.shared().createObjectNode();
  }

  static Summary summary(Path file, JsonNode node) throws FieldException {
    try {
      return JsonFile.as(node, Summary.class);
    } catch (JacksonException e) {
      throw new FieldException(file, JsonFile.reason(e));
    }
  }
}
