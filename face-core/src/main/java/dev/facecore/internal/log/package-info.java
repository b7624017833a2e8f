/** Writes warnings through SLF4J where the application has it. */
package dev.facecore.internal.log;
