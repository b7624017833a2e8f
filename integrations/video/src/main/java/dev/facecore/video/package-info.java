/**
 * Who is seen in a video, and when: a program over {@code face-core}.
 *
 * <p>{@link dev.facecore.video.Video} is the command line. {@code people} reads the frames of a
 * file itself; {@code scenes} takes scenes and their frames from a scene-segmentation service and
 * asks a running {@code face-http} who is in them.
 */
package dev.facecore.video;
