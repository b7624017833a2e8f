package dev.facecore.http;

/** Starts the service. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    io.javalin.Javalin.create();
  }
}
