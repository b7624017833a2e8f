/**
 * Photographs in, distinct people out.
 *
 * <p>{@link dev.facecore.FaceExtractor} is the door: it reads pictures, finds faces, aligns and
 * embeds them, and keeps each person once. Every stage behind it can be used alone: {@link
 * dev.facecore.Picture}, {@link dev.facecore.FaceDetector}, {@link dev.facecore.AlignedFace},
 * {@link dev.facecore.FaceEmbedder}, {@link dev.facecore.FaceDeduplicator}. Types below {@code
 * dev.facecore.internal} may change in any release.
 *
 * <p>Coordinates are pixels of the picture as displayed, that is with its EXIF orientation applied:
 * x to the right, y down, (0, 0) the outer corner of the first pixel. "Left" and "right" are as
 * seen in the picture.
 */
package dev.facecore;
