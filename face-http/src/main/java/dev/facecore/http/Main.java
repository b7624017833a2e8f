package dev.facecore.http;

import dev.facecore.FaceException;
import dev.facecore.http.log.Logs;
import dev.facecore.http.settings.Build;
import dev.facecore.http.settings.SettingException;
import dev.facecore.http.settings.Settings;
import dev.facecore.http.settings.ThreadBudget;
import dev.facecore.http.settings.ThreadLimit;
import dev.facecore.internal.natives.NativeOutput;
import java.util.List;

/**
 * Starts the service with the settings of the environment; SIGTERM or SIGINT stops it in order.
 * With {@code --check} it only sees whether it could: settings are read, and each model is run
 * once. With {@code --help} it tells how it is set.
 */
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws InterruptedException {
    if (arguments.contains("--help")) {
      System.out.print(Usage.text());
      return 0;
    }
    boolean check = arguments.equals(List.of("--check"));
    if (!check && !arguments.isEmpty()) {
      System.err.println(Usage.refusal(arguments));
      return WRONG_USAGE;
    }
    try {
      Settings settings = Settings.of(System.getenv());
      ThreadBudget.of(settings).require(ThreadLimit.ofThisProcess());
      // What native code says of a broken image has no level, and helps nobody but developers.
      if (!settings.logLevel().equals("debug")) NativeOutput.drop();
      // Before another thread writes a line: SLF4J warns where two begin at once.
      Logs.setLevel(settings.logLevel());
      // First of what takes time, because it takes longest.
      ModelOpening models = ModelOpening.begin(settings);
      if (check) check(models);
      else serve(settings, models);
      return 0;
    } catch (SettingException e) {
      System.err.println(e.getMessage());
      return WRONG_USAGE;
    } catch (FaceException e) {
      System.err.println(e.getMessage());
      return FAILED;
    }
  }

  private static void check(ModelOpening models) {
    try (models) {
      models.await();
    }
  }

  private static void serve(Settings settings, ModelOpening models) throws InterruptedException {
    StopSignals signals = StopSignals.watch();
    try (FaceService service = FaceService.start(settings, models)) {
      System.out.printf(
          "face-http %s with its page at %s listens on %s%n",
          Build.version(), service.page(), service.url());
      service.loadModels();
      signals.await();
    }
  }
}
