package hopfilm.cli;

import hopfilm.folder.FileList;
import hopfilm.folder.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a disk or an editor may do to one file of a folder of results.
 *
 * @param isUnseen whether its sum was brought in line
 */
record FolderDamage(Path file, String how, boolean isUnseen) {

  /** Damages one of these files. */
  static FolderDamage to(List<Path> names, SplittableRandom random) throws IOException {
    // most of the files are read by few commands, or by none
    List<Path> numbers =
        names.stream()
            .filter(f -> f.toString().matches(".*(summary.json|table.txt|\\w+.csv|files.json)"))
            .toList();
    List<Path> some = random.nextInt(3) == 0 ? names : numbers;
    Path file = some.get(random.nextInt(some.size()));
    byte[] old = Files.readAllBytes(file);
    String how;
    byte[] changed;
    switch (random.nextInt(8)) {
      case 0 -> {
        how = "delete";
        changed = null;
      }
      case 1 -> {
        how = "empty";
        changed = new byte[0];
      }
      case 2 -> {
        how = "cut";
        changed = Arrays.copyOf(old, old.length / 2);
      }
      case 3 -> {
        how = "flip a bit of";
        changed = old.clone();
        changed[random.nextInt(old.length)] ^= (byte) (1 << random.nextInt(8));
      }
      case 4 -> {
        String[] other = {"null", "[]", "5", "\"x\"", "{}", "NaN", "true\n\0"};
        how = "replace";
        changed = other[random.nextInt(other.length)].getBytes(StandardCharsets.UTF_8);
      }
      default -> {
        how = "edit";
        changed = file.toString().endsWith(".json") ? edited(old, random) : digit(old, random);
      }
    }
    if (changed == null) {
      Files.delete(file);
    } else {
      Files.write(file, changed);
    }
    Path owner = file.getParent();
    boolean isList = file.endsWith("files.json");
    boolean isSummed =
        !isList && Files.exists(owner.resolve("files.json")) && random.nextInt(3) == 0;
    if (isSummed) {
      FileList.update(new RunFolder(owner));
    }
    // the list does not hold what a run says of itself while it goes on
    return new FolderDamage(file, how, isSummed || file.endsWith("status.json"));
  }

  /** Another digit in a text. */
  private static byte[] digit(byte[] old, SplittableRandom random) {
    byte[] changed = old.clone();
    for (int k = 0; k < 1000; k++) {
      int at = random.nextInt(old.length);
      if (old[at] >= '0' && old[at] <= '9') {
        changed[at] = (byte) ('0' + (old[at] - '0' + 1) % 10);
        return changed;
      }
    }
    return Arrays.copyOf(old, old.length - 1);
  }

  /** Another value at one place of JSON. */
  private static byte[] edited(byte[] old, SplittableRandom random) {
    try {
      JsonNode root = JsonMapper.shared().readTree(old);
      List<JsonNode> inner = new ArrayList<>();
      collect(root, inner);
      JsonNode at = inner.get(random.nextInt(inner.size()));
      JsonNode value =
          JsonMapper.shared()
              .readTree(
                  List.of(
                          "null",
                          "[]",
                          "{}",
                          "\"NaN\"",
                          "-7e3",
                          "\"\"",
                          "true",
                          "[[1, null]]",
                          "1e400")
                      .get(random.nextInt(9)));
      if (at instanceof ObjectNode o && !o.isEmpty()) {
        String key =
            o.propertyNames().stream().skip(random.nextInt(o.size())).findFirst().orElseThrow();
        if (random.nextInt(4) == 0) {
          o.remove(key);
        } else {
          o.set(key, value);
        }
      } else if (at instanceof ArrayNode a && !a.isEmpty()) {
        int k = random.nextInt(a.size());
        switch (random.nextInt(3)) {
          case 0 -> a.remove(k);
          case 1 -> a.add(a.get(k));
          default -> a.set(k, value);
        }
      }
      return root.toString().getBytes(StandardCharsets.UTF_8);
    } catch (JacksonException e) {
      throw new AssertionError(e);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> all) {
    if (node.isContainer()) {
      all.add(node);
      node.forEach(n -> collect(n, all));
    }
  }
}
