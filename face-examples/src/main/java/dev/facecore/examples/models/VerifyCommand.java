package dev.facecore.examples.models;

import dev.facecore.model.ModelInfo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code faces models verify}: are the files that are there those of the catalogue? */
@Command(
    name = "verify",
    description =
        "Reads every file that is there and compares its SHA-256; status 1 if one differs.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private FolderOption folder;

  @Override
  public Integer call() {
    List<ModelInfo> there = folder.open().verify();
    List<ModelInfo> damaged =
        there.stream().filter(model -> model.state() == ModelInfo.State.DAMAGED).toList();
    for (ModelInfo model : damaged) {
      spec.commandLine()
          .getErr()
          .println(
              "faces: the model "
                  + model.name()
                  + " is damaged; fetch it again: faces models fetch "
                  + model.name());
    }
    spec.commandLine()
        .getOut()
        .printf("%d models checked, %d damaged%n", there.size(), damaged.size());
    return damaged.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
