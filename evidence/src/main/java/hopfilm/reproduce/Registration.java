package hopfilm.reproduce;

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
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code registered.json}: the pages of claims with their hashes and the time when each was first
 * run in this folder, before its first run began. A page that was changed later is a new entry, so
 * that a reader sees which criteria were stated when. The texts lie in {@code pages/}.
 */
final class Registration {

  /**
   * A page.
   *
   * @param claim id of its claim
   * @param sha256 of its text
   * @param firstRun moment, ISO 8601
   */
  record Page(String claim, String sha256, String firstRun) {

    /** Its copy in the folder. */
    String file() {
      return "pages/%s-%s.yaml".formatted(claim, sha256.substring(0, 12));
    }

    /** The moment in words. */
    String when() {
      return firstRun.replace('T', ' ').replace("Z", " UTC");
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

  /** Reads the record of a folder; an empty one where there is none, or none that can be read. */
  static Registration of(Path folder) throws IOException {
    List<Page> pages = new ArrayList<>();
    Path file = folder.resolve(FILE);
    if (Files.isRegularFile(file)) {
      try {
        JSON.readTree(Files.readString(file))
            .forEach(page -> pages.add(JSON.treeToValue(page, Page.class)));
      } catch (JacksonException e) {
        pages.clear(); // cut off: the pages are registered again, later than they were
      }
    }
    return new Registration(folder, pages);
  }

  /** Registers the pages of claims that are about to run. */
  void register(List<Claim> claims) throws IOException {
    boolean isNew = false;
    for (Claim claim : claims) {
      if (claim.page().isPresent() && find(claim).isEmpty()) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Page page = new Page(claim.id(), sha(claim.page().get()), now);
        Path copy = folder.resolve(page.file());
        Files.createDirectories(copy.getParent());
        WholeFile.writeSafely(copy, claim.page().get());
        pages.add(page);
        isNew = true;
      }
    }
    if (isNew) {
      WholeFile.writeSafely(folder.resolve(FILE), JSON.writeValueAsString(pages) + "\n");
    }
  }

  /** The page of a claim as it is now, if it was run. */
  Optional<Page> find(Claim claim) {
    return claim
        .page()
        .map(Registration::sha)
        .flatMap(
            sha ->
                pages.stream()
                    .filter(p -> p.claim().equals(claim.id()) && p.sha256().equals(sha))
                    .findFirst());
  }

  /** Other pages of the same claim that were run here, the first one first. */
  List<Page> others(Claim claim) {
    Optional<Page> now = find(claim);
    return pages.stream()
        .filter(p -> p.claim().equals(claim.id()) && now.filter(p::equals).isEmpty())
        .toList();
  }

  private static String sha(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
