package dev.facecore.spark;

import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/** One line of the table of people: where a person was seen. */
final class SightingRow {
  /**
   * {@code person} is the lowest number of its faces, so that people stand by first appearance;
   * {@code path} and {@code face} are those of the table of faces; {@code kept} marks the face that
   * represents the person, and {@code similarity} is the one to it.
   */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "person INT NOT NULL, path STRING NOT NULL, face INT NOT NULL,"
              + " similarity DOUBLE NOT NULL, kept BOOLEAN NOT NULL");

  private SightingRow() {}

  /** The people among numbered faces, as the library groups them; the faces in any order. */
  static Iterator<Row> group(FaceDeduplicator deduplicator, List<Tuple2<Integer, FaceRow>> faces) {
    faces.sort(Comparator.comparing(Tuple2::_1));
    List<Face> known = faces.stream().map(face -> face._2.toFace()).toList();
    List<Row> rows = new ArrayList<>(faces.size());
    for (Person person : deduplicator.group(known)) {
      int number = faces.get(person.sightings().get(0).faceIndex())._1;
      for (Sighting seen : person.sightings()) {
        FaceRow face = faces.get(seen.faceIndex())._2;
        boolean kept = known.get(seen.faceIndex()) == person.face();
        rows.add(RowFactory.create(number, face.path(), face.face(), seen.similarity(), kept));
      }
    }
    return rows.iterator();
  }
}
