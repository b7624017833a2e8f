package dev.facecore.gallery.pgvector;

import dev.facecore.Embedding;
import dev.facecore.gallery.GalleryException;
import dev.facecore.gallery.store.StoreChecks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of a gallery in PostgreSQL, and what the database's failures are called. */
final class PgVectorSchema {
  // Two programs that make the same tables at once would fail: "IF NOT EXISTS" is no lock.
  private static final String TABLES =
      """
      SELECT pg_advisory_xact_lock(hashtext('face_gallery'));
      CREATE EXTENSION IF NOT EXISTS vector;
      CREATE TABLE IF NOT EXISTS face_gallery (
        model text NOT NULL,
        single boolean PRIMARY KEY DEFAULT true CHECK (single)
      );
      CREATE TABLE IF NOT EXISTS enrolled_face (
        person text NOT NULL,
        face uuid NOT NULL,
        embedding vector NOT NULL,
        PRIMARY KEY (person, face)
      );
      """;

  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  private static final String FEATURE_NOT_SUPPORTED = "0A000";
  private static final String UNDEFINED_FILE = "58P01";
  private static final String DATA_EXCEPTION = "22000";
  private static final String CONNECTION_FAILED = "08";

  private PgVectorSchema() {}

  /** Makes what is missing, for this model; returns the model that the gallery is of. */
  static String prepare(Connection connection, String model) throws SQLException {
    try (Statement tables = connection.createStatement()) {
      tables.execute(TABLES);
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO face_gallery (model) VALUES (?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, model);
      insert.executeUpdate();
    }
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT model FROM face_gallery")) {
      row.next();
      return row.getString(1);
    }
  }

  /**
   * Refuses a face that the stored ones cannot be compared with, here rather than by an error of
   * the database.
   */
  static void requireLength(Connection connection, Embedding face) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery("SELECT vector_dims(embedding) FROM enrolled_face LIMIT 1")) {
      if (row.next()) StoreChecks.length(row.getInt(1), face);
    }
  }

  static GalleryException explained(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (state.startsWith(CONNECTION_FAILED)) {
      return new GalleryException(
          "The database cannot be reached; check its address and that the server runs.", failure);
    }
    if (state.equals(FEATURE_NOT_SUPPORTED) || state.equals(UNDEFINED_FILE)) {
      return new GalleryException(
          "The database server has no pgvector; install that extension for its version.", failure);
    }
    if (state.equals(DATA_EXCEPTION) && failure.getMessage().contains("dimensions")) {
      return new GalleryException(
          "This gallery contains embeddings of several lengths; enrol everyone in a new one.",
          failure);
    }
    String first = failure.getMessage().lines().findFirst().orElse("no reason given");
    return new GalleryException("The database refused: " + first, failure);
  }
}
