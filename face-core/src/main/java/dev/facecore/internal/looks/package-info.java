/** Looks at an image a second time: for small, turned and doubtful faces. */
package dev.facecore.internal.looks;
