package dev.facecore.internal.album;

import dev.facecore.Face;
import dev.facecore.FaceRef;
import dev.facecore.internal.album.KnownPeople.KnownPerson;
import dev.facecore.internal.dedup.AlikeGroups;
import dev.facecore.internal.dedup.Links;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Pairs of people who are nearly alike enough to be one. */
public final class NearPeople {
  private final LiveGroups groups;
  private final KnownPeople known;
  private final boolean samePhotoDistinct;
  private final Readability readability;

  /** Reads what is there when {@link #find} is called. */
  public NearPeople(
      LiveGroups groups, KnownPeople known, boolean samePhotoDistinct, Readability readability) {
    this.groups = groups;
    this.known = known;
    this.samePhotoDistinct = samePhotoDistinct;
    this.readability = readability;
  }

  /** Two people, their best faces and the mean similarity of all pairs of their faces. */
  public record Near(
      KnownPerson a, KnownPerson b, FaceRef face, FaceRef other, double similarity) {}

  /** The pairs that may be one person, from {@code least} up, below the threshold. */
  public List<Near> find(double least, double threshold, int limit) {
    List<FaceRef> refs = new ArrayList<>(groups.faces().keySet());
    List<Face> faces = new ArrayList<>(groups.faces().values());
    Map<FaceRef, Integer> position = new HashMap<>();
    for (int i = 0; i < refs.size(); i++) position.put(refs.get(i), i);
    List<List<Integer>> marks = new ArrayList<>();
    for (Face face : faces) {
      marks.add(new ArrayList<>(samePhotoDistinct ? List.of(face.imageIndex()) : List.of()));
    }
    int number = 0;
    for (Links.Pair pair : groups.links(refs).different()) {
      number--;
      marks.get(pair.a()).add(number);
      marks.get(pair.b()).add(number);
    }
    List<KnownPerson> people = new ArrayList<>(known.all());
    List<int[]> members =
        people.stream().map(p -> p.faces().stream().mapToInt(position::get).toArray()).toList();
    List<int[]> apart =
        members.stream()
            .map(m -> IntStream.of(m).boxed().flatMap(i -> marks.get(i).stream()))
            .map(m -> m.mapToInt(i -> i).toArray())
            .toList();
    return AlikeGroups.find(faces, members, apart, least, readability, limit).stream()
        .filter(found -> found.similarity() < threshold)
        .map(
            found -> {
              KnownPerson a = people.get(found.a());
              KnownPerson b = people.get(found.b());
              return new Near(a, b, best(a), best(b), found.similarity());
            })
        .toList();
  }

  private FaceRef best(KnownPerson person) {
    return person.faces().stream()
        .max(Comparator.comparingDouble(ref -> groups.faces().get(ref).quality()))
        .get();
  }
}
