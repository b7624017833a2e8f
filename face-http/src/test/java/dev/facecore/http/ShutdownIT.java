package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ConnectException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Stopping in order: nobody new, those under way are answered, then the port is free. */
class ShutdownIT {
  @Test
  void requests_under_way_are_answered_and_new_ones_refused() throws Exception {
    RunningService service = RunningService.start(Map.of("URL_ALLOW_PRIVATE", "true"));
    ServiceClient api = new ServiceClient(service);
    int port = service.at("/").getPort();
    try (PictureHost host = new PictureHost()) {
      CompletableFuture<Answer> underWay =
          api.extractLater(Photographs.request(Photographs.url(host.at("/held/obama.jpg"))));
      host.awaitAsked(1);
      CompletableFuture<Void> stopping = CompletableFuture.runAsync(service::close);
      while (api.get("/ready").status() == 200) Thread.onSpinWait();
      Answer refused = api.extract(Photographs.request(Photographs.element("obama.jpg")));
      assertEquals(503, refused.status());
      host.release();
      assertEquals(200, underWay.join().status());
      stopping.join();
    }
    assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
    service.close();
  }
}
