package dev.facecore.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.gallery.pgvector.PostgresServer;
import dev.facecore.gallery.pgvector.TestSchema;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgramOnPgVectorIT extends ProgramContract {
  private static PostgresServer server;
  private TestSchema schema;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.open();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) server.close();
  }

  @BeforeEach
  void make() throws Exception {
    schema = new TestSchema(server);
  }

  @AfterEach
  void drop() throws Exception {
    if (schema != null) schema.close();
  }

  @Override
  List<String> store() {
    return List.of("--database", schema.url());
  }

  @Test
  void an_address_that_is_none_is_refused_without_being_repeated() {
    Cli.Result result = Cli.run("list", "--database", "postgres://user:secret@host/people");
    assertEquals(2, result.status());
    assertEquals(
        "face-recognition list: --database must be an address such as"
            + " jdbc:postgresql://localhost/people. Help: face-recognition list --help",
        result.errors().get(0));
    assertEquals(0, result.errors().stream().filter(line -> line.contains("secret")).count());
  }
}
