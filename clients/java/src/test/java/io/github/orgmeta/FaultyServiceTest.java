package io.github.orgmeta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.orgmeta.v1.BackendMetadataGrpc;
import io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest;
import io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse;
import io.github.orgmeta.v1.GetOrganizationMetadataRequest;
import io.github.orgmeta.v1.GetOrganizationMetadataResponse;
import io.github.orgmeta.v1.ListOrganizationMetadataRequest;
import io.github.orgmeta.v1.ListOrganizationMetadataResponse;
import io.github.orgmeta.v1.OrganizationMetadata;
import io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest;
import io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse;
import io.github.orgmeta.v1.UpdateOrganizationMetadataRequest;
import io.github.orgmeta.v1.UpdateOrganizationMetadataResponse;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the real service does too rarely to wait for: a server in its place that fails, hangs, and
 * answers in parts.
 */
class FaultyServiceTest {
  private final FaultyService service = new FaultyService();
  private Server server;
  private OrgmetaClient client;

  @BeforeEach
  void start() throws IOException {
    server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(service)
            .build()
            .start();
    client = OrgmetaClient.builder("127.0.0.1:" + server.getPort()).build();
  }

  @AfterEach
  void end() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void anUpdateWithoutAnEtagIsRetriedWhenTheServiceIsUnavailable() {
    service.failures = 2;
    client.updateOrganizationMetadata("a", Documents.ofPublic(Map.of()));
    assertEquals(3, service.calls.get());
  }

  @Test
  void aWriteWithAnEtagIsSentOnce() {
    service.failures = 2;
    OrgmetaException refused =
        assertThrows(
            OrgmetaException.class,
            () ->
                client.updateOrganizationMetadata(
                    "a", Documents.ofPublic(Map.of()), WriteOptions.ifEtag("1")));
    assertEquals(Status.Code.UNAVAILABLE, refused.code());
    assertEquals("", refused.reason());
    assertEquals(Optional.empty(), refused.retryDelay());
    assertEquals(1, service.calls.get());
  }

  @Test
  void aReplacementIsSentOnce() {
    service.failures = 2;
    assertThrows(
        OrgmetaException.class,
        () -> client.replaceOrganizationMetadata("a", Documents.ofPublic(Map.of())));
    assertEquals(1, service.calls.get());
  }

  @Test
  void aCallEndsWhenItsTimeoutHasPassed() {
    OrgmetaClient impatient = client.withTimeout(Duration.ofMillis(50));
    OrgmetaException refused =
        assertThrows(OrgmetaException.class, () -> impatient.getOrganizationMetadata("hang"));
    assertEquals(Status.Code.DEADLINE_EXCEEDED, refused.code());
  }

  @Test
  void theNextPageIsFetchedWhenItIsNeeded() {
    Iterator<OrganizationRecord> records = client.listOrganizationMetadata().iterator();
    assertEquals("0", records.next().organizationId());
    assertEquals(1, service.calls.get());
    assertEquals("2", records.next().organizationId());
    assertEquals(3, service.calls.get());
    assertEquals(
        List.of("0", "2"),
        client.listOrganizationMetadata().stream()
            .map(OrganizationRecord::organizationId)
            .toList());
  }

  @Test
  void aBatchAsksAgainAndKeepsTheOrder() {
    Batch<OrganizationRecord, String> batch =
        client.batchGetOrganizationMetadata(List.of("c", "-b", "a", "-d", "e"));
    assertEquals(
        List.of("c", "a", "e"),
        batch.metadata().stream().map(OrganizationRecord::organizationId).toList());
    assertEquals(List.of("-b", "-d"), batch.missing());
    assertEquals(5, service.calls.get());
  }

  @Test
  void aBatchThatGetsNowhereEnds() {
    OrgmetaException refused =
        assertThrows(
            OrgmetaException.class, () -> client.batchGetOrganizationMetadata(List.of("nothing")));
    assertEquals(Status.Code.INTERNAL, refused.code());
    assertEquals(1, service.calls.get());
  }

  private static final class FaultyService extends BackendMetadataGrpc.BackendMetadataImplBase {
    final AtomicInteger calls = new AtomicInteger();
    volatile int failures;

    private <A> void answer(StreamObserver<A> observer, A answer) {
      if (calls.incrementAndGet() <= failures) {
        observer.onError(Status.UNAVAILABLE.asRuntimeException());
        return;
      }
      observer.onNext(answer);
      observer.onCompleted();
    }

    @Override
    public void getOrganizationMetadata(
        GetOrganizationMetadataRequest request,
        StreamObserver<GetOrganizationMetadataResponse> observer) {
      // Never answers.
    }

    @Override
    public void updateOrganizationMetadata(
        UpdateOrganizationMetadataRequest request,
        StreamObserver<UpdateOrganizationMetadataResponse> observer) {
      answer(observer, UpdateOrganizationMetadataResponse.getDefaultInstance());
    }

    @Override
    public void replaceOrganizationMetadata(
        ReplaceOrganizationMetadataRequest request,
        StreamObserver<ReplaceOrganizationMetadataResponse> observer) {
      answer(observer, ReplaceOrganizationMetadataResponse.getDefaultInstance());
    }

    /** Three pages, of which the second is empty. */
    @Override
    public void listOrganizationMetadata(
        ListOrganizationMetadataRequest request,
        StreamObserver<ListOrganizationMetadataResponse> observer) {
      int page = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
      ListOrganizationMetadataResponse.Builder answer =
          ListOrganizationMetadataResponse.newBuilder();
      if (page != 1)
        answer.addMetadata(
            OrganizationMetadata.newBuilder().setOrganizationId(String.valueOf(page)));
      if (page < 2) answer.setNextPageToken(String.valueOf(page + 1));
      answer(observer, answer.build());
    }

    /**
     * Answers of what it is asked the last, but for "nothing"; ids that begin with a dash are
     * missing.
     */
    @Override
    public void batchGetOrganizationMetadata(
        BatchGetOrganizationMetadataRequest request,
        StreamObserver<BatchGetOrganizationMetadataResponse> observer) {
      int last = request.getOrganizationIdsCount() - 1;
      String id = request.getOrganizationIds(last);
      if (id.equals("nothing")) {
        answer(
            observer, BatchGetOrganizationMetadataResponse.newBuilder().addUnprocessed(id).build());
        return;
      }
      BatchGetOrganizationMetadataResponse.Builder answer =
          BatchGetOrganizationMetadataResponse.newBuilder()
              .addAllUnprocessed(request.getOrganizationIdsList().subList(0, last));
      if (id.startsWith("-")) answer.addMissing(id);
      else answer.addMetadata(OrganizationMetadata.newBuilder().setOrganizationId(id));
      answer(observer, answer.build());
    }
  }
}
