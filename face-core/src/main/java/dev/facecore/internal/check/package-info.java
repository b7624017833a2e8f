/** Checks of arguments, for every package of this library. */
package dev.facecore.internal.check;
