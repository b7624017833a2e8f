package dev.facecore;

import java.util.UUID;

/**
 * Two people of a {@link FaceAlbum} who may be one: answer with {@link FaceAlbum#same} or {@link
 * FaceAlbum#different} of the two faces.
 *
 * @param a the identifier of one person
 * @param b the identifier of the other
 * @param face the best face of the person {@code a}
 * @param other the best face of the person {@code b}
 * @param similarity the mean of all pairs of their faces
 */
public record AlbumSuggestion(UUID a, UUID b, FaceRef face, FaceRef other, double similarity) {}
