import dev.facecore.ExtractionOptions
import dev.facecore.FaceExtractor
import dev.facecore.ImageSource
import java.nio.file.Path

/** Annotations tell Kotlin what may be null: a headshot, if the options leave it out. */
fun main(files: Array<String>) {
    val images = files.map { ImageSource.file(Path.of(it)) }
    FaceExtractor.create().use { extractor ->
        for (headshots in listOf(true, false)) {
            val options = ExtractionOptions.DEFAULTS.withHeadshots(headshots)
            val people = extractor.extract(images, options).people()
            val bytes = people.sumOf { it.face().headshot()?.jpeg()?.size ?: 0 }
            println("${people.size} people, ${if (bytes > 0) "with" else "without"} headshots")
        }
    }
}
