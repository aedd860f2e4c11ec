package hopfilm.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Who may ask. Requests whose Host is this computer, so that no name that another site points here
 * passes, and whose Origin, where a browser sends one, is the page of this server; and, unless the
 * user does without, with the token that the server printed, as others may use this computer too.
 */
final class Access {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String ADDRESS = "\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+\\]";

  private final String token;
  private final String bind;
  private volatile int port;

  private Access(String token, String bind) {
    this.token = token;
    this.bind = bind;
  }

  /** Without a token; on the loopback interface only. */
  static Access open() {
    return new Access(null, null);
  }

  /**
   * With a new token.
   *
   * @param bind address of another interface than the loopback one, null for that
   */
  static Access withToken(String bind) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return new Access(HexFormat.of().formatHex(random), bind);
  }

  void port(int listening) {
    port = listening;
  }

  /** The token, null where none is needed. */
  String token() {
    return token;
  }

  /** Name of the cookie of a page that was opened with the token; cookies go to every port. */
  String cookie() {
    return "hopfilm-token-" + port;
  }

  /** What a page is given when it was opened with the token. */
  String setCookie() {
    return cookie() + "=" + token + "; Path=/; HttpOnly; SameSite=Strict";
  }

  /**
   * Refuses a request that may not be made.
   *
   * @param host header, null if missing
   * @param origin header, null if missing
   * @param given tokens of the request, null where missing
   */
  void require(String host, String origin, String... given) {
    if (bind == null && (host == null || !LOOPBACK.contains(name(host)) || !samePort(host))) {
      throw WebException.of(
          403, "this server answers as localhost:%d only, not as %s", port, shown(host));
    }
    if (bind != null && (host == null || !isOwn(name(host)))) {
      throw WebException.of(403, "this server answers as %s only, not as %s", bind, shown(host));
    }
    if (origin != null && !isSame(origin, host)) {
      throw WebException.of(403, "pages of %s may not use this server", shown(origin));
    }
    if (!isKnown(given)) {
      throw WebException.of(
          401, "the token is missing or wrong; open the address that the server printed");
    }
  }

  private boolean samePort(String host) {
    return host.equals(name(host) + ":" + port) || (port == 80 && host.equals(name(host)));
  }

  private static String name(String host) {
    return host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Says whether a name is of this computer as far as it knows: it may listen on several addresses,
   * and its port be passed on as another one, but names are known.
   */
  private boolean isOwn(String name) {
    if (LOOPBACK.contains(name) || name.equals(bind.toLowerCase(Locale.ROOT))) {
      return true;
    }
    if (name.matches(ADDRESS)) {
      return true;
    }
    try {
      String own = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
      return name.equals(own) || name.startsWith(own + ".");
    } catch (UnknownHostException e) {
      return false;
    }
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
    if (token == null) {
      return true;
    }
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
