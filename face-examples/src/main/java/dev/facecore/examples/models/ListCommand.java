package dev.facecore.examples.models;

import dev.facecore.model.FaceModels;
import dev.facecore.model.ModelInfo;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code faces models list}: a block for each model, so that nothing is cut off. */
@Command(
    name = "list",
    description =
        "Shows every model with licence, size, SHA-256, accuracy, and whether it is there.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private FolderOption folder;

  @Option(names = "--short", description = "One line for each model.")
  private boolean isShort;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    FaceModels models = folder.open();
    List<ModelInfo> all = models.list();
    out.printf("%-16s %-9s %9s  %-10s  %s%n", "NAME", "TASK", "SIZE", "COMMERCIAL", "THERE");
    for (ModelInfo model : all) {
      out.printf(
          "%-16s %-9s %9s  %-10s  %s%n",
          model.name(),
          model.task().name().toLowerCase(Locale.ROOT),
          size(model),
          model.commercialUse() ? "yes" : "no",
          there(model));
      if (!isShort) details(out, model);
    }
    out.println("The folder is " + folder.path());
    return 0;
  }

  private static void details(PrintWriter out, ModelInfo model) {
    model.alias().ifPresent(alias -> out.println("    also called  " + alias));
    out.println("    licence      " + model.licence());
    out.println("    accuracy     " + model.accuracy());
    out.println("    origin       " + model.origin());
    out.println(
        "    sha256       "
            + model.sha256().stream().collect(Collectors.joining("\n                 ")));
  }

  private static String there(ModelInfo model) {
    return switch (model.state()) {
      case BUNDLED -> "embedded";
      case IN_FOLDER -> "in the folder";
      case ABSENT -> "no: faces models fetch " + model.name();
      case DAMAGED -> "damaged";
    };
  }

  private static String size(ModelInfo model) {
    return model.bytes().isPresent()
        ? String.format(Locale.ROOT, "%.1f MB", model.bytes().getAsLong() / 1e6)
        : "?";
  }
}
