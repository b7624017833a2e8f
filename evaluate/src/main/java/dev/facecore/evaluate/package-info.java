/** Measures accuracy on photographs with ground truth, for those who develop the library. */
package dev.facecore.evaluate;
