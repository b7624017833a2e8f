package dev.facecore.gallery.pgvector;

import static dev.facecore.gallery.TestFaces.MODEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Embedding;
import dev.facecore.gallery.Gallery;
import dev.facecore.gallery.GalleryContract;
import dev.facecore.gallery.GalleryException;
import dev.facecore.gallery.TestFaces;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PgVectorGalleryIT extends GalleryContract {
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

  @Override
  protected Gallery open(String model) {
    try {
      if (schema == null) schema = new TestSchema(server);
      return PgVectorGallery.open(schema.source(), model);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void drop() throws SQLException {
    if (schema != null) schema.close();
  }

  @Test
  void many_programs_may_open_an_empty_database_at_once() {
    List<Integer> sizes =
        Stream.generate(() -> schema.source())
            .limit(8)
            .parallel()
            .map(source -> PgVectorGallery.open(source, MODEL).size())
            .toList();
    assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 0), sizes);
  }

  @Test
  void an_index_of_pgvector_is_used_once_it_is_there() throws SQLException {
    TestFaces made = new TestFaces();
    Gallery gallery = open(MODEL);
    List<Embedding> faces = made.facesOfOne(200);
    gallery.enrol("Ada", faces);
    try (Connection connection = schema.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE enrolled_face ALTER embedding TYPE vector(512)");
      statement.execute("CREATE INDEX ON enrolled_face USING hnsw (embedding vector_cosine_ops)");
      statement.execute("SET enable_seqscan = off");
      String query = PgVectorGallery.NEAREST.replace("?", "'{" + text(faces.get(0)) + "}'");
      try (ResultSet plan = statement.executeQuery("EXPLAIN " + query)) {
        StringBuilder lines = new StringBuilder();
        while (plan.next()) lines.append(plan.getString(1)).append('\n');
        assertTrue(
            lines.toString().contains("Index Scan using enrolled_face_embedding"), lines + "");
      }
    }
    assertEquals(1, gallery.nearest(faces.get(7)).orElseThrow().similarity(), 1e-6);
  }

  @Test
  void a_database_out_of_reach_is_named() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/people");
    GalleryException refusal =
        assertThrows(GalleryException.class, () -> PgVectorGallery.open(nowhere, MODEL));
    assertEquals(
        "The database cannot be reached; check its address and that the server runs.",
        refusal.getMessage());
  }

  private static String text(Embedding face) {
    return Stream.iterate(0, i -> i + 1)
        .limit(face.size())
        .map(i -> String.valueOf(face.value(i)))
        .collect(Collectors.joining(","));
  }
}
