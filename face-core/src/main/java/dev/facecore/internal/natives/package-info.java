/** Unpacks native libraries, loads them, and says what to do where they do not load. */
package dev.facecore.internal.natives;
