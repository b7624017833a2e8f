package dev.facecore.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.facecore.DedupMode;
import dev.facecore.ImageSource;
import dev.facecore.http.exchange.Problem;
import dev.facecore.http.request.BodyType.Kind;
import dev.facecore.stage.ThresholdTable;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExtractRequestReaderTest {
  private static final RequestLimits LIMITS = new RequestLimits(100_000, 3, 20_000, 20);
  private static final ThresholdTable NO_TABLE = new ThresholdTable("test", "none", List.of());

  private static ExtractRequest read(String body) throws IOException {
    return read(LIMITS, new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  private static ExtractRequest read(RequestLimits limits, InputStream body) throws IOException {
    return new ExtractRequestReader(limits, Addresses::unfetched)
        .read(new BodyType(Kind.JSON, ""), null, body);
  }

  private static byte[] bytes(ExtractRequest request, int index) {
    return ((ImageSource.Encoded) request.images().get(index).source().orElseThrow()).encoded();
  }

  @Test
  void everything_left_out_has_its_default() throws IOException {
    ExtractRequest request = read("{\"images\": [{\"image_base64\": \"QUJD\"}]}");
    assertEquals(1, request.images().size());
    assertArrayEquals("ABC".getBytes(UTF_8), bytes(request, 0));
    assertEquals(0.4, request.options().threshold().similarity(NO_TABLE));
    assertEquals(20, request.options().minFaceSize());
    assertEquals(DedupMode.FIRST, request.options().dedup());
    assertEquals(OptionalInt.empty(), request.options().detectionSize());
  }

  @Test
  void null_counts_as_left_out() throws IOException {
    ExtractRequest request =
        read(
            """
            {"similarity_threshold": null, "min_quality": null, "min_face_size": null, "dedup": null, "detection_size": null,
             "same_photo_distinct": null, "details": null,
             "images": [{"image_url": null, "image_base64": "QUJD"}, {"image_url": "http://a/b", "image_base64": null}]}
            """);
    assertEquals(2, request.images().size());
    assertEquals("http://a/b", request.images().get(1).source().orElseThrow().name());
    assertEquals(20, request.options().minFaceSize());
  }

  @Test
  void every_field_is_read_in_any_order() throws IOException {
    ExtractRequest request =
        read(
            """
            {"details": true, "images": [{"image_base64": "QUJD"}], "same_photo_distinct": true,
             "detection_size": 1280.0, "dedup": "cluster", "min_face_size": 3e1, "similarity_threshold": 1,
             "min_quality": 0.05}
            """);
    assertTrue(request.details());
    assertTrue(request.options().samePhotoDistinct());
    assertEquals(OptionalInt.of(1280), request.options().detectionSize());
    assertEquals(DedupMode.CLUSTER, request.options().dedup());
    assertEquals(30, request.options().minFaceSize());
    assertEquals(0.05, request.options().minQuality());
    assertEquals(1, request.options().threshold().similarity(NO_TABLE));
  }

  @Test
  void wrong_bodies_are_refused_by_field_and_rule() {
    String image = "\"images\": [{\"image_base64\": \"QUJD\"}]";
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry("", "JSON"),
            Map.entry("no json", "not valid JSON"),
            Map.entry("[]", "must be a JSON object"),
            Map.entry("{" + image + "} {}", "one JSON object"),
            Map.entry("{" + image, "not valid JSON"),
            Map.entry("{}", "'images' is required"),
            Map.entry("{\"images\": null}", "'images' is required"),
            Map.entry("{\"images\": []}", "at least one"),
            Map.entry("{\"images\": {}}", "'images' must be an array"),
            Map.entry("{\"images\": [1]}", "images[0]"),
            Map.entry("{\"images\": [{}]}", "exactly one"),
            Map.entry(
                "{\"images\": [{\"image_url\": \"http://a\", \"image_base64\": \"QUJD\"}]}",
                "exactly one"),
            Map.entry("{\"images\": [{\"image_url\": null}]}", "exactly one"),
            Map.entry(
                "{\"images\": [{\"image_url\": 7}]}", "'images[0].image_url' must be a string"),
            Map.entry(
                "{\"images\": [{\"image_base64\": {}}]}",
                "'images[0].image_base64' must be a string"),
            Map.entry("{\"images\": [{\"url\": \"http://a\"}]}", "'images[0].url'"),
            Map.entry(
                "{\"images\": [{\"image_url\": \"a\"},{\"image_url\": \"a\"},{\"image_url\": \"a\"},{\"image_url\": \"a\"}]}",
                "at most 3"),
            Map.entry("{\"treshold\": 1, " + image + "}", "'treshold'"),
            Map.entry("{\"similarity_threshold\": 1.01, " + image + "}", "'similarity_threshold'"),
            Map.entry("{\"similarity_threshold\": -0.1, " + image + "}", "'similarity_threshold'"),
            Map.entry(
                "{\"similarity_threshold\": \"0.4\", " + image + "}", "'similarity_threshold'"),
            Map.entry("{\"similarity_threshold\": 1e999, " + image + "}", "'similarity_threshold'"),
            Map.entry("{\"similarity_threshold\": NaN, " + image + "}", "not valid JSON"),
            Map.entry("{\"min_quality\": 1.01, " + image + "}", "'min_quality' must be a number"),
            Map.entry("{\"min_quality\": -1e-9, " + image + "}", "'min_quality' must be a number"),
            Map.entry("{\"min_quality\": \"0\", " + image + "}", "'min_quality' must be a number"),
            Map.entry("{\"min_quality\": true, " + image + "}", "'min_quality' must be a number"),
            Map.entry("{\"min_face_size\": 0, " + image + "}", "'min_face_size'"),
            Map.entry("{\"min_face_size\": 20.5, " + image + "}", "'min_face_size'"),
            Map.entry("{\"min_face_size\": true, " + image + "}", "'min_face_size'"),
            Map.entry("{\"detection_size\": 63, " + image + "}", "'detection_size'"),
            Map.entry("{\"detection_size\": 4097, " + image + "}", "'detection_size'"),
            Map.entry("{\"detection_size\": \"big\", " + image + "}", "'detection_size'"),
            Map.entry(
                "{\"dedup\": \"FIRST\", " + image + "}",
                "'dedup' must be one of first, best, cluster"),
            Map.entry("{\"details\": \"yes\", " + image + "}", "'details'"),
            Map.entry(
                "{\"details\": true, \"details\": true, " + image + "}",
                "'details' is given twice"));
    wrong.forEach(
        (body, message) -> {
          Problem problem = assertThrows(Problem.class, () -> read(body), body);
          assertTrue(
              problem.getMessage().contains(message), body + " said: " + problem.getMessage());
        });
    assertEquals(36, wrong.size());
  }

  @Test
  void a_huge_smallest_face_is_no_mistake() throws IOException {
    String body = "{\"min_face_size\": 1%s, \"images\": [{\"image_base64\": \"QUJD\"}]}";
    assertEquals(Integer.MAX_VALUE, read(body.formatted("0".repeat(30))).options().minFaceSize());
  }

  @Test
  void pictures_are_decoded_in_every_usual_form() throws IOException {
    byte[] picture = new byte[5000];
    new Random(3).nextBytes(picture);
    String plain = Base64.getEncoder().encodeToString(picture);
    String wrapped = Base64.getMimeEncoder().encodeToString(picture).replace("\r\n", "\\r\\n");
    List<String> forms =
        List.of(
            plain,
            "data:image/jpeg;base64," + plain,
            "data:;base64," + plain,
            "data:image/png;charset=x;base64," + plain,
            plain.replace("/", "\\/"),
            "data:image\\/jpeg;base64," + plain.replace("/", "\\/"),
            wrapped,
            plain.replace("=", ""));
    for (String form : forms) {
      ExtractRequest request = read("{\"images\": [{\"image_base64\": \"" + form + "\"}]}");
      assertEquals(Optional.empty(), request.images().get(0).error(), form.substring(0, 30));
      assertArrayEquals(picture, bytes(request, 0), form.substring(0, 30));
    }
    assertEquals(8, forms.size());
  }

  @Test
  void a_picture_that_is_no_base64_or_too_large_is_an_error_of_its_own() throws IOException {
    String large = "A".repeat(30_000);
    List<String> bad =
        List.of("*", "QUJD*EFG", "data:image/jpeg", "Q", "QUJD QUJ=D", "\\u0000", large);
    for (String text : bad) {
      ExtractRequest request =
          read(
              "{\"images\": [{\"image_base64\": \"" + text + "\"}, {\"image_base64\": \"QUJD\"}]}");
      assertTrue(
          request.images().get(0).error().isPresent(),
          text.substring(0, Math.min(20, text.length())));
      assertArrayEquals("ABC".getBytes(UTF_8), bytes(request, 1));
    }
    assertEquals(7, bad.size());
  }

  @Test
  void a_data_uri_in_place_of_an_address_is_told_where_it_belongs() throws IOException {
    String large = "data:image/jpeg;base64," + "A".repeat(30_000);
    for (String uri : List.of("data:,x", " DATA:image/png;base64,QUJD", large)) {
      ExtractRequest request = read("{\"images\": [{\"image_url\": \"" + uri + "\"}]}");
      assertEquals(
          Optional.of("The image_url is a data URI; send it as image_base64."),
          request.images().get(0).error());
    }
  }

  @Test
  void names_and_pictures_may_be_written_with_escapes() throws IOException {
    ExtractRequest request =
        read(
            """
            {"images": [{"image\\u005fbase64": ""}, {"image_base64": "\\u0051UJ\\u0044"}, {"image\\u005fbase64": "QUJE"}]}
            """);
    assertEquals(0, bytes(request, 0).length);
    assertArrayEquals("ABC".getBytes(UTF_8), bytes(request, 1));
    assertArrayEquals("ABD".getBytes(UTF_8), bytes(request, 2));
  }

  @Test
  void the_name_of_a_picture_field_elsewhere_changes_nothing() {
    List<String> bodies =
        List.of(
            "{\"image_base64\": \"QUJD\"}",
            "{\"dedup\": \"image_base64\"}",
            "{\"images\": [\"image_base64\", \"QUJD\"]}",
            "{\"images\": [{\"image_base64\": [\"QUJD\"]}]}",
            "{\"images\": [{\"image_base64\" \"QUJD\"}]}",
            "{\"images\": [{\"image_base64\":: \"QUJD\"}]}",
            "{\"images\": [{\"image_base64\": \"QU\nJD\"}]}",
            "{\"images\": [{\"image_base64\": \"QUJD");
    for (String body : bodies) assertThrows(Problem.class, () -> read(body), body);
    assertEquals(8, bodies.size());
  }

  @Test
  void bytes_may_arrive_one_by_one() throws IOException {
    String body =
        "{\"images\": [{\"image_base64\": \"data:image/jpeg;base64,QUJD\"}, {\"image_url\": \"no:\\\"data:\"}]}";
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(body.getBytes(UTF_8))) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(1, length));
          }
        };
    ExtractRequest request = read(LIMITS, slow);
    assertArrayEquals("ABC".getBytes(UTF_8), bytes(request, 0));
    assertEquals("no:\"data:", request.images().get(1).source().orElseThrow().name());
  }

  @Test
  void too_large_a_body_is_not_read_to_its_end() {
    long[] handed = {0};
    InputStream endless =
        new InputStream() {
          private final byte[] start = "{\"images\": [{\"image_base64\": \"".getBytes(UTF_8);

          @Override
          public int read() {
            return handed[0] < start.length ? start[(int) handed[0]++] : next();
          }

          private int next() {
            handed[0]++;
            return 'A';
          }
        };
    Problem problem = assertThrows(Problem.class, () -> read(LIMITS, endless));
    assertTrue(
        problem.getMessage().contains("larger than the limit of 100000 bytes"),
        problem.getMessage());
    assertTrue(handed[0] < 300_000, "read " + handed[0]);
  }

  @Test
  void a_request_takes_little_more_memory_than_its_pictures() throws IOException {
    byte[] picture = new byte[4_000_000];
    new Random(5).nextBytes(picture);
    String image = "{\"image_base64\": \"" + Base64.getEncoder().encodeToString(picture) + "\"}";
    byte[] body = ("{\"images\": [" + image + ", " + image + ", " + image + "]}").getBytes(UTF_8);
    RequestLimits limits = new RequestLimits(Long.MAX_VALUE, 3, 5_000_000, 20);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    read(limits, new ByteArrayInputStream(body));
    long before = threads.getCurrentThreadAllocatedBytes();
    assertEquals(3, read(limits, new ByteArrayInputStream(body)).images().size());
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    // Decoded in blocks, collected in pieces, joined once: three times all pictures' bytes in
    // passing, no text.
    assertTrue(allocated < 3.2 * 3 * picture.length, allocated + " bytes");
  }
}
