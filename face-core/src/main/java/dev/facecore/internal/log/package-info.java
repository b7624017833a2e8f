/** Writes warnings, and what was opened, through SLF4J where the application has it. */
package dev.facecore.internal.log;
