package dev.facecore.video;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP. Names are written_so on the wire; fields that are not known are left out. */
final class Web {
  static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  // Longer than face-http takes at most, unless it is told to take longer.
  private static final Duration PATIENCE = Duration.ofSeconds(200);

  private Web() {}

  /** The beginning of a request. */
  static HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(address).timeout(PATIENCE);
  }

  /**
   * What a service answers.
   *
   * @param who the service's name in messages
   * @throws VideoException if there is no answer
   */
  static HttpResponse<String> send(String who, HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new VideoException(
          who + " does not answer at " + request.uri() + ": start it, or name another address.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VideoException("The waiting for " + who + " was interrupted.", e);
    }
  }

  /**
   * Reads an answer.
   *
   * @throws VideoException if it is not of that form
   */
  static <T> T read(String who, HttpResponse<String> answer, Class<T> form) {
    try {
      T read = JSON.readValue(answer.body(), form);
      if (read != null) return read;
    } catch (JsonProcessingException e) {
      throw unexpected(who, answer, e);
    }
    throw unexpected(who, answer, null);
  }

  private static VideoException unexpected(
      String who, HttpResponse<String> answer, JsonProcessingException cause) {
    return new VideoException(
        who + " answers with something else at " + answer.uri() + ": check the address.", cause);
  }

  /**
   * An address of the command line.
   *
   * @throws IllegalArgumentException if it is not one of http or https
   */
  static URI address(String text) {
    URI address = URI.create(text);
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("give an http or https address, not '" + text + "'");
    }
    return address;
  }
}
