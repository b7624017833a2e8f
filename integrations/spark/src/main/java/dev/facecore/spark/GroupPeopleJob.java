package dev.facecore.spark;

import dev.facecore.DedupMode;
import dev.facecore.model.FaceModels;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Readability;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * A table of faces to a table of people: {@code GroupPeopleJob FACES OUTPUT [THRESHOLD]}.
 *
 * <p>The people are those that {@link FaceDeduplicator} finds with {@link DedupMode#CLUSTER} in all
 * faces at once: average linkage never joins faces of two connected components of the graph of
 * similar faces, so each component is grouped alone. Embeddings stay on the executors; the driver
 * holds some twelve bytes for each face, and the links of one task at a time.
 */
public final class GroupPeopleJob {
  // Two megabytes of embeddings of 512 values.
  private static final int FACES_PER_BLOCK = 1024;

  private GroupPeopleJob() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || arguments.length > 3) {
      throw new IllegalArgumentException("usage: GroupPeopleJob FACES OUTPUT [THRESHOLD]");
    }
    double threshold = arguments.length == 3 ? Double.parseDouble(arguments[2]) : 0.4;
    try (SparkSession spark = session()) {
      Dataset<Row> faces = spark.read().parquet(arguments[0]);
      run(spark, faces, arguments[1], threshold, FACES_PER_BLOCK);
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .appName("group people")
        // Kryo, as Spark has it, cannot read records.
        .config("spark.serializer", "org.apache.spark.serializer.JavaSerializer")
        .getOrCreate();
  }

  /**
   * Groups and writes, as {@link SightingRow} describes it.
   *
   * @throws IllegalArgumentException if the faces were embedded by different models
   * @throws ArithmeticException if there are 2^31 faces or more
   */
  static void run(
      SparkSession spark, Dataset<Row> table, String output, double threshold, int facesPerBlock) {
    FaceDeduplicator.of(DedupMode.CLUSTER, threshold, false); // refuses a bad threshold here
    Dataset<Row> faces = table.where("face IS NOT NULL").drop("headshot");
    Readability readability = readability(faces);
    // Numbers, because the library's values are not serializable.
    double unreadable = readability.unreadable();
    double readable = readability.readable();
    double penalty = readability.penalty();
    JavaPairRDD<Integer, FaceRow> numbered = numbered(faces);
    int[] components = components(numbered, threshold, facesPerBlock);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<int[]> componentOf = context.broadcast(components);
    JavaRDD<Row> people =
        numbered
            .mapToPair(face -> new Tuple2<>(componentOf.value()[face._1], face))
            .groupByKey()
            .flatMap(
                component ->
                    people(
                        component._2, threshold, new Readability(unreadable, readable, penalty)));
    spark.createDataFrame(people, SightingRow.SCHEMA).write().parquet(output);
    componentOf.destroy();
    numbered.unpersist();
  }

  /** Numbers faces from 0 by path and place: the order in which the library would be given them. */
  private static JavaPairRDD<Integer, FaceRow> numbered(Dataset<Row> faces) {
    return faces
        .orderBy("path", "face")
        .toJavaRDD()
        .map(FaceRow::of)
        .zipWithIndex()
        .mapToPair(face -> new Tuple2<>(Math.toIntExact(face._2), face._1))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** For each face the lowest number of the faces that it hangs together with. */
  private static int[] components(
      JavaPairRDD<Integer, FaceRow> numbered, double threshold, int facesPerBlock) {
    int count = Math.toIntExact(numbered.count());
    BlockGrid grid =
        BlockGrid.of(count / facesPerBlock + 1, numbered.context().defaultParallelism());
    JavaRDD<int[]> links =
        SimilarFaces.links(numbered.mapValues(FaceRow::embedding), facesPerBlock, grid, threshold)
            .persist(StorageLevel.MEMORY_AND_DISK());
    // The local iterator takes one task's links after another: without this, one task after
    // another.
    links.count();
    Components components = new Components(count);
    links.toLocalIterator().forEachRemaining(link -> components.join(link[0], link[1]));
    links.unpersist();
    return components.roots();
  }

  private static Iterator<Row> people(
      Iterable<Tuple2<Integer, FaceRow>> component, double threshold, Readability readability) {
    FaceDeduplicator deduplicator =
        FaceDeduplicator.of(DedupMode.CLUSTER, threshold, false).withReadability(readability);
    return SightingRow.group(deduplicator, SimilarFaces.list(component));
  }

  /**
   * Which faces their model can read, as the library has it for the model of the job's jar. Similar
   * faces are linked by their cosine, which is never below the similarity that groups them.
   */
  private static Readability readability(Dataset<Row> faces) {
    List<Row> models = faces.select("model").distinct().limit(2).collectAsList();
    if (models.size() > 1) {
      throw new IllegalArgumentException(
          "The faces were embedded by different models, such as "
              + models.get(0).getString(0)
              + " and "
              + models.get(1).getString(0)
              + "; extract all images with one.");
    }
    try (FaceEmbedder bundled = FaceModels.bundled().embedder("ArcFace")) {
      boolean isBundled = !models.isEmpty() && bundled.model().equals(models.get(0).getString(0));
      return isBundled ? bundled.readability() : Readability.NOT_MEASURED;
    }
  }
}
