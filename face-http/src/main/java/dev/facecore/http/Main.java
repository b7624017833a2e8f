package dev.facecore.http;

import dev.facecore.FaceException;

/** Starts the service with the settings of the environment; SIGTERM or SIGINT stops it in order. */
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run());
  }

  private static int run() throws InterruptedException {
    try {
      Settings settings = Settings.of(System.getenv());
      Logs.setLevel(settings.logLevel());
      StopSignals signals = StopSignals.watch();
      try (FaceService service = FaceService.start(settings)) {
        System.out.printf("face-http %s listens on %s%n", Build.version(), service.url());
        service.loadModels();
        signals.await();
      }
      return 0;
    } catch (SettingException e) {
      System.err.println(e.getMessage());
      return WRONG_USAGE;
    } catch (FaceException e) {
      System.err.println(e.getMessage());
      return FAILED;
    }
  }
}
