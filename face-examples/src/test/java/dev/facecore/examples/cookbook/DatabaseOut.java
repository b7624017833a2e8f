package dev.facecore.examples.cookbook;

import dev.facecore.Embedding;
import dev.facecore.Face;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Keeps embeddings in a table: {@code CREATE TABLE face (image VARCHAR, embedding VARBINARY)}. */
final class DatabaseOut {
  private DatabaseOut() {}

  static void insert(Connection database, String image, List<Face> faces) throws SQLException {
    try (PreparedStatement row = database.prepareStatement("INSERT INTO face VALUES (?, ?)")) {
      for (Face face : faces) {
        row.setString(1, image);
        row.setBytes(2, face.embedding().toBytes()); // about 2 KB, with the model's identity
        row.executeUpdate();
      }
    }
  }

  static List<String> imagesOf(Embedding wanted, Connection database) throws SQLException {
    List<String> images = new ArrayList<>();
    try (PreparedStatement query = database.prepareStatement("SELECT image, embedding FROM face");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        Embedding stored = Embedding.fromBytes(rows.getBytes(2));
        if (stored.similarity(wanted) >= 0.4) images.add(rows.getString(1));
      }
    }
    return images;
  }
}
