package hopfilm.web;

import io.javalin.http.Context;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * The body of a request, taken as it comes. Ours, as Javalin reads a body in a thread that waits:
 * 300 slow senders would take all of them.
 */
final class RequestBody implements ReadListener {

  /**
   * A body that is too large is read on to so many times the limit, and forgotten: who sends hears
   * an answer only once all is sent. Beyond that the connection ends.
   */
  private static final int READ_ON = 8;

  private final ServletInputStream in;
  private final int most;
  private final byte[] buffer = new byte[8192];
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private long read;

  private RequestBody(ServletInputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /**
   * Says whether a request has a body that may be taken.
   *
   * @throws WebException if it is not JSON, or says that it is far too large
   */
  static void vet(Context ctx, Limits limits) {
    String type = ctx.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw WebException.of(415, "the body must be application/json");
    }
    if (ctx.contentLength() > mostRead(limits.body())) {
      throw tooLarge(limits.body());
    }
  }

  /** Takes the body of a request that is answered later; the connection ends where it is late. */
  static CompletableFuture<byte[]> of(Context ctx, Limits limits) {
    try {
      RequestBody body = new RequestBody(ctx.req().getInputStream(), limits.body());
      body.in.setReadListener(body);
      return Workers.within(
              body.whole,
              limits.bodySeconds(),
              WebException.of(408, "the body did not come within %d s", limits.bodySeconds()))
          .whenComplete(
              (bytes, e) -> {
                if (e != null) {
                  ctx.header("Connection", "close");
                }
              });
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static long mostRead(int most) {
    return (long) READ_ON * most;
  }

  private static WebException tooLarge(int most) {
    return WebException.of(413, "the body is larger than %d bytes", most);
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!whole.isDone() && in.isReady()) {
      int n = in.read(buffer);
      if (n < 0) {
        return;
      }
      read += n;
      if (read <= most) {
        taken.write(buffer, 0, n);
      } else if (read > mostRead(most)) {
        whole.completeExceptionally(tooLarge(most));
      }
    }
  }

  @Override
  public void onAllDataRead() {
    if (read > most) {
      whole.completeExceptionally(tooLarge(most));
    } else {
      whole.complete(taken.toByteArray());
    }
  }

  @Override
  public void onError(Throwable e) {
    whole.completeExceptionally(WebException.of(400, "the body ended before its time"));
  }
}
