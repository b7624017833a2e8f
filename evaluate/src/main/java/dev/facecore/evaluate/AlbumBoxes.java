package dev.facecore.evaluate;

import dev.facecore.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which labelled boxes of an album were found again, and what was found beside them. */
final class AlbumBoxes {
  /** Intersection over union from which a found box is a labelled one (Pascal VOC). */
  private static final double SAME_BOX = 0.5;

  private final List<LabelledBox> all;
  private final Map<String, List<LabelledBox>> open;
  private final IdentityHashMap<Face, LabelledBox> found = new IdentityHashMap<>();
  private int unlabelled;

  /** No image searched yet. */
  AlbumBoxes(List<LabelledBox> boxes) {
    this.all = List.copyOf(boxes);
    this.open =
        boxes.stream()
            .collect(
                Collectors.groupingBy(LabelledBox::image, Collectors.toCollection(ArrayList::new)));
  }

  /** Counts what was found in one image: the surest first, each labelled box once. */
  void add(String image, List<Face> faces) {
    List<LabelledBox> left = open.getOrDefault(image, new ArrayList<>());
    faces.stream()
        .sorted(Comparator.comparingDouble(Face::confidence).reversed())
        .forEach(face -> add(face, left));
  }

  private void add(Face face, List<LabelledBox> left) {
    left.stream()
        .max(Comparator.comparingDouble(labelled -> labelled.box().overlap(face.box())))
        .filter(labelled -> labelled.box().overlap(face.box()) >= SAME_BOX)
        .ifPresentOrElse(
            labelled -> {
              left.remove(labelled);
              found.put(face, labelled);
            },
            () -> unlabelled++);
  }

  /** The labelled box that a face was found at; empty where the table has none. */
  Optional<LabelledBox> at(Face face) {
    return Optional.ofNullable(found.get(face));
  }

  /** The boxes of a label, found or not. */
  List<LabelledBox> labelled(String label) {
    return all.stream().filter(box -> box.label().equals(label)).toList();
  }

  /** The boxes of a label that were found, in the order of the table. */
  List<LabelledBox> found(String label) {
    List<LabelledBox> boxes = new ArrayList<>(labelled(label));
    boxes.retainAll(found.values());
    return boxes;
  }

  /** The boxes of a label that were not found, in the order of the table. */
  List<LabelledBox> missed(String label) {
    List<LabelledBox> boxes = new ArrayList<>(labelled(label));
    boxes.removeAll(found.values());
    return boxes;
  }

  /** The labels, in the order of the table. */
  List<String> labels() {
    return all.stream().map(LabelledBox::label).distinct().toList();
  }

  /** How many faces were found where the table has no box. */
  int unlabelled() {
    return unlabelled;
  }
}
