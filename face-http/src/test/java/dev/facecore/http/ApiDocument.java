package dev.facecore.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The committed openapi.json, asked what it promises. */
final class ApiDocument {
  private static final String NAME = "urn:openapi";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final String text;
  final JsonNode root;
  private final SchemaRegistry schemas;

  private ApiDocument(String text) throws IOException {
    this.text = text;
    this.root = MAPPER.readTree(text);
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(NAME, text)));
  }

  static ApiDocument read() {
    try (var stream = ApiDocument.class.getResourceAsStream("openapi.json")) {
      return new ApiDocument(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a value breaks of the schema at a JSON pointer of the document. */
  List<String> violations(String schemaPointer, String json) {
    Schema schema = schemas.getSchema("{\"$ref\": \"" + NAME + "#" + schemaPointer + "\"}");
    List<String> violations = new ArrayList<>();
    schema
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .forEach(error -> violations.add(error.toString()));
    return violations;
  }

  /** What an answer breaks of what the document says of it: status, headers, type and body. */
  List<String> violations(String method, String path, Answer answer) {
    String response = responsePointer(method, path, answer.status());
    if (root.at(response).isMissingNode()) {
      return List.of("status " + answer.status() + " is not documented");
    }
    List<String> violations = new ArrayList<>(headerViolations(response, answer));
    String content = response + "/content/" + escaped(answer.mediaType());
    if (root.at(content).isMissingNode()) {
      violations.add("the type " + answer.mediaType() + " is not documented");
    } else if (answer.mediaType().equals("application/json")) {
      violations.addAll(violations(content + "/schema", answer.text()));
    }
    return violations;
  }

  private List<String> headerViolations(String response, Answer answer) {
    List<String> violations = new ArrayList<>();
    root.at(response + "/headers")
        .properties()
        .forEach(
            header -> {
              String pointer = resolved(response + "/headers/" + header.getKey());
              Optional<String> value = answer.header(header.getKey());
              if (value.isEmpty()) violations.add("the header " + header.getKey() + " is missing");
              value.ifPresent(
                  given ->
                      violations.addAll(violations(pointer + "/schema", json(pointer, given))));
            });
    return violations;
  }

  private String json(String header, String value) {
    boolean isInteger = root.at(header + "/schema/type").asText().equals("integer");
    return isInteger ? value : MAPPER.valueToTree(value).toString();
  }

  private String responsePointer(String method, String path, int status) {
    return resolved("/paths/" + escaped(path) + "/" + method + "/responses/" + status);
  }

  private String resolved(String pointer) {
    JsonNode reference = root.at(pointer).get("$ref");
    return reference == null ? pointer : reference.asText().substring(1);
  }

  private static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }
}
