package hopfilm.reproduce;

import hopfilm.input.ExperimentException;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code registered.json}: the pages of claims with their hashes and the time when each was first
 * run in this folder, before its first run began. A page that was changed later, or whose files
 * were, is a new entry, so that a reader sees what was stated when. The texts lie in {@code
 * pages/}.
 */
final class Registration {

  /**
   * A page.
   *
   * @param claim id of its claim
   * @param sha256 of its text and of the files that it reads
   * @param firstRun moment, ISO 8601
   * @param before how many of its runs were there then
   */
  record Page(String claim, String sha256, String firstRun, int before) {

    /** Its copy in the folder. */
    String file() {
      return "pages/%s-%s.yaml".formatted(claim, sha256.substring(0, 12));
    }

    /** The moment in words. */
    String when() {
      String moment = firstRun.replace('T', ' ').replace("Z", " UTC");
      return before == 0 ? moment : "%s, when %d of its runs were there".formatted(moment, before);
    }
  }

  private static final String FILE = "registered.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;
  private final List<Page> pages;

  private Registration(Path folder, List<Page> pages) {
    this.folder = folder;
    this.pages = pages;
  }

  /**
   * Reads the record of a folder; an empty one where there is none.
   *
   * @throws ExperimentException if it is damaged
   */
  static Registration of(Path folder) throws IOException {
    List<Page> pages = new ArrayList<>();
    Path file = folder.resolve(FILE);
    if (Files.isRegularFile(file)) {
      try {
        JSON.readTree(Files.readString(file))
            .forEach(page -> pages.add(JSON.treeToValue(page, Page.class)));
      } catch (JacksonException e) {
        throw ExperimentException.of(file, ReproduceMessage.REGISTERED_DAMAGED);
      }
    }
    return new Registration(folder, pages);
  }

  /**
   * Registers the page of a claim that is about to run.
   *
   * @param before how many of its runs are there
   */
  void register(Claim claim, int before) throws IOException {
    if (claim.page().isEmpty()) {
      return;
    }
    Page page = find(claim).orElse(null);
    if (page == null) {
      String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      page = new Page(claim.id(), sha(claim), now, before);
      pages.add(page);
      WholeFile.writeSafely(folder.resolve(FILE), JSON.writeValueAsString(pages) + "\n");
    }
    Path copy = folder.resolve(page.file());
    Files.createDirectories(copy.getParent());
    WholeFile.writeSafely(copy, claim.page().get());
    for (Map.Entry<String, String> file : claim.files().entrySet()) {
      String name = file.getKey().replaceAll("[^A-Za-z0-9._-]", "_");
      WholeFile.writeSafely(folder.resolve(page.file() + "-" + name), file.getValue());
    }
  }

  /** The page of a claim as it is now, if it was run. */
  Optional<Page> find(Claim claim) {
    String sha = claim.page().isEmpty() ? "" : sha(claim);
    return pages.stream()
        .filter(p -> p.claim().equals(claim.id()) && p.sha256().equals(sha))
        .findFirst();
  }

  /** Other pages of the same claim that were run here, the first one first. */
  List<Page> others(Claim claim) {
    Optional<Page> now = find(claim);
    return pages.stream()
        .filter(p -> p.claim().equals(claim.id()) && now.filter(p::equals).isEmpty())
        .toList();
  }

  private static String sha(Claim claim) {
    StringBuilder text = new StringBuilder(claim.page().orElseThrow());
    new TreeMap<>(claim.files())
        .forEach((name, content) -> text.append("\n").append(name).append("\n").append(content));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
