import dev.facecore.Face

/** Must not compile: the headshot may be null. */
fun size(face: Face): Int = face.headshot().jpeg().size
