/** Downloads model files: checked, atomic, resumable. */
package dev.facecore.internal.download;
