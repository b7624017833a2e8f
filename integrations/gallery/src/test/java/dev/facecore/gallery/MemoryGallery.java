package dev.facecore.gallery;

import dev.facecore.Embedding;
import dev.facecore.gallery.store.FaceKey;
import dev.facecore.gallery.store.PersonName;
import dev.facecore.gallery.store.StoreChecks;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The smallest store that keeps every promise: in the memory of this process. */
final class MemoryGallery implements Gallery {
  /** What is stored, whoever has it open. */
  static final class Shelf {
    private final SortedMap<String, Map<UUID, Embedding>> people = new TreeMap<>();
    private String model;
  }

  private final Shelf shelf;

  MemoryGallery(Shelf shelf, String model) {
    this.shelf = shelf;
    if (shelf.model == null) shelf.model = model;
    StoreChecks.model(shelf.model, model);
  }

  @Override
  public String model() {
    return shelf.model;
  }

  @Override
  public int enrol(String person, List<Embedding> faces) {
    String name = PersonName.of(person);
    StoreChecks.faces(shelf.model, faces);
    synchronized (shelf) {
      requireLength(faces.get(0));
      Map<UUID, Embedding> kept = shelf.people.computeIfAbsent(name, any -> new TreeMap<>());
      int before = kept.size();
      for (Embedding face : faces) kept.put(FaceKey.of(face), face);
      return kept.size() - before;
    }
  }

  @Override
  public Optional<Match> nearest(Embedding face) {
    StoreChecks.face(shelf.model, face);
    synchronized (shelf) {
      requireLength(face);
      return shelf.people.entrySet().stream()
          .flatMap(
              person ->
                  person.getValue().values().stream()
                      .map(kept -> new Match(person.getKey(), kept.similarity(face))))
          .max(Comparator.comparingDouble(Match::similarity));
    }
  }

  private void requireLength(Embedding face) {
    shelf.people.values().stream()
        .flatMap(faces -> faces.values().stream())
        .forEach(kept -> StoreChecks.length(kept.size(), face));
  }

  @Override
  public int forget(String person) {
    synchronized (shelf) {
      Map<UUID, Embedding> kept = shelf.people.remove(PersonName.of(person));
      return kept == null ? 0 : kept.size();
    }
  }

  @Override
  public SortedMap<String, Integer> people() {
    synchronized (shelf) {
      SortedMap<String, Integer> people = new TreeMap<>();
      shelf.people.forEach((person, faces) -> people.put(person, faces.size()));
      return people;
    }
  }

  @Override
  public int size() {
    return people().values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void close() {}
}
