/** Groups faces to people; pure Java, exact, and the same for any order where that is promised. */
package dev.facecore.internal.dedup;
