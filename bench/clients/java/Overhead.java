import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.github.orgmeta.Documents;
import io.github.orgmeta.OrgmetaClient;
import io.github.orgmeta.v1.BackendMetadataGrpc;
import io.github.orgmeta.v1.BackendMetadataGrpc.BackendMetadataBlockingStub;
import io.github.orgmeta.v1.GetOrganizationMetadataRequest;
import io.github.orgmeta.v1.UpdateOrganizationMetadataRequest;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Measures the client's face beside the generated blocking stub, in rounds by turns. See run.ts.
 */
public final class Overhead {
  private static final int ROUNDS = Integer.getInteger("rounds", 15);
  private static final int WARM_UP_ROUNDS = Integer.getInteger("warmUpRounds", 6);
  private static final int CALLS = Integer.getInteger("calls", 2000);
  private static final int THREADS = 16;
  private static final long TIMEOUT_SECONDS = 10;
  private static final String ORGANIZATION = "org_bench";

  private final OrgmetaClient client;
  private final BackendMetadataBlockingStub stub;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Map<String, Object> document = makeDocument();
  private final Struct struct = toStruct(document);

  private Overhead(OrgmetaClient client, BackendMetadataBlockingStub stub) {
    this.client = client;
    this.stub = stub;
  }

  /** Prints a line of JSON for each comparison. */
  public static void main(String[] none) throws Exception {
    String address = System.getenv("ORGMETA_ADDRESS");
    String key = System.getenv("ORGMETA_KEY");
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + key);
    ManagedChannel channel =
        Grpc.newChannelBuilder(address, InsecureChannelCredentials.create()).build();
    BackendMetadataBlockingStub stub =
        BackendMetadataGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    try (OrgmetaClient client = OrgmetaClient.builder(address).credential(key).build()) {
      new Overhead(client, stub).compareAll();
    } finally {
      channel.shutdownNow();
    }
  }

  private void compareAll() throws Exception {
    try {
      client.replaceOrganizationMetadata(ORGANIZATION, Documents.ofPublic(document));
      for (int atOnce : List.of(1, THREADS)) {
        compare("get", "messages", atOnce, this::getRaw, this::getByFace);
        compare("get", "maps", atOnce, this::getRawAsMap, this::getByFace);
        compare("update", "messages", atOnce, this::updateRaw, this::updateByFace);
        compare("update", "maps", atOnce, this::updateRawFromMap, this::updateByFace);
      }
    } finally {
      threads.shutdown();
    }
  }

  private BackendMetadataBlockingStub timed() {
    return stub.withDeadlineAfter(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  private Object getRaw() {
    return timed()
        .getOrganizationMetadata(
            GetOrganizationMetadataRequest.newBuilder().setOrganizationId(ORGANIZATION).build());
  }

  private Object getRawAsMap() {
    return toMap(
        timed()
            .getOrganizationMetadata(
                GetOrganizationMetadataRequest.newBuilder().setOrganizationId(ORGANIZATION).build())
            .getMetadata()
            .getPublicMetadata());
  }

  private Object getByFace() {
    return client.getOrganizationMetadata(ORGANIZATION);
  }

  private Object updateRaw() {
    return timed()
        .updateOrganizationMetadata(
            UpdateOrganizationMetadataRequest.newBuilder()
                .setOrganizationId(ORGANIZATION)
                .setPublicMetadata(struct)
                .build());
  }

  private Object updateRawFromMap() {
    return toMap(
        timed()
            .updateOrganizationMetadata(
                UpdateOrganizationMetadataRequest.newBuilder()
                    .setOrganizationId(ORGANIZATION)
                    .setPublicMetadata(toStruct(document))
                    .build())
            .getMetadata()
            .getPublicMetadata());
  }

  private Object updateByFace() {
    return client.updateOrganizationMetadata(ORGANIZATION, Documents.ofPublic(document));
  }

  private void compare(
      String call, String rawGives, int atOnce, Callable<Object> raw, Callable<Object> face)
      throws Exception {
    List<Double> raws = new ArrayList<>();
    List<Double> faces = new ArrayList<>();
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      // By turns, and each first as often as the other.
      boolean rawFirst = round % 2 == 0;
      double first = callsPerSecond(atOnce, rawFirst ? raw : face);
      double second = callsPerSecond(atOnce, rawFirst ? face : raw);
      if (round < 0) continue;
      raws.add(rawFirst ? first : second);
      faces.add(rawFirst ? second : first);
    }
    double rawRate = median(raws);
    double faceRate = median(faces);
    System.out.printf(
        "{\"call\":\"%s\",\"rawGives\":\"%s\",\"atOnce\":%d,\"raw\":%.0f,\"face\":%.0f,\"ratio\":%.3f}%n",
        call, rawGives, atOnce, rawRate, faceRate, rawRate / faceRate);
  }

  private double callsPerSecond(int atOnce, Callable<Object> call) throws Exception {
    long started = System.nanoTime();
    List<Future<Object>> all = new ArrayList<>();
    for (int thread = 0; thread < atOnce; thread++) {
      all.add(
          threads.submit(
              () -> {
                Object last = null;
                for (int done = 0; done < CALLS / atOnce; done++) last = call.call();
                return last;
              }));
    }
    for (Future<Object> one : all) one.get();
    return CALLS * 1e9 / (System.nanoTime() - started);
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
  }

  /** About 2 KB of JSON. */
  private static Map<String, Object> makeDocument() {
    Map<String, Object> document = new LinkedHashMap<>();
    for (int member = 0; member < 25; member++) {
      document.put(
          "member_" + member,
          Map.of("name", "a name of some length " + member, "seats", member, "on", true));
    }
    return document;
  }

  /** As a caller of the stub would, who knows what its documents hold. */
  private static Struct toStruct(Map<?, ?> document) {
    Struct.Builder struct = Struct.newBuilder();
    document.forEach((key, value) -> struct.putFields((String) key, toValue(value)));
    return struct.build();
  }

  private static Value toValue(Object value) {
    Value.Builder built = Value.newBuilder();
    if (value instanceof Map<?, ?> map) return built.setStructValue(toStruct(map)).build();
    if (value instanceof Number number) return built.setNumberValue(number.doubleValue()).build();
    if (value instanceof Boolean bool) return built.setBoolValue(bool).build();
    return built.setStringValue((String) value).build();
  }

  private static Map<String, Object> toMap(Struct struct) {
    Map<String, Object> map = new LinkedHashMap<>();
    struct.getFieldsMap().forEach((key, value) -> map.put(key, toObject(value)));
    return map;
  }

  private static Object toObject(Value value) {
    return switch (value.getKindCase()) {
      case STRUCT_VALUE -> toMap(value.getStructValue());
      case NUMBER_VALUE -> value.getNumberValue();
      case BOOL_VALUE -> value.getBoolValue();
      default -> value.getStringValue();
    };
  }
}
