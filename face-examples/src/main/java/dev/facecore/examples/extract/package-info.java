/** {@code faces extract}: searches images, resumes, groups, and writes the results. */
package dev.facecore.examples.extract;
