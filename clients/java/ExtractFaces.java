import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends photographs to the service and saves a headshot of each person. One file that needs Java 17
 * or newer and nothing else: {@code java ExtractFaces.java SERVER DIR IMAGE...}, where an image is
 * a file or an http(s) address. Set API_TOKEN where the service asks for one.
 *
 * <p>The few fields it needs are found by pattern; a program of its own would use a JSON library.
 */
public final class ExtractFaces {
  private static final Pattern UNIQUE = Pattern.compile("\"unique_faces\":(\\d+)");
  private static final Pattern ALL = Pattern.compile("\"total_faces_detected\":(\\d+)");
  private static final Pattern HEADSHOT =
      Pattern.compile("\"headshot_base64\":\"data:image/jpeg;base64,([^\"]+)\"");
  private static final Pattern IMAGE_ERROR =
      Pattern.compile("\"image_index\":(\\d+),\"error\":\"([^\"]*)\"");
  private static final Pattern ERROR = Pattern.compile("\"error\":\"([^\"]*)\"");

  private ExtractFaces() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 3) fail(2, "usage: java ExtractFaces.java SERVER DIR IMAGE...");
    List<String> images = Arrays.asList(arguments).subList(2, arguments.length);
    try {
      HttpResponse<String> answer = send(URI.create(arguments[0] + "/extract-faces"), images);
      if (answer.statusCode() != 200) fail(1, first(ERROR, answer.body()));
      System.out.println(
          first(UNIQUE, answer.body()) + " unique of " + first(ALL, answer.body()) + " faces");
      save(answer.body(), Path.of(arguments[1]));
      System.exit(report(answer.body(), images) == 0 ? 0 : 1);
    } catch (NoSuchFileException e) {
      fail(1, "there is no file " + e.getMessage());
    } catch (ConnectException e) {
      fail(1, "no service answers at " + arguments[0]);
    }
  }

  private static void fail(int status, String message) {
    System.err.println(message);
    System.exit(status);
  }

  private static HttpResponse<String> send(URI address, List<String> images)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder("{\"images\":[");
    for (int i = 0; i < images.size(); i++) {
      body.append(i == 0 ? "" : ",").append(image(images.get(i)));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.append("]}").toString()));
    String token = System.getenv("API_TOKEN");
    if (token != null) request.header("Authorization", "Bearer " + token);
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String image(String source) throws IOException {
    if (source.startsWith("http://") || source.startsWith("https://")) {
      return "{\"image_url\":\"" + URI.create(source).toASCIIString() + "\"}";
    }
    byte[] encoded = Files.readAllBytes(Path.of(source));
    return "{\"image_base64\":\"" + Base64.getEncoder().encodeToString(encoded) + "\"}";
  }

  private static void save(String answer, Path folder) throws IOException {
    Files.createDirectories(folder);
    Matcher headshot = HEADSHOT.matcher(answer);
    for (int number = 1; headshot.find(); number++) {
      Path file = folder.resolve("face_" + number + ".jpg");
      Files.write(file, Base64.getDecoder().decode(headshot.group(1)));
      System.out.println(file);
    }
  }

  private static int report(String answer, List<String> images) {
    Matcher error = IMAGE_ERROR.matcher(answer);
    int errors = 0;
    for (; error.find(); errors++) {
      System.err.println(images.get(Integer.parseInt(error.group(1))) + ": " + error.group(2));
    }
    return errors;
  }

  private static String first(Pattern pattern, String answer) {
    Matcher found = pattern.matcher(answer);
    return found.find() ? found.group(1) : "the service gave an answer that is not understood";
  }
}
