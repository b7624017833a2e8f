package dev.facecore.gallery.pgvector;

import dev.facecore.Embedding;
import dev.facecore.gallery.Gallery;
import dev.facecore.gallery.GalleryException;
import dev.facecore.gallery.Match;
import dev.facecore.gallery.store.FaceKey;
import dev.facecore.gallery.store.PersonName;
import dev.facecore.gallery.store.StoreChecks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Stores a gallery in a PostgreSQL database with the extension pgvector, for several machines.
 *
 * <p>Each call is one transaction on a connection of its own; use a pool for many calls. The search
 * compares with every face and is exact; an HNSW index on {@code enrolled_face.embedding} makes it
 * approximate and faster.
 */
public final class PgVectorGallery implements Gallery {
  // <=> is pgvector's cosine distance: 1 - similarity.
  static final String NEAREST =
      """
      SELECT person, 1 - (embedding <=> probe)
      FROM enrolled_face, (SELECT ?::real[]::vector) AS asked (probe)
      ORDER BY embedding <=> probe
      LIMIT 1
      """;
  private static final String ENROL =
      """
      INSERT INTO enrolled_face (person, face, embedding)
      VALUES (?, ?, ?::real[]::vector)
      ON CONFLICT DO NOTHING
      """;

  private final DataSource database;
  private final String model;

  private PgVectorGallery(DataSource database, String model) {
    this.database = database;
    this.model = model;
  }

  /**
   * Opens the gallery in a database, or creates its extension and tables in the first schema of the
   * connection's search path.
   *
   * @param database not closed by the gallery
   * @param model the identity of the model: {@link Embedding#model}
   * @throws GalleryException if it contains embeddings of another model, or the database cannot be
   *     reached or has no pgvector
   */
  public static PgVectorGallery open(DataSource database, String model) {
    PgVectorGallery gallery = new PgVectorGallery(database, model);
    StoreChecks.model(
        gallery.transact(connection -> PgVectorSchema.prepare(connection, model)), model);
    return gallery;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public int enrol(String person, List<Embedding> faces) {
    String name = PersonName.of(person);
    StoreChecks.faces(model, faces);
    return transact(
        connection -> {
          PgVectorSchema.requireLength(connection, faces.get(0));
          try (PreparedStatement statement = connection.prepareStatement(ENROL)) {
            for (Embedding face : faces) {
              statement.setString(1, name);
              statement.setObject(2, FaceKey.of(face));
              statement.setObject(3, face.values());
              statement.addBatch();
            }
            return Arrays.stream(statement.executeBatch()).sum();
          }
        });
  }

  @Override
  public Optional<Match> nearest(Embedding face) {
    StoreChecks.face(model, face);
    return transact(
        connection -> {
          PgVectorSchema.requireLength(connection, face);
          try (PreparedStatement statement = connection.prepareStatement(NEAREST)) {
            statement.setObject(1, face.values());
            try (ResultSet row = statement.executeQuery()) {
              if (!row.next()) return Optional.empty();
              return Optional.of(
                  new Match(PersonName.composed(row.getString(1)), row.getDouble(2)));
            }
          }
        });
  }

  @Override
  public int forget(String person) {
    Object[] forms = PersonName.forms(person).toArray();
    return transact(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("DELETE FROM enrolled_face WHERE person = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", forms));
            return statement.executeUpdate();
          }
        });
  }

  @Override
  public SortedMap<String, Integer> people() {
    return transact(
        connection -> {
          SortedMap<String, Integer> people = new TreeMap<>();
          try (Statement statement = connection.createStatement();
              ResultSet row =
                  statement.executeQuery(
                      "SELECT person, count(*) FROM enrolled_face GROUP BY person")) {
            while (row.next()) {
              people.merge(PersonName.composed(row.getString(1)), row.getInt(2), Integer::sum);
            }
          }
          return people;
        });
  }

  @Override
  public int size() {
    return transact(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("SELECT count(*) FROM enrolled_face")) {
            row.next();
            return row.getInt(1);
          }
        });
  }

  /** Does nothing: connections are open only during a call. */
  @Override
  public void close() {}

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T transact(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw PgVectorSchema.explained(e);
    }
  }
}
