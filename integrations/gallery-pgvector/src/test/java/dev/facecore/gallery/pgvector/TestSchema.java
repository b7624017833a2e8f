package dev.facecore.gallery.pgvector;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of its own in a database, so that nothing else there is touched; dropped at the end. */
public final class TestSchema implements AutoCloseable {
  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final String name = "face_test_" + UUID.randomUUID().toString().replace("-", "");
  private final String url;

  public TestSchema(PostgresServer server) throws SQLException {
    database.setUrl(server.url());
    // The extension goes to the public schema: it would be dropped with this one.
    execute("CREATE EXTENSION IF NOT EXISTS vector SCHEMA public", "CREATE SCHEMA " + name);
    url =
        server.url()
            + (server.url().contains("?") ? "&" : "?")
            + "currentSchema="
            + name
            + ",public";
  }

  /** The address of the database with this schema. */
  public String url() {
    return url;
  }

  PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  @Override
  public void close() throws SQLException {
    execute("DROP SCHEMA " + name + " CASCADE");
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) statement.execute(sql);
    }
  }
}
