/** Checks of arguments, and digests of content, for every package of this library. */
package dev.facecore.internal.check;
