package people;

import dev.facecore.FaceExtractor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A web application that finds the people in an image. */
@SpringBootApplication
public class PeopleApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(PeopleApplication.class, arguments);
  }

  /** Shared by all requests; Spring closes it at the end. */
  @Bean
  FaceExtractor faceExtractor() {
    FaceExtractor extractor = FaceExtractor.create();
    extractor.warmUp();
    return extractor;
  }
}
