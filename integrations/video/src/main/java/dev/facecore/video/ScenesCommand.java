package dev.facecore.video;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-video scenes}: scenes of a segmentation service in, the people of each out. */
@Command(
    name = "scenes",
    description = "Writes the people in each scene of a scene service.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class ScenesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SCENES",
      converter = AddressConverter.class,
      description = "The address of a JSON list of scenes: start, end and frames, as addresses.")
  private URI scenesAddress;

  @Option(
      names = "--service",
      paramLabel = "ADDRESS",
      defaultValue = "http://localhost:5003",
      converter = AddressConverter.class,
      description = "A running face-http. Shown the token in $API_TOKEN, if that is set.")
  private URI service;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the results go.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<Scene> scenes = SceneService.scenes(scenesAddress);
    List<String> pictures = new ArrayList<>();
    List<Integer> sceneOf = new ArrayList<>();
    for (int scene = 0; scene < scenes.size(); scene++) {
      for (String frame : scenes.get(scene).frames()) {
        pictures.add(frame);
        sceneOf.add(scene);
      }
    }
    if (pictures.isEmpty()) throw new VideoException("No scene has a frame.");
    Optional<String> token = Optional.ofNullable(System.getenv("API_TOKEN"));
    FaceService.Answer answer = new FaceService(service, token).people(pictures);
    ScenesFolder.write(out, scenes, sceneOf, answer.faces());
    return summary(scenes, pictures, answer);
  }

  private int summary(List<Scene> scenes, List<String> pictures, FaceService.Answer answer) {
    for (FaceService.ImageError failed : answer.imageErrors()) {
      spec.commandLine()
          .getErr()
          .println("face-video: " + pictures.get(failed.imageIndex()) + ": " + failed.error());
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%d scenes, %d frames, %d people: %s%n",
            scenes.size(),
            pictures.size(),
            answer.faces().size(),
            out.resolve(ScenesFolder.SCENES));
    return answer.imageErrors().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  static final class AddressConverter implements CommandLine.ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
      try {
        return Web.address(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }
}
