package io.github.orgmeta;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The channels of a client, with its credential. One retries what its service config says; a write
 * with an etag must not be repeated, and as a service config knows methods and no requests, it goes
 * through another, which is opened when the first such write comes.
 */
final class Connection implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final Supplier<ManagedChannelBuilder<?>> open;
  private final ClientInterceptor headers;
  private final ManagedChannel retrying;
  private final Channel retryingWithCredential;
  private ManagedChannel once;
  private Channel onceWithCredential;
  private boolean closed;

  /**
   * @param open begins a channel.
   * @param credential what each call is sent with, or null.
   */
  Connection(Supplier<ManagedChannelBuilder<?>> open, String credential) {
    this.open = open;
    Metadata sent = new Metadata();
    if (credential != null) {
      sent.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
          "Bearer " + credential);
    }
    headers = MetadataUtils.newAttachHeadersInterceptor(sent);
    retrying = open.get().defaultServiceConfig(readServiceConfig()).enableRetry().build();
    retryingWithCredential = ClientInterceptors.intercept(retrying, headers);
  }

  Channel retrying() {
    return retryingWithCredential;
  }

  synchronized Channel once() {
    if (closed) return retryingWithCredential;
    if (once == null) {
      once = open.get().disableRetry().build();
      onceWithCredential = ClientInterceptors.intercept(once, headers);
    }
    return onceWithCredential;
  }

  /** Lets calls under way end for a while, then ends them. */
  @Override
  public void close() {
    ManagedChannel second;
    synchronized (this) {
      closed = true;
      second = once;
    }
    retrying.shutdown();
    if (second != null) second.shutdown();
    await(retrying);
    if (second != null) await(second);
  }

  private static void await(ManagedChannel channel) {
    try {
      if (channel.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    channel.shutdownNow();
  }

  private static Map<String, Object> readServiceConfig() {
    try (InputStreamReader json =
        new InputStreamReader(
            Connection.class.getResourceAsStream("service-config.json"), StandardCharsets.UTF_8)) {
      // Every number becomes a Double, as the channel wants it.
      return new Gson().fromJson(json, new TypeToken<Map<String, Object>>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
