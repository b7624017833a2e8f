/** The program of the guide to recognition. */
package dev.facecore.recognition.example;
