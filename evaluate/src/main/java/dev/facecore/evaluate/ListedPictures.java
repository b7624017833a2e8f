package dev.facecore.evaluate;

import dev.facecore.ImageSource;
import dev.facecore.console.files.PathText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The first parameter of the commands whose second one lists pictures by name. */
final class ListedPictures {
  @Parameters(
      index = "0",
      paramLabel = "IMAGES",
      description = "The folder that the images' names refer to.")
  private Path folder;

  Path folder() {
    return folder;
  }

  /** The pictures of these names, in their order. */
  List<ImageSource> sources(Collection<String> names) {
    return names.stream().map(name -> ImageSource.file(PathText.resolve(folder, name))).toList();
  }
}
