package dev.facecore.internal.models;

import dev.facecore.internal.check.Sha256;
import dev.facecore.internal.natives.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of one catalogue lie. */
interface WeightSource {
  /** The file's bytes, checked. */
  byte[] read(ModelEntry entry, ModelFile file);

  /** The file's place, if it has one in the file system; whether it is there or not. */
  Optional<Path> place(ModelFile file);

  /** Beside a catalogue on the class path. */
  record ClassPath(String folder) implements WeightSource {
    @Override
    public byte[] read(ModelEntry entry, ModelFile file) {
      String where = folder + file.name() + " of the artifact face-models";
      try (InputStream stream = Resources.open(folder + file.name()).orElse(null)) {
        if (stream == null) throw ModelProblems.missing(entry, file, where);
        return checked(entry, file, where, stream.readAllBytes());
      } catch (IOException e) {
        throw ModelProblems.unreadable(entry, file, where, e);
      }
    }

    @Override
    public Optional<Path> place(ModelFile file) {
      return Optional.empty();
    }
  }

  /** In a folder. */
  record Folder(Path folder) implements WeightSource {
    @Override
    public byte[] read(ModelEntry entry, ModelFile file) {
      Path path = folder.resolve(file.name());
      try {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
          throw new IOException("it is not a regular file");
        }
        return checked(entry, file, path.toString(), Files.readAllBytes(path));
      } catch (NoSuchFileException e) {
        throw ModelProblems.missing(entry, file, path.toString());
      } catch (IOException e) {
        throw ModelProblems.unreadable(entry, file, path.toString(), e);
      }
    }

    @Override
    public Optional<Path> place(ModelFile file) {
      return Optional.of(folder.resolve(file.name()));
    }
  }

  /** For models that are fetched into a folder where no folder was named. */
  record Nowhere() implements WeightSource {
    @Override
    public byte[] read(ModelEntry entry, ModelFile file) {
      throw ModelProblems.withoutFolder(entry, file);
    }

    @Override
    public Optional<Path> place(ModelFile file) {
      return Optional.empty();
    }
  }

  private static byte[] checked(ModelEntry entry, ModelFile file, String where, byte[] content) {
    String found = Sha256.of(content);
    if (!found.equals(file.sha256())) throw ModelProblems.damaged(entry, file, where, found);
    return content;
  }
}
