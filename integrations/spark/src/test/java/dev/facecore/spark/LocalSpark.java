package dev.facecore.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Spark in this JVM, with two tasks at once. */
final class LocalSpark {
  private LocalSpark() {}

  static SparkSession start(Path scratch) {
    return SparkSession.builder()
        .master("local[2]")
        .appName("test")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.local.dir", scratch.toString())
        .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
        .config("spark.sql.shuffle.partitions", 3)
        // Small partitions: a handful of pictures is spread over several tasks.
        .config("spark.sql.files.openCostInBytes", 1)
        .config("spark.sql.files.maxPartitionBytes", 1 << 20)
        .getOrCreate();
  }
}
