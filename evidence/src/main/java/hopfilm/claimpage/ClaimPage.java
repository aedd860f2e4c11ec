package hopfilm.claimpage;

import hopfilm.expression.Scope;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.InputFiles;
import hopfilm.input.InputMessage;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.Yaml.Setting;
import hopfilm.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The text of a claim: a YAML page. Its keys are checked when it is read; films and expressions by
 * {@link PageClaim}.
 *
 * @param id name of the claim, of letters, digits and signs that a file may have
 * @param place of the page on the command line
 * @param text as it was written
 * @param root its keys
 */
record ClaimPage(String id, String place, String text, PageSection root, PageFiles files) {

  /** Keys of a page and what each means, in the order of the reference. */
  static final Map<String, String> KEYS = keys();

  private static final int LONGEST = 200_000;

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** Words of the language of expressions. */
  private static final List<String> RESERVED =
      List.of(
          ("and or not eq ne lt gt le ge div mod size empty null true false if else for "
                  + "while do new var let const function return break continue switch case default "
                  + "try catch finally throw NaN in instanceof")
              .split(" "));

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("claim", "the claim, in one sentence");
    keys.put("source", "origin of the claim, and assumptions");
    keys.put("beyond", "the paper, for a claim of ours that reproduce all leaves out");
    keys.put("for", "values by the names of several claims; <word> in the page stands for one");
    keys.put("let", "numbers with a name");
    keys.put("films", "the experiment, keys that change in it, kinds of films, what varies");
    keys.put("read", "what is read of each film, by names");
    keys.put("criteria", "by names: that (the condition in words) and holds (the condition)");
    keys.put("table", "films, for a table with a row for each film");
    keys.put("tables", "more tables: title, columns, rows, cells");
    keys.put("charts", "curves of table.txt, or of readings by kind");
    keys.put("figures", "figures of the first film, or of KIND/NAME, with captions");
    keys.put("note", "a paragraph below the criteria");
    keys.put("tiny", "keys that make all films tiny, for a trial of the page");
    return keys;
  }

  /**
   * A page of a user.
   *
   * @param place FILE, or FILE#NAME where the page states several claims
   * @throws ExperimentException if it cannot be read, or a key is wrong
   */
  static ClaimPage of(Path folder, String place) {
    String[] parts = place.split("#", 2);
    Path file = folder.resolve(parts[0]);
    String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    Path beside = file.toAbsolutePath().getParent();
    return of(text(file), parts[0], parts.length == 1 ? "" : parts[1], stem, new PageFiles(beside));
  }

  /** A page of the program, by its name and, where it states several claims, that of one. */
  static ClaimPage ofProgram(String page, String name) {
    try {
      return of(
          PageFiles.ofProgram(page + ".yaml"), page + ".yaml", name, page, new PageFiles(null));
    } catch (IOException e) {
      throw new UncheckedIOException(page + ": " + e.getMessage(), e);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw ExperimentException.of(file, PageMessage.PAGE_TOO_LONG, Files.size(file), LONGEST);
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw ExperimentException.of(file, PageMessage.PAGE_NO_FILE);
    } catch (CharacterCodingException e) {
      throw ExperimentException.of(file, PageMessage.PAGE_NO_TEXT);
    } catch (IOException e) {
      throw ExperimentException.of(file, InputMessage.UNREADABLE, InputFiles.reason(e));
    }
  }

  private static ClaimPage of(
      String text, String source, String name, String stem, PageFiles files) {
    PageSection whole = parsed(text, source);
    PageSection several = whole.section("for");
    if (several.entries().isEmpty()) {
      if (!name.isEmpty()) {
        throw whole.error("for", PageMessage.PAGE_FOR_NONE, name);
      }
      return new ClaimPage(
          safe(stem), source, text, whole.allow(List.copyOf(KEYS.keySet())), files);
    }
    if (!several.has(name)) {
      throw whole.error(
          "for", PageMessage.PAGE_FOR, source, String.join(", ", several.entries().keySet()));
    }
    String own = text;
    PageSection words = PageSection.of(several.node(name), several.place(name));
    for (Map.Entry<String, YamlNode> word : words.entries().entrySet()) {
      String value =
          word.getValue() instanceof YamlNode.Scalar s ? s.text() : word.getValue().flow();
      own = own.replace("<" + word.getKey() + ">", value);
    }
    PageSection root = parsed(own, source).allow(List.copyOf(KEYS.keySet()));
    return new ClaimPage(safe(name), source + "#" + name, text, root, files);
  }

  /** A name that files, and anchors of a page, may have. */
  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]|^[.-]", "_");
  }

  private static PageSection parsed(String text, String source) {
    Faults faults = new Faults();
    YamlNode root = Yaml.parse(text, source, faults);
    faults.end();
    return PageSection.of(root, "");
  }

  String title() {
    return root.needed("claim", KEYS.get("claim"));
  }

  /** The settings of tiny films; empty where there are none. */
  List<Setting> tiny() {
    PageSection tiny = root.section("tiny");
    List<Setting> all = new ArrayList<>();
    tiny.entries().forEach((key, node) -> all.add(new Setting(key, node, tiny.origin(key))));
    return all;
  }

  /** Refuses a name that expressions cannot use, or that another value or constant has. */
  static void requireName(PageSection section, String name, Scope taken) {
    if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
      throw section.error(name, PageMessage.PAGE_NAME, "size");
    }
    if (taken.names().containsKey(name) || Scope.CONSTANTS.containsKey(name)) {
      throw section.error(name, PageMessage.PAGE_NAME_TAKEN);
    }
  }
}
