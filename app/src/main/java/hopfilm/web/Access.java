package hopfilm.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * Who may ask. On the loopback interface: requests whose Host is this computer, so that no name
 * that another site points here passes, and whose Origin, where a browser sends one, is the page of
 * this server. On another address: whoever has the token.
 */
final class Access {

  /** Name of the cookie that a page has after it was opened with the token. */
  static final String COOKIE = "hopfilm-token";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String token;
  private volatile int port;

  private Access(String token) {
    this.token = token;
  }

  static Access loopback() {
    return new Access(null);
  }

  static Access withToken() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return new Access(HexFormat.of().formatHex(random));
  }

  void port(int listening) {
    port = listening;
  }

  /** The token, null on loopback. */
  String token() {
    return token;
  }

  /**
   * Refuses a request that may not be made.
   *
   * @param host header, null if missing
   * @param origin header, null if missing
   * @param given tokens of the request, null where missing
   */
  void require(String host, String origin, String... given) {
    if (token == null) {
      if (host == null || !LOOPBACK.contains(name(host)) || !samePort(host)) {
        throw WebException.of(
            403, "this server answers as localhost:%d only, not as %s", port, shown(host));
      }
    }
    if (origin != null && !isSame(origin, host)) {
      throw WebException.of(403, "pages of %s may not use this server", shown(origin));
    }
    if (token != null && !isKnown(given)) {
      throw WebException.of(
          401, "the token is missing or wrong; open the address that the server printed");
    }
  }

  private boolean samePort(String host) {
    return host.equals(name(host) + ":" + port) || (port == 80 && host.equals(name(host)));
  }

  private static String name(String host) {
    return host.replaceFirst(":\\d*$", "");
  }

  private static boolean isSame(String origin, String host) {
    try {
      URI uri = URI.create(origin);
      return "http".equals(uri.getScheme()) && host != null && host.equals(uri.getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Compared in a time that tells nothing of the token. */
  boolean isKnown(String... given) {
    byte[] right = token.getBytes(StandardCharsets.UTF_8);
    boolean found = false;
    for (String one : given) {
      found |= one != null && MessageDigest.isEqual(right, one.getBytes(StandardCharsets.UTF_8));
    }
    return found;
  }

  private static String shown(String text) {
    return text == null ? "nobody" : Json.shown(text.replaceAll("[^\\x20-\\x7e]", "?"));
  }
}
