package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.facecore.http.settings.Build;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static final ApiDocument DOCUMENT = ApiDocument.read();
  private static final String REQUEST = "/components/schemas/ExtractRequest";

  @Test
  void the_document_is_valid_openapi() throws IOException {
    try (var schema = getClass().getResourceAsStream("openapi-3.1-schema.json")) {
      var published =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
      assertEquals(List.of(), published.validate(DOCUMENT.text, InputFormat.JSON));
      assertFalse(published.validate("{\"openapi\": \"3.1.0\"}", InputFormat.JSON).isEmpty());
    }
  }

  @Test
  void the_document_has_the_version_of_the_build() {
    assertEquals(Build.version(), DOCUMENT.root.at("/info/version").asText());
  }

  @Test
  void every_path_and_every_status_of_the_contract_is_documented() {
    var paths = new TreeSet<String>();
    DOCUMENT.root.get("paths").fieldNames().forEachRemaining(paths::add);
    assertEquals(
        new TreeSet<>(
            List.of(
                "/",
                "/docs",
                "/extract-faces",
                "/health",
                "/metrics",
                "/openapi.json",
                "/ready",
                "/redoc")),
        paths);
    var statuses = new TreeSet<String>();
    DOCUMENT
        .root
        .at("/paths/~1extract-faces/post/responses")
        .fieldNames()
        .forEachRemaining(statuses::add);
    assertEquals(
        new TreeSet<>(
            List.of("200", "400", "401", "404", "405", "408", "413", "415", "429", "500", "503")),
        statuses);
  }

  @Test
  void every_reference_leads_somewhere() {
    List<JsonNode> references = DOCUMENT.root.findValues("$ref");
    assertTrue(references.size() > 50, "references: " + references.size());
    for (JsonNode reference : references) {
      String pointer = reference.asText().substring(1);
      assertFalse(DOCUMENT.root.at(pointer).isMissingNode(), pointer);
    }
  }

  @Test
  void every_example_keeps_to_its_schema() {
    int checked = 0;
    for (String name : List.of("base64", "dataUri")) {
      String at = "/paths/~1extract-faces/post/requestBody/content/application~1json/examples/";
      checked += checkExample(REQUEST, DOCUMENT.root.at(at + name + "/value"));
    }
    for (var response : DOCUMENT.root.at("/components/responses").properties()) {
      JsonNode example = response.getValue().at("/content/application~1json/example");
      checked += checkExample("/components/schemas/Error", example);
    }
    for (var schema :
        Map.of(
                "/paths/~1extract-faces/post", "ExtractResponse",
                "/paths/~1health/get", "Health",
                "/paths/~1ready/get", "Readiness")
            .entrySet()) {
      String at = schema.getKey() + "/responses/200/content/application~1json/examples";
      JsonNode example = DOCUMENT.root.at(at).elements().next().get("value");
      checked += checkExample("/components/schemas/" + schema.getValue(), example);
    }
    assertEquals(2 + 10 + 3, checked);
  }

  @Test
  void no_type_is_null_and_every_default_keeps_to_its_schema() {
    assertEquals(List.of(), problems("", DOCUMENT.root));
    JsonNode schemas = DOCUMENT.root.at("/components/schemas");
    assertEquals(4, schemas.get("ExtractRequest").findValues("default").size());
  }

  private static List<String> problems(String at, JsonNode node) {
    List<String> problems = new ArrayList<>();
    if (node.path("type").isArray() || node.path("type").asText().equals("null")) {
      problems.add(at + "/type");
    }
    JsonNode enumeration = node.path("enum");
    for (JsonNode value : enumeration) if (value.isNull()) problems.add(at + "/enum");
    if (node.path("default").isValueNode()) {
      problems.addAll(DOCUMENT.violations(at, node.get("default").toString()));
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) problems.addAll(problems(at + "/" + i, node.get(i)));
    }
    for (var field : node.properties()) {
      String name = field.getKey().replace("~", "~0").replace("/", "~1");
      boolean isData = List.of("example", "examples", "default", "enum").contains(name);
      if (!isData) problems.addAll(problems(at + "/" + name, field.getValue()));
    }
    return problems;
  }

  @Test
  void calls_go_to_where_the_document_comes_from() {
    JsonNode servers = DOCUMENT.root.get("servers");
    assertEquals(1, servers.size());
    assertEquals(
        URI.create("https://example.org/faces/"),
        URI.create("https://example.org/faces/openapi.json")
            .resolve(servers.get(0).get("url").asText()));
  }

  @Test
  void the_fields_are_the_same_in_all_bodies() {
    var fields = new TreeSet<String>();
    DOCUMENT.root.at(REQUEST + "/properties").fieldNames().forEachRemaining(fields::add);
    var form = new TreeSet<String>();
    DOCUMENT
        .root
        .at("/components/schemas/ExtractForm/properties")
        .fieldNames()
        .forEachRemaining(form::add);
    assertEquals(fields, form);
    var query = new TreeSet<>(List.of("images"));
    DOCUMENT
        .root
        .at("/paths/~1extract-faces/post/parameters")
        .forEach(parameter -> query.add(parameter.get("name").asText()));
    assertEquals(fields, query);
    assertEquals(8, fields.size());
  }

  private static int checkExample(String schema, JsonNode example) {
    assertEquals(List.of(), DOCUMENT.violations(schema, example.toString()), example.toString());
    return 1;
  }

  @Test
  void a_request_takes_what_the_contract_allows() {
    for (String request :
        List.of(
            "{\"images\":[{\"image_url\":\"https://example.org/a.jpg\"}]}",
            "{\"images\":[{\"image_base64\":\"\"}],\"min_face_size\":20.0,\"details\":true}",
            "{\"images\":[{\"image_base64\":\"\"}],\"min_quality\":0.05}",
            "{\"images\":[{\"image_base64\":\"\"}],\"detection_size\":64,\"dedup\":\"best\"}")) {
      assertEquals(List.of(), DOCUMENT.violations(REQUEST, request), request);
    }
  }

  @Test
  void a_request_refuses_what_the_contract_refuses() {
    String image = "{\"image_base64\":\"\"}";
    for (String request :
        List.of(
            "{}",
            "{\"images\":[]}",
            "{\"images\":null}",
            "{\"images\":[{}]}",
            "{\"images\":[{\"image_url\":\"a\",\"image_base64\":\"b\"}]}",
            "{\"images\":[{\"image_base64\":\"\",\"name\":\"a\"}]}",
            "{\"images\":[" + image + "],\"treshold\":1}",
            "{\"images\":[" + image + "],\"similarity_threshold\":1.01}",
            "{\"images\":[" + image + "],\"min_quality\":1.01}",
            "{\"images\":[" + image + "],\"min_quality\":-0.01}",
            "{\"images\":[" + image + "],\"min_face_size\":0}",
            "{\"images\":[" + image + "],\"min_face_size\":20.5}",
            "{\"images\":[" + image + "],\"dedup\":\"FIRST\"}",
            "{\"images\":[" + image + "],\"detection_size\":63}",
            "{\"images\":[" + image + "],\"detection_size\":\"large\"}",
            "{\"images\":[" + image + "],\"details\":1}")) {
      assertFalse(DOCUMENT.violations(REQUEST, request).isEmpty(), request);
    }
  }
}
