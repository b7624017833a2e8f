package dev.facecore.examples.models;

import dev.facecore.ModelException;
import dev.facecore.console.stop.StopNotice;
import dev.facecore.fetch.DownloadOptions;
import dev.facecore.fetch.ModelDownloads;
import dev.facecore.model.FaceModels;
import dev.facecore.model.LicencePolicy;
import dev.facecore.model.ModelInfo;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faces models fetch}: one model into the folder, checked. */
@Command(
    name = "fetch",
    description = "Downloads a model, or resumes its download.",
    mixinStandardHelpOptions = true)
final class FetchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private FolderOption folder;

  @Parameters(index = "0", paramLabel = "NAME", description = "The model, as in the list.")
  private String name;

  @Option(
      names = "--accept-licence",
      description = "Accepts a licence that forbids commercial use, for this folder.")
  private boolean acceptLicence;

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      defaultValue = "${env:MODEL_MIRROR}",
      description = "Replaces the scheme and host of every address; $$MODEL_MIRROR by default.")
  private URI mirror;

  @Option(names = "--offline", description = "Only checks whether the model is there.")
  private boolean offline;

  @Override
  public Integer call() {
    FaceModels models = folder.open();
    ModelInfo model = models.find(name).orElseThrow(() -> unknown(models));
    LicencePolicy policy = acceptLicence ? LicencePolicy.ANY : LicencePolicy.ACCEPTED;
    if (!models.accepting(policy).allows(model)) throw notAccepted(model);
    PrintWriter out = spec.commandLine().getOut();
    try (StopNotice notice =
            StopNotice.of(spec.commandLine(), "The same command resumes the download.");
        DownloadBar bar = DownloadBar.of(model.name(), spec.commandLine().getErr())) {
      boolean isNew = ModelDownloads.fetch(name, folder.path(), options(policy).withProgress(bar));
      out.println(model.name() + (isNew ? " is fetched: " : " is there: ") + where(model));
      return CommandLine.ExitCode.OK;
    } catch (ModelException e) {
      spec.commandLine().getErr().println("faces: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Object where(ModelInfo model) {
    return model.state() == ModelInfo.State.BUNDLED ? "in the program" : folder.path();
  }

  private DownloadOptions options(LicencePolicy policy) {
    DownloadOptions options = DownloadOptions.DEFAULTS.withLicences(policy).withOffline(offline);
    try {
      return mirror == null ? options : options.withMirror(mirror);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage() + ".");
    }
  }

  private ParameterException unknown(FaceModels models) {
    return new ParameterException(
        spec.commandLine(),
        "No model is called '"
            + name
            + "': there are "
            + models.list().stream().map(ModelInfo::name).collect(Collectors.joining(", "))
            + ".");
  }

  private ParameterException notAccepted(ModelInfo model) {
    return new ParameterException(
        spec.commandLine(),
        "The model "
            + model.name()
            + " must not be used commercially; its licence is: "
            + model.licence()
            + ". If that suits your use, add --accept-licence.");
  }
}
