package dev.facecore;

/**
 * One place where a person was seen.
 *
 * @param faceIndex the position of the face in the list that was grouped
 * @param imageIndex the position of the picture in the batch
 * @param box where the face is in that picture
 * @param confidence the detector's confidence, 0 to 1
 * @param similarity the cosine similarity to the face that was kept; 1 for that face itself
 */
public record Sighting(
    int faceIndex, int imageIndex, Box box, double confidence, double similarity) {}
