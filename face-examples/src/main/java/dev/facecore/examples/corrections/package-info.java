/** What a user says about faces: same person, different people, a name; read from a file. */
package dev.facecore.examples.corrections;
