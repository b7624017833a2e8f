package dev.facecore.http;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.Extraction;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.http.access.Admission;
import dev.facecore.http.access.ServiceGate;
import dev.facecore.http.connection.ClientWatch;
import dev.facecore.http.connection.Reading;
import dev.facecore.http.exchange.Problem;
import dev.facecore.http.exchange.RequestContext;
import dev.facecore.http.exchange.Work;
import dev.facecore.http.observe.LooseThreshold;
import dev.facecore.http.request.BodyType;
import dev.facecore.http.request.ExtractRequest;
import dev.facecore.http.request.ExtractRequestReader;
import dev.facecore.http.response.ExtractAnswer;
import dev.facecore.http.response.ImageError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** {@code POST /extract-faces}: a body in, an answer out. Thread-safe. */
final class ExtractFaces {
  private static final String CLOSED =
      "The connection was closed on the client's side before the answer; keep it open until then.";

  private final Reading reading;
  private final ExtractRequestReader reader;
  private final Admission admission;
  private final ClientWatch clients;

  ExtractFaces(
      Reading reading, ExtractRequestReader reader, Admission admission, ClientWatch clients) {
    this.reading = reading;
    this.reader = reader;
    this.admission = admission;
    this.clients = clients;
  }

  ExtractAnswer answer(
      HttpServletRequest http, BodyType type, ServiceGate.Visit visit, RequestContext context)
      throws IOException {
    Deadline deadline = visit.deadline();
    ExtractRequest request =
        reading.within(deadline, http, body -> reader.read(type, http.getQueryString(), body));
    try (ClientWatch.Watch client = clients.watch(http, deadline)) {
      try (Admission.Permit turn = admission.awaitTurn(request.fetches(), deadline)) {
        return extract(request, visit.extractor(), context, deadline);
      } catch (DeadlineException e) {
        if (client.sawClosing()) throw Problem.badRequest(CLOSED);
        throw e;
      }
    }
  }

  private static ExtractAnswer extract(
      ExtractRequest request, FaceExtractor extractor, RequestContext context, Deadline deadline) {
    List<ExtractRequest.Image> images = request.images();
    int[] positions =
        IntStream.range(0, images.size()).filter(i -> images.get(i).source().isPresent()).toArray();
    List<ImageSource> sources =
        IntStream.of(positions).mapToObj(i -> images.get(i).source().orElseThrow()).toList();
    Extraction result = extractor.extract(sources, request.options(), deadline);
    LooseThreshold.log(context.id(), result);
    context.outcome().worked(Work.of(images.size(), result, request.options()));
    List<ImageError> errors = errors(images, result, positions);
    if (errors.size() == images.size()) throw noneLoaded(errors.get(0));
    return new ExtractAnswer(
        result, extractor, positions, errors, request.details(), context.id(), context.nanos());
  }

  private static List<ImageError> errors(
      List<ExtractRequest.Image> images, Extraction result, int[] positions) {
    List<ImageError> errors = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      int index = i;
      images.get(i).error().ifPresent(error -> errors.add(new ImageError(index, error)));
    }
    for (ImageAnalysis image : result.failures()) {
      errors.add(
          new ImageError(positions[image.index()], image.failure().orElseThrow().getMessage()));
    }
    errors.sort(Comparator.comparingInt(ImageError::imageIndex));
    return errors;
  }

  private static Problem noneLoaded(ImageError first) {
    return Problem.badRequest(
        "No image could be loaded; image " + first.imageIndex() + ": " + first.error());
  }
}
