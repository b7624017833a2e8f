package dev.facecore.video;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The caller's side of {@code POST /extract-faces}.
 *
 * @param address of the service, without the path
 * @param token what it wants to be shown, if anything
 */
record FaceService(URI address, Optional<String> token) {
  private static final String NAME = "The face service";

  /** The people of some pictures, as far as they are needed here. */
  record Answer(List<Person> faces, List<ImageError> imageErrors) {
    Answer {
      imageErrors = imageErrors == null ? List.of() : imageErrors;
    }
  }

  /** A person; {@code imageIndex} is of the picture with the face that was kept. */
  record Person(
      String faceId, String headshotBase64, int imageIndex, List<Occurrence> occurrences) {
    /** The pictures in which they are seen. */
    List<Integer> pictures() {
      return Stream.concat(Stream.of(imageIndex), occurrences.stream().map(Occurrence::imageIndex))
          .sorted()
          .toList();
    }
  }

  /** Another picture in which a person is seen. */
  record Occurrence(int imageIndex) {}

  /** A picture that could not be had or read. */
  record ImageError(int imageIndex, String error) {}

  /** Why nothing was done. */
  private record Refusal(String error) {}

  /**
   * Who is in the pictures at some addresses.
   *
   * @throws VideoException if the service cannot be reached or refuses; then in its own words
   */
  Answer people(List<String> pictures) {
    HttpResponse<String> answer = Web.send(NAME, request(pictures));
    if (answer.statusCode() != 200) {
      throw new VideoException(NAME + " refuses: " + Web.read(NAME, answer, Refusal.class).error());
    }
    return Web.read(NAME, answer, Answer.class);
  }

  private HttpRequest request(List<String> pictures) {
    List<Map<String, String>> images =
        pictures.stream().map(picture -> Map.of("image_url", picture)).toList();
    Map<String, Object> body = Map.of("images", images, "dedup", "cluster", "details", true);
    HttpRequest.Builder request =
        Web.to(address.resolve("/extract-faces"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json(body)));
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request.build();
  }

  private static String json(Map<String, Object> body) {
    try {
      return Web.JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts are always JSON", e);
    }
  }
}
