package dev.facecore.video;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A service that has cut a video into scenes. */
final class SceneService {
  private static final String NAME = "The scene service";

  private SceneService() {}

  /**
   * The scenes at an address: a JSON list of {@code {"start", "end", "frames": [addresses]}}.
   *
   * @throws VideoException if they cannot be had
   */
  static List<Scene> scenes(URI address) {
    HttpResponse<String> answer = Web.send(NAME, Web.to(address).build());
    if (answer.statusCode() != 200) {
      throw new VideoException(
          NAME + " answers " + answer.statusCode() + " at " + address + ": check the address.");
    }
    return Stream.of(Web.read(NAME, answer, Scene[].class)).filter(Objects::nonNull).toList();
  }
}
