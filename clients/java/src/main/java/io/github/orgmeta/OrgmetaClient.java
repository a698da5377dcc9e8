package io.github.orgmeta;

import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A client of orgmeta. Its calls block, and throw an {@link OrgmetaException} when they are
 * refused. It may be used by many threads at once; make one and keep it.
 *
 * <pre>{@code
 * try (OrgmetaClient client = OrgmetaClient.builder("127.0.0.1:50051").credential("om_sk_…").build()) {
 *   client.updateOrganizationMetadata("org_1", Documents.ofPublic(Map.of("plan", "pro")));
 * }
 * }</pre>
 */
public final class OrgmetaClient extends InvitationCalls implements AutoCloseable {
  private OrgmetaClient(Calls calls) {
    super(calls);
  }

  /**
   * Begins a client.
   *
   * @param address where the service listens: {@code host:port}, or {@code unix:PATH}.
   */
  public static Builder builder(String address) {
    return new Builder(address);
  }

  /**
   * The same client, by the same connections, with another timeout of a call. To close either is to
   * close both.
   *
   * @throws IllegalArgumentException for one that is not more than 0.
   */
  public OrgmetaClient withTimeout(Duration timeout) {
    return new OrgmetaClient(new Calls(calls.connection, positive(timeout)));
  }

  private static Duration positive(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero())
      throw new IllegalArgumentException("the timeout is " + timeout + ", and must be more than 0");
    return timeout;
  }

  /**
   * The channel with the credential and the retries, for the generated stubs: {@code
   * BackendMetadataGrpc.newFutureStub(client.channel())}. They set no deadline, and throw gRPC's
   * own exceptions. An update with an etag that is sent here is retried like one without, and can
   * then report a mismatch with itself.
   */
  public Channel channel() {
    return calls.connection.retrying();
  }

  /**
   * Lets calls under way end, for 5 seconds at most, and disconnects. Later calls fail as
   * UNAVAILABLE.
   */
  @Override
  public void close() {
    calls.connection.close();
  }

  /**
   * How a client connects. Without more than the address it is anonymous, and the connection is not
   * secured.
   */
  public static final class Builder {
    private final String address;
    private String credential;
    private ChannelCredentials channelCredentials = InsecureChannelCredentials.create();
    private Consumer<ManagedChannelBuilder<?>> configureChannel = channel -> {};
    private Duration timeout = Duration.ofSeconds(10);

    private Builder(String address) {
      this.address = Objects.requireNonNull(address);
    }

    /**
     * Sends this API key or token with each call; null is an anonymous caller.
     *
     * @throws IllegalArgumentException for one that no header can carry, which is not shown, and
     *     for an empty one, which is a variable that was not set.
     */
    public Builder credential(String credential) {
      if (credential != null && credential.isEmpty())
        throw new IllegalArgumentException(
            "the credential is empty, as a variable is that was not set; leave it out to call"
                + " anonymously");
      // gRPC would leave it out, and log it.
      if (credential != null && !credential.chars().allMatch(sign -> sign >= ' ' && sign <= '~'))
        throw new IllegalArgumentException(
            "the credential holds a character that a header can't carry, such as the end of a"
                + " line");
      this.credential = credential;
      return this;
    }

    /** Secures the connection, and trusts the authorities of the system. */
    public Builder tls() {
      return tls(TlsChannelCredentials.create());
    }

    /** Secures the connection, and trusts these authorities (a file of PEM). */
    public Builder tls(Path authorities) throws IOException {
      return tls(TlsChannelCredentials.newBuilder().trustManager(authorities.toFile()).build());
    }

    /**
     * Secures the connection, trusts these authorities, and shows a certificate (files of PEM), as
     * mTLS asks for.
     */
    public Builder tls(Path authorities, Path certificate, Path key) throws IOException {
      return tls(
          TlsChannelCredentials.newBuilder()
              .trustManager(authorities.toFile())
              .keyManager(certificate.toFile(), key.toFile())
              .build());
    }

    /** Secures the connection as gRPC can otherwise. */
    public Builder tls(ChannelCredentials credentials) {
      channelCredentials = credentials;
      return this;
    }

    /**
     * How long a call may take, with what gRPC repeats; 10 seconds unless told otherwise. Each page
     * of a list, each request of a batch, and each read and write of a modification is a call of
     * its own.
     *
     * @throws IllegalArgumentException for one that is not more than 0.
     */
    public Builder timeout(Duration timeout) {
      this.timeout = positive(timeout);
      return this;
    }

    /** Sets what else gRPC knows of a channel, such as keepalive. */
    public Builder configureChannel(Consumer<ManagedChannelBuilder<?>> configure) {
      configureChannel = configure;
      return this;
    }

    /** Makes the client. It connects when the first call comes. */
    public OrgmetaClient build() {
      return new OrgmetaClient(
          new Calls(
              new Connection(opener(address, channelCredentials, configureChannel), credential),
              timeout));
    }

    private static Supplier<ManagedChannelBuilder<?>> opener(
        String address,
        ChannelCredentials credentials,
        Consumer<ManagedChannelBuilder<?>> configure) {
      return () -> {
        ManagedChannelBuilder<?> channel = Grpc.newChannelBuilder(address, credentials);
        // As other gRPC libraries do: Node's HTTP/2 resets calls whose authority is an encoded
        // path.
        if (address.startsWith("unix:")) channel.overrideAuthority("localhost");
        configure.accept(channel);
        return channel;
      };
    }
  }
}
