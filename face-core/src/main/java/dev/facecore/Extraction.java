package dev.facecore;

import java.util.List;

/**
 * The people of a batch of pictures.
 *
 * @param people one element per person, by first appearance: picture, then from left to right
 * @param images what became of each picture, in the order given
 * @param similarity the cosine similarity that was used as the threshold
 * @param times where the time went
 */
public record Extraction(
    List<Person> people, List<ImageAnalysis> images, double similarity, StageTimes times) {
  /** The lists are copied. */
  public Extraction {
    people = List.copyOf(people);
    images = List.copyOf(images);
  }

  /** Every face of every picture, in order: what {@link Sighting#faceIndex} counts. */
  public List<Face> faces() {
    return images.stream().flatMap(image -> image.faces().stream()).toList();
  }

  /** The pictures that could not be read. */
  public List<ImageAnalysis> failures() {
    return images.stream().filter(image -> image.failure().isPresent()).toList();
  }
}
