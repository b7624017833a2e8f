/** {@code faces blur}: copies of images with faces made unrecognisable. */
package dev.facecore.examples.blur;
