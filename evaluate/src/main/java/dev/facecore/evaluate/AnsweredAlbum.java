package dev.facecore.evaluate;

import dev.facecore.AlbumPerson;
import dev.facecore.AlbumSuggestion;
import dev.facecore.Face;
import dev.facecore.FaceAlbum;
import dev.facecore.FaceRef;
import dev.facecore.stage.Readability;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An album whose suggestions are answered by the truth, the most likely first. */
final class AnsweredAlbum {
  private final LabelledFaces labelled;
  private final FaceAlbum album;
  private final double least;
  private int same;
  private int different;

  /**
   * @param least the similarity from which two people are suggested
   */
  AnsweredAlbum(LabelledFaces labelled, double threshold, Readability readability, double least) {
    this.labelled = labelled;
    this.least = least;
    album = FaceAlbum.of(threshold, false, readability);
    Map<String, List<Face>> images = new LinkedHashMap<>();
    for (int i = 0; i < labelled.faces().size(); i++) {
      images.put(Integer.toString(i), List.of(labelled.faces().get(i)));
    }
    album.putAll(images);
  }

  /** Answers so many; false if there were not as many suggestions. */
  boolean answer(int count) {
    for (int n = 0; n < count; n++) {
      List<AlbumSuggestion> first = album.suggestions(least, 1);
      if (first.isEmpty()) return false;
      FaceRef a = first.get(0).face();
      FaceRef b = first.get(0).other();
      if (person(a) == person(b)) {
        album.same(a, b);
        same++;
      } else {
        album.different(a, b);
        different++;
      }
    }
    return true;
  }

  /** What is wrong now, by the names of the report. */
  Map<String, Object> state() {
    int[] groups = new int[labelled.faces().size()];
    int mixed = 0;
    int group = 0;
    for (AlbumPerson person : album.people()) {
      Set<Integer> people = new HashSet<>();
      for (FaceRef ref : person.faces()) {
        people.add(person(ref));
        groups[Integer.parseInt(ref.image())] = group;
      }
      if (people.size() > 1) mixed++;
      group++;
    }
    long falseJoins = 0;
    long splits = 0;
    for (int a = 0; a < groups.length; a++) {
      for (int b = 0; b < a; b++) {
        boolean one = labelled.people()[a] == labelled.people()[b];
        if (!one && groups[a] == groups[b]) falseJoins++;
        if (one && groups[a] != groups[b]) splits++;
      }
    }
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("answers", same + different);
    state.put("same", same);
    state.put("different", different);
    state.put("people", group);
    state.put("people_of_several", mixed);
    state.put("pairs_joined_falsely", falseJoins);
    state.put("pairs_split", splits);
    state.put("f1", PairwiseScore.of(labelled.people(), groups).f1());
    return state;
  }

  private int person(FaceRef ref) {
    return labelled.people()[Integer.parseInt(ref.image())];
  }
}
