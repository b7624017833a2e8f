import dev.facecore.Face

/** Must not compile: nobody has looked whether there is a headshot. */
fun size(face: Face): Int = face.headshot().jpeg().size
