/**
 * The stages behind {@link dev.facecore.FaceExtractor}, for who uses one alone or replaces it:
 * {@link dev.facecore.stage.Picture}, {@link dev.facecore.stage.FaceDetector}, {@link
 * dev.facecore.stage.AlignedFace}, {@link dev.facecore.stage.FaceEmbedder}, {@link
 * dev.facecore.stage.FaceDeduplicator}.
 *
 * <p>An application may implement the detector and the embedding model; both are then called by
 * several threads at once. Coordinates are as {@linkplain dev.facecore described for the library}.
 */
@NullMarked
package dev.facecore.stage;

import org.jspecify.annotations.NullMarked;
