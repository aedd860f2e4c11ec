package hopfilm.folder;

import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputFiles;
import hopfilm.input.ShellWord;
import hopfilm.io.FieldException;
import hopfilm.io.FileSum;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The list of the files of a folder whose run, sweep or study is done, {@code files.json}: it is
 * written when all of them would outlive a loss of power, and tells later which of them are
 * damaged.
 */
public final class FileList {

  private static final List<String> FOLDERS = List.of(RunFolder.MEASURES, RunFolder.FIGURES);

  private FileList() {}

  /**
   * Forces all files to disk, then lists them.
   *
   * @param sessions how often the run was started
   * @param seconds wall time of all sessions [s]
   */
  public static void write(RunFolder folder, String version, int sessions, double seconds)
      throws IOException {
    write(folder, version, sessions, seconds, null);
  }

  /**
   * The same for a run that tells when it ended.
   *
   * @param finished date and time
   */
  public static void write(
      RunFolder folder, String version, int sessions, double seconds, String finished)
      throws IOException {
    Map<String, FileSum> files = new TreeMap<>();
    for (Path file : files(folder)) {
      WholeFile.sync(file);
      files.put(name(folder, file), FileSum.of(file));
    }
    for (String inside : FOLDERS) {
      if (Files.isDirectory(folder.path().resolve(inside))) {
        WholeFile.syncFolder(folder.path().resolve(inside));
      }
    }
    WholeFile.syncFolder(folder.path());
    JsonFile.write(folder.files(), new FilesRecord(version, sessions, seconds, finished, files));
  }

  /**
   * Lists anew what is there of the files in the list, after some of them were changed or removed
   * on purpose. Without a list there is nothing to do.
   */
  public static void update(RunFolder folder) throws IOException {
    Optional<FilesRecord> list = folder.readFiles();
    if (list.isEmpty()) {
      return;
    }
    FilesRecord old = list.get();
    Map<String, FileSum> files = new TreeMap<>();
    for (String name : old.files().keySet()) {
      Path file = folder.path().resolve(name);
      if (Files.isRegularFile(file)) {
        files.put(name, FileSum.of(file));
      }
    }
    JsonFile.write(
        folder.files(),
        new FilesRecord(old.version(), old.sessions(), old.seconds(), old.finished(), files));
  }

  /**
   * Vets files of a folder before they are read. The folder of a run that goes on, or of which the
   * list was left out when it was copied, has no list: its files are taken as they are.
   *
   * @param used those that will be read
   * @throws ExperimentException if one is not what it was when the run or sweep was done
   */
  public static void requireWhole(RunFolder folder, Set<RunFile> used) throws IOException {
    requireWhole(folder, name -> RunFile.of(name).filter(used::contains).isPresent());
  }

  /** The same for one file. */
  public static void requireWhole(RunFolder folder, String name) throws IOException {
    requireWhole(folder, name::equals);
  }

  private static void requireWhole(RunFolder folder, Predicate<String> used) throws IOException {
    if (!Files.exists(folder.files())) {
      return;
    }
    FilesRecord list =
        folder
            .readFiles()
            .orElseThrow(() -> fault(folder, RunFile.FILES.text(), FolderMessage.DAMAGED_LIST));
    for (Map.Entry<String, FileSum> f : list.files().entrySet()) {
      Path file = folder.path().resolve(f.getKey());
      if (used.test(f.getKey()) && !f.getValue().isOf(file)) {
        boolean isThere = Files.exists(file);
        throw fault(
            folder, f.getKey(), isThere ? FolderMessage.DAMAGED_FILE : FolderMessage.DAMAGED_LOST);
      }
    }
    for (Path file : files(folder)) {
      String name = name(folder, file);
      if (used.test(name) && !list.files().containsKey(name) && !isNewInList(name)) {
        throw fault(folder, name, FolderMessage.DAMAGED_UNLISTED);
      }
    }
  }

  /** Version 0.3.0 did not list it. */
  private static boolean isNewInList(String name) {
    return name.equals(RunFile.SAMPLES.text());
  }

  private static ExperimentException fault(RunFolder folder, String name, FolderMessage message) {
    return ExperimentException.of(
        folder.path().resolve(name),
        message,
        FolderKind.of(folder.path()).command(),
        ShellWord.of(folder.path()));
  }

  /**
   * Reads a folder that may be damaged in ways that no sum shows.
   *
   * @throws ExperimentException if its files contradict each other
   */
  public static <T> T consistent(Path folder, InputFiles.Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (ExperimentException e) {
      throw e;
    } catch (FieldException e) {
      throw ExperimentException.passedOn(e);
    } catch (CharacterCodingException e) {
      throw contradiction(folder, "one is no text", e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw contradiction(folder, String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      throw contradiction(folder, "a value is missing, or lists have other lengths", e);
    }
  }

  private static ExperimentException contradiction(Path folder, String reason, Exception cause) {
    ExperimentException said =
        ExperimentException.of(folder, FolderMessage.DAMAGED_FOLDER, Excerpt.of(reason, 200));
    said.initCause(cause);
    return said;
  }

  /** Names of the listed files that are missing or not what they were. */
  public static List<String> damaged(RunFolder folder, FilesRecord list) throws IOException {
    List<String> damaged = new ArrayList<>();
    for (Map.Entry<String, FileSum> f : list.files().entrySet()) {
      if (!RunFile.isListed(f.getKey()) || !f.getValue().isOf(folder.path().resolve(f.getKey()))) {
        damaged.add(f.getKey());
      }
    }
    return damaged;
  }

  private static List<Path> files(RunFolder folder) throws IOException {
    List<Path> all = new ArrayList<>();
    List<Path> places = new ArrayList<>(List.of(folder.path()));
    FOLDERS.forEach(f -> places.add(folder.path().resolve(f)));
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> inside = Files.list(place)) {
          inside
              .filter(f -> RunFile.isListed(name(folder, f)) && Files.isRegularFile(f))
              .forEach(all::add);
        }
      }
    }
    return all;
  }

  private static String name(RunFolder folder, Path file) {
    return folder.path().relativize(file).toString().replace('\\', '/');
  }
}
