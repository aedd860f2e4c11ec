package hopfilm.web;

import hopfilm.input.ExperimentException;
import hopfilm.live.LiveCommandException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers to requests that are refused or fail: JSON below {@code /api/}, else text. */
final class ErrorAnswers {

  /** No request leaves the machine, and no other page may show this one. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
          + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
          + "form-action 'none'; frame-ancestors 'none'";

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private static final String REFUSED = "refused";

  private ErrorAnswers() {}

  /** Says how what is thrown on the way is answered. */
  static void add(RoutesConfig routes) {
    routes.exception(WebException.class, ErrorAnswers::refuse);
    routes.exception(ExperimentException.class, (e, ctx) -> refuse(WebException.of(e), ctx));
    routes.exception(LiveCommandException.class, (e, ctx) -> refuse(WebException.of(e), ctx));
    routes.exception(
        IOException.class,
        (e, ctx) -> {
          LOG.debug("a file could not be read or written", e);
          refuse(WebException.of(e), ctx);
        });
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> refuse(WebException.of(e.getStatus(), "%s", e.getMessage()), ctx));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.debug("a request failed", e);
          refuse(WebException.of(500, "an error of the program; please report it"), ctx);
        });
    routes.error(
        404,
        ctx -> {
          if (ctx.attribute(REFUSED) == null) {
            refuse(WebException.of(404, "there is nothing at this address"), ctx);
          }
        });
  }

  /** Answers where the program is at fault. */
  static void fault(HttpServletResponse response, Error e) {
    LOG.debug("a request failed", e);
    WebException said = WebException.of(e);
    response.setStatus(said.status());
    response.setContentType(Json.TYPE);
    try (InputStream text = Json.stream(Map.of("error", said.error()))) {
      text.transferTo(response.getOutputStream());
    } catch (IOException second) {
      LOG.debug("nobody hears of it", second);
    }
  }

  private static void refuse(WebException e, Context ctx) {
    ctx.status(e.status());
    ctx.attribute(REFUSED, true);
    if (e.status() == 401) {
      ctx.header("WWW-Authenticate", "Bearer");
    }
    if (isApi(ctx)) {
      Json.send(ctx, Map.of("error", e.error()));
    } else {
      ctx.contentType("text/plain; charset=utf-8").result(e.getMessage() + "\n");
    }
  }

  static boolean isApi(Context ctx) {
    return ctx.path().startsWith("/api/");
  }

  /** What is answered before a request comes to its address, as it is none: text, and no page. */
  static final class PlainErrors extends ErrorHandler {

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
      return text(status, reason, fields);
    }

    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int status,
        String message,
        Throwable cause,
        Callback callback) {
      response.write(true, text(status, message, response.getHeaders()), callback);
    }

    private static ByteBuffer text(int status, String reason, HttpFields.Mutable fields) {
      fields.put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
      fields.put("Content-Security-Policy", POLICY);
      fields.put("X-Content-Type-Options", "nosniff");
      String said = reason == null ? "no request" : Json.shown(reason);
      return ByteBuffer.wrap("%d: %s\n".formatted(status, said).getBytes(StandardCharsets.UTF_8));
    }
  }
}
