package hopfilm.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is answered before a request comes to its address, as it is none: text, and no page. */
final class PlainErrors extends ErrorHandler {

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
    fields.put("Content-Security-Policy", Routes.POLICY);
    fields.put("X-Content-Type-Options", "nosniff");
    String said = reason == null ? "no request" : Json.shown(reason);
    return ByteBuffer.wrap("%d: %s\n".formatted(status, said).getBytes(StandardCharsets.UTF_8));
  }
}
