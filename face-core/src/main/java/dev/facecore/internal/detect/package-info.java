/** The detectors' families: input, decoding of a network's outputs, suppression of overlaps. */
package dev.facecore.internal.detect;
