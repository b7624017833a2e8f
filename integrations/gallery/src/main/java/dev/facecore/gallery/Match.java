package dev.facecore.gallery;

/**
 * An enrolled person, and how alike their most similar face is.
 *
 * @param similarity the cosine similarity, -1 to 1, within 1e-6
 */
public record Match(String person, double similarity) {}
