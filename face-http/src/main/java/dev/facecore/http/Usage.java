package dev.facecore.http;

import dev.facecore.http.log.LogText;
import dev.facecore.http.settings.Build;
import java.util.List;

/** How the program is used. */
final class Usage {
  private Usage() {}

  /** Why arguments are refused, in one line. */
  static String refusal(List<String> arguments) {
    String unexpected =
        arguments.stream().filter(argument -> !argument.equals("--check")).findFirst().orElse("");
    return "Unexpected argument '"
        + LogText.oneLine(unexpected.isEmpty() ? arguments.get(1) : unexpected)
        + "'. face-http takes --check or --help; environment variables set the rest.";
  }

  static String text() {
    return """
        face-http %s: images in, each person once out. A page and a REST API.

        usage: java -jar face-http.jar [--check | --help]

          --check   read the settings, run each model once, and exit
          --help    show this text

        Environment variables:

          PORT                     5003              0 picks a free port
          HOST                     0.0.0.0           127.0.0.1 for this machine only
          LOG_LEVEL                INFO              DEBUG, INFO, WARNING, ERROR
          REQUEST_TIMEOUT          180               seconds
          MAX_IMAGES_PER_REQUEST   100
          MIN_FACE_SIZE            20                pixels, where a request names none
          FACE_MODEL               ArcFace           a name in the model catalogue
          DETECTOR_BACKEND         retinaface        retinaface, mtcnn, opencv, ssd, centerface
          ALLOWED_ORIGINS          none              origins of pages that may call, comma-separated
          MAX_REQUEST_BYTES        268435456         whole body
          MAX_IMAGE_BYTES          10485760          one image
          MAX_IMAGE_PIXELS         50000000          one image
          MAX_FACES_PER_REQUEST    5000
          MAX_CONCURRENT_REQUESTS  cores
          MAX_QUEUE                4 x cores
          URL_ALLOW_PRIVATE        false             true: image_url may reach private addresses
          API_TOKEN                none              what callers must send
          MODEL_DIR                ~/.cache/face-models
          ACCELERATOR              cpu               cpu, cuda
        """
        .formatted(Build.version());
  }
}
