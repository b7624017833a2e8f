package dev.facecore;

import dev.facecore.internal.check.Require;
import java.util.List;
import java.util.UUID;

/**
 * One person of a batch.
 *
 * <pre>{@code
 * Person person = faces.extract(images).people().get(0);
 * Files.write(Path.of(person.id() + ".jpg"), person.face().headshot().jpeg());
 * }</pre>
 *
 * @param id random, fresh for every grouping: it identifies this result, never the human being
 * @param face the face that was kept
 * @param sightings every face of this person, the kept one included, in order of appearance
 */
public record Person(UUID id, Face face, List<Sighting> sightings) {
  /** Refuses missing parts and a person without sightings; the list is copied. */
  public Person {
    Require.present("id", id);
    Require.present("face", face);
    sightings = Require.all("sightings", sightings);
    if (sightings.isEmpty()) throw new IllegalArgumentException("sightings must not be empty");
  }
}
