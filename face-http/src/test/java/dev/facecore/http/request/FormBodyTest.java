package dev.facecore.http.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.facecore.DedupMode;
import dev.facecore.ImageSource;
import dev.facecore.http.exchange.Problem;
import dev.facecore.http.request.BodyType.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms and pictures in place of JSON, and fields in the query. */
class FormBodyTest {
  private static final RequestLimits LIMITS = new RequestLimits(100_000, 3, 20_000, 20);
  private static final BodyType PICTURE = new BodyType(Kind.PICTURE, "");

  private static ExtractRequest read(BodyType type, String query, String body) throws IOException {
    return new ExtractRequestReader(LIMITS, Addresses::unfetched)
        .read(type, query, new ByteArrayInputStream(body.getBytes(ISO_8859_1)));
  }

  private static ExtractRequest form(String... namesAndValues) throws IOException {
    return read(new BodyType(Kind.FORM, "b"), null, body(namesAndValues));
  }

  private static String body(String... namesAndValues) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.append(
          "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(namesAndValues[i], namesAndValues[i + 1]));
    }
    return body + "--b--";
  }

  private static byte[] bytes(ExtractRequest request, int index) {
    return ((ImageSource.Encoded) request.images().get(index).source().orElseThrow()).encoded();
  }

  private static String refusal(String... namesAndValues) {
    return assertThrows(Problem.class, () -> form(namesAndValues)).getMessage();
  }

  @Test
  void every_field_is_read_in_any_order() throws IOException {
    ExtractRequest request =
        form(
            "details",
            "True",
            "images",
            "AB",
            "same_photo_distinct",
            "true",
            "detection_size",
            "1280.0",
            "image",
            "CD",
            "dedup",
            "cluster",
            "min_face_size",
            "3e1",
            "min_quality",
            "0.05",
            "file",
            "",
            "similarity_threshold",
            "1");
    assertEquals(3, request.images().size());
    assertArrayEquals("AB".getBytes(UTF_8), bytes(request, 0));
    assertArrayEquals("CD".getBytes(UTF_8), bytes(request, 1));
    assertEquals(0, bytes(request, 2).length);
    assertTrue(request.details());
    assertTrue(request.options().samePhotoDistinct());
    assertEquals(OptionalInt.of(1280), request.options().detectionSize());
    assertEquals(DedupMode.CLUSTER, request.options().dedup());
    assertEquals(30, request.options().minFaceSize());
    assertEquals(0.05, request.options().minQuality());
  }

  @Test
  void the_query_has_the_same_fields() throws IOException {
    String query =
        "details=TRUE&&dedup=best&min%5fquality=0%2E05&detection_size=auto&min_face_size";
    ExtractRequest request = read(PICTURE, query, "AB");
    assertArrayEquals("AB".getBytes(UTF_8), bytes(request, 0));
    assertTrue(request.details());
    assertEquals(DedupMode.BEST, request.options().dedup());
    assertEquals(0.05, request.options().minQuality());
    assertEquals(20, request.options().minFaceSize());
    String json = "{\"images\": [{\"image_base64\": \"QUI=\"}], \"dedup\": \"best\"}";
    BodyType type = new BodyType(Kind.JSON, "");
    assertTrue(read(type, "details=true", json).details());
    Problem unknown = assertThrows(Problem.class, () -> read(type, "treshold=1", json));
    assertEquals("Unknown field 'treshold'.", unknown.getMessage());
    Problem twice = assertThrows(Problem.class, () -> read(type, "dedup=best", json));
    assertEquals("The field 'dedup' is given twice.", twice.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "treshold | 1 | Unknown field 'treshold'.",
        "image_url | http://a/b | Unknown field 'image_url'.",
        "images[] | AB | Unknown field 'images[]'.",
        "_charset_ | utf-8 | Unknown field '_charset_'.",
        "'' | 1 | Unknown field ''.",
        "similarity_threshold | 1.01 | The field 'similarity_threshold' must be a number from 0 to 1.",
        "similarity_threshold | NaN | The field 'similarity_threshold' must be a number from 0 to 1.",
        "similarity_threshold | Infinity | The field 'similarity_threshold' must be a number from 0 to 1.",
        "similarity_threshold | 1f | The field 'similarity_threshold' must be a number from 0 to 1.",
        "similarity_threshold | 0x0p0 | The field 'similarity_threshold' must be a number from 0 to 1.",
        "similarity_threshold | ' 0.4' | The field 'similarity_threshold' must be a number from 0 to 1.",
        "similarity_threshold | '0,4' | The field 'similarity_threshold' must be a number from 0 to 1.",
        "min_face_size | 0 | The field 'min_face_size' must be an integer of at least 1.",
        "min_face_size | 1e999 | The field 'min_face_size' must be an integer of at least 1.",
        "dedup | FIRST | The field 'dedup' must be one of first, best, cluster.",
        "detection_size | 63 | The field 'detection_size' must be \"auto\" or an integer from 64 to 4096.",
        "detection_size | big | The field 'detection_size' must be \"auto\" or an integer from 64 to 4096.",
        "details | yes | The field 'details' must be true or false.",
        "details | '\u0000t' | The field 'details' must be true or false.",
      })
  void a_wrong_field_is_refused_by_name(String name, String value, String sentence) {
    assertEquals(sentence, refusal("image", "AB", name, value));
    if (name.isEmpty() || name.contains("[")) return;
    String query = name + "=" + value.replace(" ", "%20").replace("\u0000", "%00");
    Problem problem = assertThrows(Problem.class, () -> read(PICTURE, query, "AB"));
    assertEquals(sentence, problem.getMessage());
  }

  @Test
  void empty_fields_count_as_left_out_and_others_may_come_once() throws IOException {
    ExtractRequest request =
        form("image", "AB", "details", "", "min_quality", "", "details", "true");
    assertTrue(request.details());
    assertEquals(
        "The field 'details' is given twice.",
        refusal("details", "true", "details", "true", "image", "AB"));
    Problem problem =
        assertThrows(Problem.class, () -> read(PICTURE, "details=true&details=false", "AB"));
    assertEquals("The field 'details' is given twice.", problem.getMessage());
  }

  @Test
  void images_are_needed_and_counted_and_bounded() throws IOException {
    assertTrue(refusal().startsWith("The field 'images' is required"));
    assertTrue(refusal("details", "true").startsWith("The field 'images' is required"));
    assertEquals(
        "Too many images: at most 3 are allowed in one request.",
        refusal("image", "A", "file", "B", "images", "C", "images", "D"));
    assertTrue(refusal("details", "x".repeat(1025)).contains("'details' is longer than 1024"));
    String large = "A".repeat(20_001);
    String sentence = "The image is larger than the limit of 20000 bytes; send a smaller one.";
    ExtractRequest request = form("file", large, "file", "AB");
    assertEquals(sentence, request.images().get(0).error().orElseThrow());
    assertArrayEquals("AB".getBytes(UTF_8), bytes(request, 1));
    assertEquals(sentence, read(PICTURE, null, large).images().get(0).error().orElseThrow());
    assertEquals(20_000, bytes(read(PICTURE, null, large.substring(1)), 0).length);
    for (BodyType type : new BodyType[] {PICTURE, new BodyType(Kind.FORM, "b")}) {
      String huge = body("file", "A".repeat(100_000));
      Problem problem = assertThrows(Problem.class, () -> read(type, null, huge));
      assertTrue(
          problem.getMessage().contains("larger than the limit of 100000 bytes"),
          problem.getMessage());
    }
  }

  @Test
  void thousands_of_parts_end_at_the_first_too_many() {
    String[] fields = new String[20_000];
    for (int i = 0; i < fields.length; i += 2) {
      fields[i] = "f" + i;
      fields[i + 1] = "";
    }
    assertEquals("Unknown field 'f0'.", refusal(fields));
  }

  @Test
  void a_form_within_a_part_is_that_parts_bytes() throws IOException {
    String inner = "--c\r\nContent-Disposition: file; filename=\"a\"\r\n\r\nAB\r\n--c--";
    assertArrayEquals(inner.getBytes(ISO_8859_1), bytes(form("file", inner), 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\u0001",
        "multipart/form-data; charset=utf-8"
      })
  void a_form_needs_a_boundary(String type) {
    Problem problem = assertThrows(Problem.class, () -> BodyType.of(type));
    assertTrue(problem.getMessage().contains("no usable boundary"), problem.getMessage());
  }

  @Test
  void a_boundary_may_be_quoted_and_is_bounded() {
    String type = "Multipart/Form-Data; charset=nonsense; boundary=\"a b;c=d\"; x=y";
    assertEquals(new BodyType(Kind.FORM, "a b;c=d"), BodyType.of(type));
    String longest = "multipart/form-data; boundary=" + "b".repeat(200);
    assertFalse(BodyType.of(longest).boundary().isEmpty());
    assertThrows(Problem.class, () -> BodyType.of(longest + "b"));
  }

  @Test
  void a_form_takes_little_more_memory_than_its_pictures() throws IOException {
    byte[] picture = new byte[4_000_000];
    new Random(5).nextBytes(picture);
    String text = new String(picture, ISO_8859_1);
    byte[] body = body("image", text, "image", text, "image", text).getBytes(ISO_8859_1);
    ExtractRequestReader reader =
        new ExtractRequestReader(
            new RequestLimits(Long.MAX_VALUE, 3, 5_000_000, 20), Addresses::unfetched);
    BodyType type = new BodyType(Kind.FORM, "b");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    reader.read(type, null, new ByteArrayInputStream(body));
    long before = threads.getCurrentThreadAllocatedBytes();
    assertEquals(3, reader.read(type, null, new ByteArrayInputStream(body)).images().size());
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 2.2 * 3 * picture.length, allocated + " bytes");
  }
}
