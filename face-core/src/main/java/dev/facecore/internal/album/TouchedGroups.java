package dev.facecore.internal.album;

import dev.facecore.FaceRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several changes in a row made of the groups that they touched: a later change has the last
 * word of a face.
 */
final class TouchedGroups {
  private final Map<FaceRef, Integer> groupOf = new HashMap<>();
  private final Map<Integer, List<FaceRef>> groups = new LinkedHashMap<>();
  private int next;

  /** Takes the groups that a change returned. */
  TouchedGroups then(List<List<FaceRef>> changed) {
    for (List<FaceRef> group : changed) {
      remove(group);
      for (FaceRef face : group) groupOf.put(face, next);
      groups.put(next++, new ArrayList<>(group));
    }
    return this;
  }

  private void remove(List<FaceRef> faces) {
    for (FaceRef face : faces) {
      Integer group = groupOf.remove(face);
      if (group == null) continue;
      groups.get(group).remove(face);
      if (groups.get(group).isEmpty()) groups.remove(group);
    }
  }

  /** The groups as they are now, by their first faces: in whatever order they were touched. */
  List<List<FaceRef>> groups() {
    return groups.values().stream().sorted(Comparator.comparing(Collections::min)).toList();
  }
}
