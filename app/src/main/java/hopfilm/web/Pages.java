package hopfilm.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The files of the page, from the jar. */
final class Pages {

  private static final String FOLDER = "/hopfilm/web/";
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "json", "application/json; charset=utf-8",
          "webmanifest", "application/manifest+json",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  void answer(Context ctx) throws IOException {
    String path = ctx.path().equals("/") ? "index.html" : ctx.path().substring(1);
    String ending = path.replaceFirst(".*\\.", "");
    boolean isName = path.matches("[A-Za-z0-9_./-]+") && !path.contains("..");
    String file =
        path.startsWith("vendor/") ? UPLOT + path.substring("vendor/".length()) : FOLDER + path;
    if (isName && TYPES.containsKey(ending)) {
      try (InputStream in = Pages.class.getResourceAsStream(file)) {
        if (in != null) {
          ctx.contentType(TYPES.get(ending)).result(in.readAllBytes());
          return;
        }
      }
    }
    throw WebException.of(404, "there is no such page");
  }
}
