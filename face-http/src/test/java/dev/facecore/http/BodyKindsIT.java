package dev.facecore.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON, a form and one picture say the same, and are answered with the same. */
class BodyKindsIT {
  private static final String PEOPLE = "/extract-faces";

  private static RunningService service;
  private static ServiceClient api;

  @BeforeAll
  static void start() {
    service =
        RunningService.start(
            Map.of(
                "MAX_REQUEST_BYTES", "3000000",
                "MAX_IMAGE_BYTES", "500000",
                "MAX_IMAGES_PER_REQUEST", "4",
                "REQUEST_TIMEOUT", "2"));
    api = new ServiceClient(service);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static byte[] photo(String name) throws IOException {
    return Files.readAllBytes(Photographs.path(name));
  }

  private static Answer form(FormBody body) {
    return api.post(PEOPLE, FormBody.TYPE, body.bytes());
  }

  private static Answer json(String fields, byte[]... images) {
    String[] elements = new String[images.length];
    for (int i = 0; i < images.length; i++) {
      String base64 = Base64.getEncoder().encodeToString(images[i]);
      elements[i] = "{\"image_base64\": \"" + base64 + "\"}";
    }
    return api.extract("{" + fields + Photographs.request(elements).substring(1));
  }

  @Test
  void one_picture_has_the_same_answer_in_three_bodies() throws IOException {
    byte[] photo = photo("obama.jpg");
    String json = "\"details\": true, \"dedup\": \"cluster\", \"min_face_size\": 30, ";
    Answer expected = json(json, photo);
    assertEquals(1, expected.json().get("unique_faces").asInt());
    FormBody body =
        new FormBody()
            .field("details", "true")
            .field("dedup", "cluster")
            .file("image", "a.jpg", photo)
            .field("min_face_size", "30");
    assertEquals(expected.comparable(), form(body).comparable());
    int checked = 0;
    for (String type :
        List.of("image/jpeg", "image/png", "IMAGE/*;q=1", "application/octet-stream")) {
      String query = "?details=true&dedup=cluster&min_face_size=30";
      assertEquals(expected.comparable(), api.post(PEOPLE + query, type, photo).comparable(), type);
      checked++;
    }
    assertEquals(4, checked);
  }

  @Test
  void several_pictures_one_of_them_none_have_the_same_answer_as_a_form() throws IOException {
    byte[] none = "no picture".getBytes(ISO_8859_1);
    byte[] large = new byte[500_001];
    Answer expected = json("", photo("obama.jpg"), none, large, photo("obama2.jpg"));
    assertEquals(2, expected.json().get("image_errors").size());
    assertEquals(1, expected.json().get("unique_faces").asInt());
    FormBody body =
        new FormBody()
            .file("images", Photographs.path("obama.jpg"))
            .file("file", "n\u00f6 \\\"picture\\\"; name=x.jpg", none)
            .file("images", "", large)
            .file("image", Photographs.path("obama2.jpg"));
    assertEquals(expected.comparable(), form(body).comparable());
  }

  @Test
  void refusals_are_the_same() throws IOException {
    byte[] photo = photo("obama2.jpg");
    byte[] large = new byte[500_001];
    int checked = 0;
    for (byte[] image : List.of(new byte[0], large, "no picture".getBytes(ISO_8859_1))) {
      Answer expected = json("", image);
      assertEquals(400, expected.status());
      Answer asForm = form(new FormBody().file("file", "a", image));
      Answer asPicture = api.post(PEOPLE, "image/jpeg", image);
      for (Answer answer : List.of(asForm, asPicture)) {
        assertEquals(400, answer.status());
        assertEquals(expected.error(), answer.error());
        checked++;
      }
    }
    for (String field : List.of("treshold=1", "dedup=FIRST", "min_quality=2")) {
      String[] parts = field.split("=");
      Answer expected =
          json(
              "\""
                  + parts[0]
                  + "\": "
                  + (parts[0].equals("dedup") ? "\"FIRST\", " : parts[1] + ", "),
              photo);
      assertEquals(400, expected.status());
      FormBody body = new FormBody().file("file", "a", photo).field(parts[0], parts[1]);
      assertEquals(expected.error(), form(body).error());
      assertEquals(expected.error(), api.post(PEOPLE + "?" + field, "image/*", photo).error());
      checked++;
    }
    FormBody many = new FormBody();
    for (int i = 0; i < 5; i++) many.file("images", "a", photo);
    assertEquals(json("", photo, photo, photo, photo, photo).error(), form(many).error());
    assertEquals(9, checked);
  }

  @ParameterizedTest
  @ValueSource(strings = {FormBody.TYPE, "image/jpeg"})
  void a_body_over_the_limit_is_refused_announced_or_not(String type) throws IOException {
    byte[] huge = new FormBody().file("file", "a", new byte[3_000_001]).bytes();
    assertEquals(413, api.post(PEOPLE, type, huge).status());
    try (RawClient client = new RawClient(service)) {
      client.send(
          "POST /extract-faces HTTP/1.1\r\nHost: x\r\nContent-Type: "
              + type
              + "\r\nTransfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(huge.length)
              + "\r\n");
      client.send(new String(huge, ISO_8859_1));
      assertTrue(client.readAll().startsWith("HTTP/1.1 413 "));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multipart/form-data | x | 400 | no usable boundary",
        "multipart/form-data; boundary=b | x | 400 | does not have the boundary",
        "multipart/form-data; boundary=b | --b-- | 400 | The field 'images' is required",
        "multipart/form-data; boundary=b | --b%Content-Disposition: form-data; name=file%%x | 400 | ends early",
        "multipart/mixed; boundary=b | --b-- | 415 | multipart/form-data",
        "application/x-www-form-urlencoded | file=a | 415 | multipart/form-data",
        "image | x | 415 | multipart/form-data",
        "image/ | x | 415 | multipart/form-data",
        "application/octet-streams | x | 415 | multipart/form-data"
      })
  void hostile_forms_are_refused_with_a_sentence(
      String type, String body, int status, String sentence) {
    byte[] sent = body.replace("%", "\r\n").getBytes(ISO_8859_1);
    Answer answer = api.post(PEOPLE, type, sent);
    assertEquals(status, answer.status(), answer.error());
    assertTrue(answer.error().contains(sentence), answer.error());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--b\r\nContent-Disposition: form-data; name=file\r\n\r\n", ""})
  void a_form_that_drips_has_the_deadline_of_all_bodies(String begin) throws IOException {
    try (RawClient client = new RawClient(service)) {
      client.send(
          "POST /extract-faces HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
              + "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
              + begin);
      assertTrue(client.readAll().startsWith("HTTP/1.1 408 "));
    }
  }

  @Test
  void a_form_and_json_may_share_a_connection_with_a_query() throws IOException {
    byte[] photo = photo("obama2.jpg");
    FormBody body = new FormBody().file("file", "a", photo);
    Answer answer = api.post(PEOPLE + "?details=true", FormBody.TYPE, body.bytes());
    assertEquals(json("\"details\": true, ", photo).comparable(), answer.comparable());
  }
}
