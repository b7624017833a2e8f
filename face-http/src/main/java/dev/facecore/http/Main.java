package dev.facecore.http;

import java.util.concurrent.CountDownLatch;

/** Starts the service with the settings of the environment. */
public final class Main {
  /** The start was refused because of its settings. */
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      Settings settings = Settings.of(System.getenv());
      Logs.setLevel(settings.logLevel());
      FaceService service = FaceService.start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "face-shutdown"));
      System.out.printf(
          "face-http %s listens on http://%s:%d%n",
          Build.version(), settings.host(), service.port());
      service.loadModels();
      new CountDownLatch(1).await();
    } catch (SettingException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USAGE);
    }
  }

  // The JVM would report the signal (143) after an orderly stop; halting here says that all went
  // well.
  private static void stop(FaceService service) {
    service.close();
    Runtime.getRuntime().halt(0);
  }
}
