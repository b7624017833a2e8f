/** Options that several programs have, and the numbers in them. */
package dev.facecore.console.options;
