package people;

import dev.facecore.Box;
import dev.facecore.Extraction;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Takes an image from a form. */
@RestController
class PeopleController {
  private final FaceExtractor extractor;

  PeopleController(FaceExtractor extractor) {
    this.extractor = extractor;
  }

  /** A person in the answer. */
  record SeenPerson(double confidence, double quality, Box box) {}

  @PostMapping("/people")
  List<SeenPerson> people(@RequestParam("file") MultipartFile file) throws IOException {
    ImageSource image = ImageSource.bytes("file", file.getBytes());
    Extraction result = extractor.extract(List.of(image));
    if (!result.failures().isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "The image cannot be read.");
    }
    return result.people().stream()
        .map(person -> person.face())
        .map(face -> new SeenPerson(face.confidence(), face.quality(), face.box()))
        .toList();
  }
}
