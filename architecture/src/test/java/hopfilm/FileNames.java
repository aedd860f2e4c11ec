package hopfilm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that the source of each file names. Compiled classes hide some of them: the compiler
 * copies constants, and forgets annotations that are for itself.
 */
final class FileNames {

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?(hopfilm\\.\\w+)\\.([\\w.]+);");

  /** Texts and comments; a link in Javadoc needs no file. */
  private static final Pattern NO_CODE =
      Pattern.compile(
          "(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])'|//[^\\n"
              + "]*|/\\*.*?\\*/");

  /** A name that is not a member of what stands before it. */
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Z]\\w*");

  private static final Pattern NESTED =
      Pattern.compile("\\b(?:class|interface|enum|record) ([A-Z]\\w*)");

  private static final Pattern CASES = Pattern.compile("\\bpermits ([^{]+)\\{");

  private final Map<String, String> sources = new TreeMap<>();

  /**
   * @param roots folders of sources
   */
  FileNames(List<Path> roots) throws IOException {
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java"))
            .forEach(
                f -> {
                  String path = root.relativize(f).toString().replaceFirst("\\.java$", "");
                  sources.put(path.replaceAll("[/\\\\]", "."), text(f));
                });
      }
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each file, and those that it names. */
  Map<String, Set<String>> uses() {
    Map<String, Set<String>> uses = new TreeMap<>();
    sources.forEach((file, text) -> uses.put(file, named(file, code(text))));
    return uses;
  }

  /** Each file with a sealed type, and the files of its cases. */
  Map<String, Set<String>> cases() {
    Map<String, Set<String>> cases = new TreeMap<>();
    sources.forEach(
        (file, text) -> {
          Matcher permits = CASES.matcher(NO_CODE.matcher(text).replaceAll(" "));
          while (permits.find()) {
            cases
                .computeIfAbsent(file, f -> new TreeSet<>())
                .addAll(named(file, imports(text) + permits.group(1)));
          }
        });
    return cases;
  }

  private static String code(String text) {
    return NO_CODE.matcher(text).replaceAll(" ");
  }

  private static String imports(String text) {
    StringBuilder imports = new StringBuilder();
    IMPORT.matcher(text).results().map(MatchResult::group).forEach(i -> imports.append(i + "\n"));
    return imports.toString();
  }

  private Set<String> named(String file, String code) {
    String home = file.substring(0, file.lastIndexOf('.') + 1);
    Map<String, String> known = new HashMap<>();
    IMPORT
        .matcher(code)
        .results()
        .forEach(
            i -> {
              String[] parts = i.group(2).split("\\.");
              for (String part : parts) {
                known.put(part, i.group(1) + "." + parts[0]);
              }
            });
    NESTED.matcher(code).results().forEach(n -> known.putIfAbsent(n.group(1), file));
    Set<String> named = new TreeSet<>();
    NAME.matcher(IMPORT.matcher(code).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .map(name -> known.getOrDefault(name, home + name))
        .filter(sources::containsKey)
        .forEach(named::add);
    named.remove(file);
    return named;
  }
}
