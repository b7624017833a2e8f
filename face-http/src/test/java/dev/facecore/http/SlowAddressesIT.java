package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Requests whose addresses are not answered do not hold up the others. */
class SlowAddressesIT {
  private static final int REQUESTS = 3;
  private static final int ADDRESSES = 100;
  private static final int LONGER_THAN_ANY_ANSWER = 10;

  @Test
  void three_requests_of_a_slow_host_leave_the_others_their_places() throws Exception {
    Map<String, String> narrow =
        Map.of("URL_ALLOW_PRIVATE", "true", "MAX_CONCURRENT_REQUESTS", "1", "MAX_QUEUE", "4");
    try (RunningService service = RunningService.start(narrow);
        PictureHost host = new PictureHost()) {
      ServiceClient api = new ServiceClient(service);
      String[] held = new String[ADDRESSES];
      for (int i = 0; i < ADDRESSES; i++) held[i] = Photographs.url(host.at("/held/" + i));
      List<CompletableFuture<Answer>> slow = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) slow.add(api.extractLater(Photographs.request(held)));
      host.awaitAsked(6);
      for (String image :
          List.of(Photographs.element("obama.jpg"), Photographs.url(host.at("/obama.jpg")))) {
        CompletableFuture<Answer> other = api.extractLater(Photographs.request(image));
        assertEquals(200, other.get(LONGER_THAN_ANY_ANSWER, TimeUnit.SECONDS).status());
      }
      for (CompletableFuture<Answer> one : slow) assertFalse(one.isDone());
      host.release(); // there are no such pictures
      for (CompletableFuture<Answer> one : slow) assertEquals(400, one.join().status());
    }
  }
}
