package hopfilm.web;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Sends answers as they are read. Ours, as Javalin writes a stream in a thread that waits: 300 slow
 * readers would take all of them.
 */
final class Sending {

  /** Larger answers are bounded in number, as each holds memory or a file until it is read. */
  private static final int LARGE = 1 << 18;

  private static final int MAX_LARGE = 8;

  private final Semaphore large = new Semaphore(MAX_LARGE);

  /** Sends the result of a request that is carried out. */
  void send(Context ctx) throws IOException {
    InputStream result = ctx.resultInputStream();
    if (result == null) {
      return;
    }
    boolean isLarge = result.available() > LARGE;
    if (isLarge && !large.tryAcquire()) {
      throw WebException.of(
          503,
          "%d large answers are being read, as many as this server sends at a time; try again later",
          MAX_LARGE);
    }
    ctx.future(
        () ->
            Sent.of(ctx, result)
                .whenComplete(
                    (sent, e) -> {
                      if (isLarge) {
                        large.release();
                      }
                    }));
  }

  private static final class Sent implements WriteListener {
    private final Context ctx;
    private final InputStream result;
    private final ServletOutputStream out;
    private final byte[] buffer = new byte[16_384];
    private final CompletableFuture<Void> whole = new CompletableFuture<>();

    private Sent(Context ctx, InputStream result) throws IOException {
      this.ctx = ctx;
      this.result = result;
      this.out = ctx.res().getOutputStream();
    }

    static CompletableFuture<Void> of(Context ctx, InputStream result) {
      try {
        Sent sent = new Sent(ctx, result);
        sent.out.setWriteListener(sent);
        return sent.whole;
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }

    @Override
    public void onWritePossible() throws IOException {
      while (out.isReady()) {
        int n = result.read(buffer);
        if (n < 0) {
          whole.complete(null);
          return;
        }
        out.write(buffer, 0, n);
      }
    }

    @Override
    public void onError(Throwable e) {
      // there is nobody any more to whom the rest could be sent
      ctx.result(InputStream.nullInputStream());
      whole.complete(null);
    }
  }
}
