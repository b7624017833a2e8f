import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.FacesApi;
import org.openapitools.client.api.StateApi;
import org.openapitools.client.model.*;

/** Finds a face with the generated Java client: Find ADDRESS PHOTO. */
public final class Find {
  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    byte[] photo = Files.readAllBytes(Path.of(arguments[1]));
    Image image = new Image().imageBase64(Base64.getEncoder().encodeToString(photo));
    ExtractRequest request = new ExtractRequest().images(List.of(image)).dedup(Dedup.CLUSTER).details(true);
    ExtractResponse answer = new FacesApi(client).extractFaces(request, null, null, null, null, null, null, null);
    Face person = answer.getFaces().get(0);
    boolean whole = person.getEmbedding().size() == 512 && person.getBox().getWidth().doubleValue() > 0;
    if (!whole || !new StateApi(client).ready().getFaceDetectionModel().startsWith("ArcFace")) throw new AssertionError(answer);
    System.out.printf("Java: %d unique of %d faces%n", answer.getUniqueFaces(), answer.getTotalFacesDetected());
  }
}
