package dev.facecore.recognition;

import dev.facecore.gallery.Gallery;
import dev.facecore.gallery.lucene.LuceneGallery;
import dev.facecore.gallery.pgvector.PgVectorGallery;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say where the gallery is: in a folder or in a database. */
final class GalleryChoice {
  @Option(
      names = "--gallery",
      paramLabel = "DIR",
      description = "A folder, kept by Apache Lucene; made if it is not there.")
  private Path folder;

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description =
          "A PostgreSQL database with pgvector, such as jdbc:postgresql://localhost/people; a"
              + " password is better kept in ~/.pgpass.")
  private String database;

  /** The gallery for a model; the caller closes it. */
  Gallery open(String model, CommandSpec spec) {
    return folder != null
        ? LuceneGallery.open(folder, model)
        : PgVectorGallery.open(source(spec), model);
  }

  private PGSimpleDataSource source(CommandSpec spec) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(database);
    } catch (IllegalArgumentException e) {
      // Without the address, which may hold a password.
      throw new ParameterException(
          spec.commandLine(),
          "--database must be an address such as jdbc:postgresql://localhost/people");
    }
    return source;
  }
}
