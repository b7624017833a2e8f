/** What the command-line programs share: running a command and telling what went wrong. */
package dev.facecore.console;
