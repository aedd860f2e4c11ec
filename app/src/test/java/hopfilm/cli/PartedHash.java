package hopfilm.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A hash of all parts of something, followed by two digits of each, which tell parts apart. */
final class PartedHash {

  private static final int DIGITS = 16;

  private final MessageDigest whole = digest();
  private final Map<String, MessageDigest> parts = new LinkedHashMap<>();
  private String text;

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void add(String part, String content) {
    add(part, (content + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void add(String part, byte[] content) {
    for (MessageDigest d : List.of(whole, parts.computeIfAbsent(part, p -> digest()))) {
      d.update(part.getBytes(StandardCharsets.UTF_8));
      d.update(content);
    }
  }

  @Override
  public String toString() {
    if (text == null) {
      HexFormat hex = HexFormat.of();
      StringBuilder s = new StringBuilder(hex.formatHex(whole.digest(), 0, DIGITS / 2)).append(' ');
      parts.values().forEach(d -> s.append(hex.toHexDigits(d.digest()[0])));
      text = s.toString();
    }
    return text;
  }

  /** The parts that are not those of another hash; all from where one of them has more. */
  List<String> differing(String other) {
    String mine = toString();
    List<String> names = new ArrayList<>();
    int at = DIGITS + 1;
    for (String part : parts.keySet()) {
      if (!mine.regionMatches(at, other, at, 2)) {
        names.add(part);
      }
      at += 2;
    }
    return names;
  }
}
