/**
 * Images in, distinct people out.
 *
 * <p>{@link dev.facecore.FaceExtractor} is the door: it reads images, finds faces, aligns and
 * embeds them, and keeps each person once. The stages behind it can be used alone and replaced:
 * {@link dev.facecore.stage}; other models than the bundled ones are chosen by {@link
 * dev.facecore.model}. Types below {@code dev.facecore.internal} may change in any release.
 *
 * <p>Coordinates are pixels of the image as displayed, that is with its EXIF orientation applied: x
 * to the right, y down, (0, 0) the outer corner of the first pixel. "Left" and "right" are as seen
 * in the image.
 *
 * <p>The library runs on the class path and, as the module {@code dev.facecore}, on the module path
 * (there, {@code requires org.slf4j} gives it a logger), in several class loaders of one process.
 * Native code of OpenCV and ONNX Runtime that the application has loaded before is used as it is,
 * with its threads and its environment. What the library loads itself, it sets: one thread for
 * OpenCV, an environment called face-core that logs errors only for ONNX Runtime; classes of the
 * same class loader see these settings. The system property {@code onnxruntime.native.path} is set
 * while ONNX Runtime is loaded, and no longer.
 */
@NullMarked
package dev.facecore;

import org.jspecify.annotations.NullMarked;
