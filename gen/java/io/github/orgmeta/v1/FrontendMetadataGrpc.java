package io.github.orgmeta.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Reads the public metadata of organizations, organization memberships and organization invitations. Nothing here can
 * show private metadata, nor whether there is any.
 * Every rpc takes a credential of the role frontend or backend, sent as `authorization: Bearer &lt;credential&gt;`. Where
 * the server allows anonymous reads, organizations and invitations can be read by exact id without one. A credential
 * that is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one.
 * Errors carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
 * Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`). It counts the calls
 * of each credential and, of callers without one, those of each address. Where the service has as much under way as it
 * allows, of all callers together, any rpc can be refused for that: RESOURCE_EXHAUSTED (`SERVICE_BUSY`).
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class FrontendMetadataGrpc {

  private FrontendMetadataGrpc() {}

  public static final java.lang.String SERVICE_NAME = "orgmeta.v1.FrontendMetadata";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse> getGetOrganizationPublicMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetOrganizationPublicMetadata",
      requestType = io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest.class,
      responseType = io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse> getGetOrganizationPublicMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest, io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse> getGetOrganizationPublicMetadataMethod;
    if ((getGetOrganizationPublicMetadataMethod = FrontendMetadataGrpc.getGetOrganizationPublicMetadataMethod) == null) {
      synchronized (FrontendMetadataGrpc.class) {
        if ((getGetOrganizationPublicMetadataMethod = FrontendMetadataGrpc.getGetOrganizationPublicMetadataMethod) == null) {
          FrontendMetadataGrpc.getGetOrganizationPublicMetadataMethod = getGetOrganizationPublicMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest, io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetOrganizationPublicMetadata"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FrontendMetadataMethodDescriptorSupplier("GetOrganizationPublicMetadata"))
              .build();
        }
      }
    }
    return getGetOrganizationPublicMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest,
      io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse> getBatchGetOrganizationPublicMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchGetOrganizationPublicMetadata",
      requestType = io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest.class,
      responseType = io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest,
      io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse> getBatchGetOrganizationPublicMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest, io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse> getBatchGetOrganizationPublicMetadataMethod;
    if ((getBatchGetOrganizationPublicMetadataMethod = FrontendMetadataGrpc.getBatchGetOrganizationPublicMetadataMethod) == null) {
      synchronized (FrontendMetadataGrpc.class) {
        if ((getBatchGetOrganizationPublicMetadataMethod = FrontendMetadataGrpc.getBatchGetOrganizationPublicMetadataMethod) == null) {
          FrontendMetadataGrpc.getBatchGetOrganizationPublicMetadataMethod = getBatchGetOrganizationPublicMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest, io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchGetOrganizationPublicMetadata"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FrontendMetadataMethodDescriptorSupplier("BatchGetOrganizationPublicMetadata"))
              .build();
        }
      }
    }
    return getBatchGetOrganizationPublicMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse> getGetOrganizationMembershipPublicMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetOrganizationMembershipPublicMetadata",
      requestType = io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest.class,
      responseType = io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse> getGetOrganizationMembershipPublicMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest, io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse> getGetOrganizationMembershipPublicMetadataMethod;
    if ((getGetOrganizationMembershipPublicMetadataMethod = FrontendMetadataGrpc.getGetOrganizationMembershipPublicMetadataMethod) == null) {
      synchronized (FrontendMetadataGrpc.class) {
        if ((getGetOrganizationMembershipPublicMetadataMethod = FrontendMetadataGrpc.getGetOrganizationMembershipPublicMetadataMethod) == null) {
          FrontendMetadataGrpc.getGetOrganizationMembershipPublicMetadataMethod = getGetOrganizationMembershipPublicMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest, io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetOrganizationMembershipPublicMetadata"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FrontendMetadataMethodDescriptorSupplier("GetOrganizationMembershipPublicMetadata"))
              .build();
        }
      }
    }
    return getGetOrganizationMembershipPublicMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest,
      io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse> getListOrganizationMembershipPublicMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListOrganizationMembershipPublicMetadata",
      requestType = io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest.class,
      responseType = io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest,
      io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse> getListOrganizationMembershipPublicMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest, io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse> getListOrganizationMembershipPublicMetadataMethod;
    if ((getListOrganizationMembershipPublicMetadataMethod = FrontendMetadataGrpc.getListOrganizationMembershipPublicMetadataMethod) == null) {
      synchronized (FrontendMetadataGrpc.class) {
        if ((getListOrganizationMembershipPublicMetadataMethod = FrontendMetadataGrpc.getListOrganizationMembershipPublicMetadataMethod) == null) {
          FrontendMetadataGrpc.getListOrganizationMembershipPublicMetadataMethod = getListOrganizationMembershipPublicMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest, io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListOrganizationMembershipPublicMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FrontendMetadataMethodDescriptorSupplier("ListOrganizationMembershipPublicMetadata"))
              .build();
        }
      }
    }
    return getListOrganizationMembershipPublicMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse> getGetOrganizationInvitationPublicMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetOrganizationInvitationPublicMetadata",
      requestType = io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest.class,
      responseType = io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse> getGetOrganizationInvitationPublicMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest, io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse> getGetOrganizationInvitationPublicMetadataMethod;
    if ((getGetOrganizationInvitationPublicMetadataMethod = FrontendMetadataGrpc.getGetOrganizationInvitationPublicMetadataMethod) == null) {
      synchronized (FrontendMetadataGrpc.class) {
        if ((getGetOrganizationInvitationPublicMetadataMethod = FrontendMetadataGrpc.getGetOrganizationInvitationPublicMetadataMethod) == null) {
          FrontendMetadataGrpc.getGetOrganizationInvitationPublicMetadataMethod = getGetOrganizationInvitationPublicMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest, io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetOrganizationInvitationPublicMetadata"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FrontendMetadataMethodDescriptorSupplier("GetOrganizationInvitationPublicMetadata"))
              .build();
        }
      }
    }
    return getGetOrganizationInvitationPublicMetadataMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static FrontendMetadataStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FrontendMetadataStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FrontendMetadataStub>() {
        @java.lang.Override
        public FrontendMetadataStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FrontendMetadataStub(channel, callOptions);
        }
      };
    return FrontendMetadataStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static FrontendMetadataBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FrontendMetadataBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FrontendMetadataBlockingV2Stub>() {
        @java.lang.Override
        public FrontendMetadataBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FrontendMetadataBlockingV2Stub(channel, callOptions);
        }
      };
    return FrontendMetadataBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static FrontendMetadataBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FrontendMetadataBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FrontendMetadataBlockingStub>() {
        @java.lang.Override
        public FrontendMetadataBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FrontendMetadataBlockingStub(channel, callOptions);
        }
      };
    return FrontendMetadataBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static FrontendMetadataFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FrontendMetadataFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FrontendMetadataFutureStub>() {
        @java.lang.Override
        public FrontendMetadataFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FrontendMetadataFutureStub(channel, callOptions);
        }
      };
    return FrontendMetadataFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Reads the public metadata of organizations, organization memberships and organization invitations. Nothing here can
   * show private metadata, nor whether there is any.
   * Every rpc takes a credential of the role frontend or backend, sent as `authorization: Bearer &lt;credential&gt;`. Where
   * the server allows anonymous reads, organizations and invitations can be read by exact id without one. A credential
   * that is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one.
   * Errors carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`). It counts the calls
   * of each credential and, of callers without one, those of each address. Where the service has as much under way as it
   * allows, of all callers together, any rpc can be refused for that: RESOURCE_EXHAUSTED (`SERVICE_BUSY`).
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Returns the public metadata of one organization.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void getOrganizationPublicMetadata(io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetOrganizationPublicMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Returns the public metadata of up to 100 organizations. One that has none is named in `missing` and is no error.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing. Not atomic: each
     * record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void batchGetOrganizationPublicMetadata(io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchGetOrganizationPublicMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Returns the public metadata of one membership.
     * Role: frontend or backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void getOrganizationMembershipPublicMetadata(io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetOrganizationMembershipPublicMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the public metadata of the memberships of one organization, ordered by user id. Paging returns each record
     * that exists throughout, and matches, exactly once. A page can hold fewer records than asked for, even none, while
     * there are more: only an empty `next_page_token` ends the listing.
     * Role: backend, or frontend with a credential that is scoped to organizations of which this is one: to enumerate
     * is a grant. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void listOrganizationMembershipPublicMetadata(io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListOrganizationMembershipPublicMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Returns the public metadata of one invitation.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void getOrganizationInvitationPublicMetadata(io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetOrganizationInvitationPublicMetadataMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service FrontendMetadata.
   * <pre>
   * Reads the public metadata of organizations, organization memberships and organization invitations. Nothing here can
   * show private metadata, nor whether there is any.
   * Every rpc takes a credential of the role frontend or backend, sent as `authorization: Bearer &lt;credential&gt;`. Where
   * the server allows anonymous reads, organizations and invitations can be read by exact id without one. A credential
   * that is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one.
   * Errors carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`). It counts the calls
   * of each credential and, of callers without one, those of each address. Where the service has as much under way as it
   * allows, of all callers together, any rpc can be refused for that: RESOURCE_EXHAUSTED (`SERVICE_BUSY`).
   * </pre>
   */
  public static abstract class FrontendMetadataImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return FrontendMetadataGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service FrontendMetadata.
   * <pre>
   * Reads the public metadata of organizations, organization memberships and organization invitations. Nothing here can
   * show private metadata, nor whether there is any.
   * Every rpc takes a credential of the role frontend or backend, sent as `authorization: Bearer &lt;credential&gt;`. Where
   * the server allows anonymous reads, organizations and invitations can be read by exact id without one. A credential
   * that is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one.
   * Errors carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`). It counts the calls
   * of each credential and, of callers without one, those of each address. Where the service has as much under way as it
   * allows, of all callers together, any rpc can be refused for that: RESOURCE_EXHAUSTED (`SERVICE_BUSY`).
   * </pre>
   */
  public static final class FrontendMetadataStub
      extends io.grpc.stub.AbstractAsyncStub<FrontendMetadataStub> {
    private FrontendMetadataStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FrontendMetadataStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FrontendMetadataStub(channel, callOptions);
    }

    /**
     * <pre>
     * Returns the public metadata of one organization.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void getOrganizationPublicMetadata(io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetOrganizationPublicMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Returns the public metadata of up to 100 organizations. One that has none is named in `missing` and is no error.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing. Not atomic: each
     * record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void batchGetOrganizationPublicMetadata(io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchGetOrganizationPublicMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Returns the public metadata of one membership.
     * Role: frontend or backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void getOrganizationMembershipPublicMetadata(io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetOrganizationMembershipPublicMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the public metadata of the memberships of one organization, ordered by user id. Paging returns each record
     * that exists throughout, and matches, exactly once. A page can hold fewer records than asked for, even none, while
     * there are more: only an empty `next_page_token` ends the listing.
     * Role: backend, or frontend with a credential that is scoped to organizations of which this is one: to enumerate
     * is a grant. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void listOrganizationMembershipPublicMetadata(io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListOrganizationMembershipPublicMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Returns the public metadata of one invitation.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void getOrganizationInvitationPublicMetadata(io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetOrganizationInvitationPublicMetadataMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service FrontendMetadata.
   * <pre>
   * Reads the public metadata of organizations, organization memberships and organization invitations. Nothing here can
   * show private metadata, nor whether there is any.
   * Every rpc takes a credential of the role frontend or backend, sent as `authorization: Bearer &lt;credential&gt;`. Where
   * the server allows anonymous reads, organizations and invitations can be read by exact id without one. A credential
   * that is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one.
   * Errors carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`). It counts the calls
   * of each credential and, of callers without one, those of each address. Where the service has as much under way as it
   * allows, of all callers together, any rpc can be refused for that: RESOURCE_EXHAUSTED (`SERVICE_BUSY`).
   * </pre>
   */
  public static final class FrontendMetadataBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<FrontendMetadataBlockingV2Stub> {
    private FrontendMetadataBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FrontendMetadataBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FrontendMetadataBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Returns the public metadata of one organization.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse getOrganizationPublicMetadata(io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetOrganizationPublicMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public metadata of up to 100 organizations. One that has none is named in `missing` and is no error.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing. Not atomic: each
     * record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse batchGetOrganizationPublicMetadata(io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchGetOrganizationPublicMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public metadata of one membership.
     * Role: frontend or backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse getOrganizationMembershipPublicMetadata(io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetOrganizationMembershipPublicMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the public metadata of the memberships of one organization, ordered by user id. Paging returns each record
     * that exists throughout, and matches, exactly once. A page can hold fewer records than asked for, even none, while
     * there are more: only an empty `next_page_token` ends the listing.
     * Role: backend, or frontend with a credential that is scoped to organizations of which this is one: to enumerate
     * is a grant. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse listOrganizationMembershipPublicMetadata(io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListOrganizationMembershipPublicMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public metadata of one invitation.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse getOrganizationInvitationPublicMetadata(io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetOrganizationInvitationPublicMetadataMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service FrontendMetadata.
   * <pre>
   * Reads the public metadata of organizations, organization memberships and organization invitations. Nothing here can
   * show private metadata, nor whether there is any.
   * Every rpc takes a credential of the role frontend or backend, sent as `authorization: Bearer &lt;credential&gt;`. Where
   * the server allows anonymous reads, organizations and invitations can be read by exact id without one. A credential
   * that is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one.
   * Errors carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`). It counts the calls
   * of each credential and, of callers without one, those of each address. Where the service has as much under way as it
   * allows, of all callers together, any rpc can be refused for that: RESOURCE_EXHAUSTED (`SERVICE_BUSY`).
   * </pre>
   */
  public static final class FrontendMetadataBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<FrontendMetadataBlockingStub> {
    private FrontendMetadataBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FrontendMetadataBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FrontendMetadataBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Returns the public metadata of one organization.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse getOrganizationPublicMetadata(io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetOrganizationPublicMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public metadata of up to 100 organizations. One that has none is named in `missing` and is no error.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing. Not atomic: each
     * record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse batchGetOrganizationPublicMetadata(io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchGetOrganizationPublicMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public metadata of one membership.
     * Role: frontend or backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse getOrganizationMembershipPublicMetadata(io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetOrganizationMembershipPublicMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the public metadata of the memberships of one organization, ordered by user id. Paging returns each record
     * that exists throughout, and matches, exactly once. A page can hold fewer records than asked for, even none, while
     * there are more: only an empty `next_page_token` ends the listing.
     * Role: backend, or frontend with a credential that is scoped to organizations of which this is one: to enumerate
     * is a grant. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse listOrganizationMembershipPublicMetadata(io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListOrganizationMembershipPublicMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public metadata of one invitation.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse getOrganizationInvitationPublicMetadata(io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetOrganizationInvitationPublicMetadataMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service FrontendMetadata.
   * <pre>
   * Reads the public metadata of organizations, organization memberships and organization invitations. Nothing here can
   * show private metadata, nor whether there is any.
   * Every rpc takes a credential of the role frontend or backend, sent as `authorization: Bearer &lt;credential&gt;`. Where
   * the server allows anonymous reads, organizations and invitations can be read by exact id without one. A credential
   * that is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one.
   * Errors carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`). It counts the calls
   * of each credential and, of callers without one, those of each address. Where the service has as much under way as it
   * allows, of all callers together, any rpc can be refused for that: RESOURCE_EXHAUSTED (`SERVICE_BUSY`).
   * </pre>
   */
  public static final class FrontendMetadataFutureStub
      extends io.grpc.stub.AbstractFutureStub<FrontendMetadataFutureStub> {
    private FrontendMetadataFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FrontendMetadataFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FrontendMetadataFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Returns the public metadata of one organization.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse> getOrganizationPublicMetadata(
        io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetOrganizationPublicMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Returns the public metadata of up to 100 organizations. One that has none is named in `missing` and is no error.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing. Not atomic: each
     * record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse> batchGetOrganizationPublicMetadata(
        io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchGetOrganizationPublicMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Returns the public metadata of one membership.
     * Role: frontend or backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse> getOrganizationMembershipPublicMetadata(
        io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetOrganizationMembershipPublicMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the public metadata of the memberships of one organization, ordered by user id. Paging returns each record
     * that exists throughout, and matches, exactly once. A page can hold fewer records than asked for, even none, while
     * there are more: only an empty `next_page_token` ends the listing.
     * Role: backend, or frontend with a credential that is scoped to organizations of which this is one: to enumerate
     * is a grant. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse> listOrganizationMembershipPublicMetadata(
        io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListOrganizationMembershipPublicMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Returns the public metadata of one invitation.
     * Role: frontend or backend; none where anonymous reads are allowed. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse> getOrganizationInvitationPublicMetadata(
        io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetOrganizationInvitationPublicMetadataMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_GET_ORGANIZATION_PUBLIC_METADATA = 0;
  private static final int METHODID_BATCH_GET_ORGANIZATION_PUBLIC_METADATA = 1;
  private static final int METHODID_GET_ORGANIZATION_MEMBERSHIP_PUBLIC_METADATA = 2;
  private static final int METHODID_LIST_ORGANIZATION_MEMBERSHIP_PUBLIC_METADATA = 3;
  private static final int METHODID_GET_ORGANIZATION_INVITATION_PUBLIC_METADATA = 4;

  private static final class MethodHandlers<Req, Resp> implements
      io.grpc.stub.ServerCalls.UnaryMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ServerStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ClientStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.BidiStreamingMethod<Req, Resp> {
    private final AsyncService serviceImpl;
    private final int methodId;

    MethodHandlers(AsyncService serviceImpl, int methodId) {
      this.serviceImpl = serviceImpl;
      this.methodId = methodId;
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public void invoke(Req request, io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        case METHODID_GET_ORGANIZATION_PUBLIC_METADATA:
          serviceImpl.getOrganizationPublicMetadata((io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse>) responseObserver);
          break;
        case METHODID_BATCH_GET_ORGANIZATION_PUBLIC_METADATA:
          serviceImpl.batchGetOrganizationPublicMetadata((io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse>) responseObserver);
          break;
        case METHODID_GET_ORGANIZATION_MEMBERSHIP_PUBLIC_METADATA:
          serviceImpl.getOrganizationMembershipPublicMetadata((io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse>) responseObserver);
          break;
        case METHODID_LIST_ORGANIZATION_MEMBERSHIP_PUBLIC_METADATA:
          serviceImpl.listOrganizationMembershipPublicMetadata((io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse>) responseObserver);
          break;
        case METHODID_GET_ORGANIZATION_INVITATION_PUBLIC_METADATA:
          serviceImpl.getOrganizationInvitationPublicMetadata((io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse>) responseObserver);
          break;
        default:
          throw new AssertionError();
      }
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public io.grpc.stub.StreamObserver<Req> invoke(
        io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getGetOrganizationPublicMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.GetOrganizationPublicMetadataRequest,
              io.github.orgmeta.v1.GetOrganizationPublicMetadataResponse>(
                service, METHODID_GET_ORGANIZATION_PUBLIC_METADATA)))
        .addMethod(
          getBatchGetOrganizationPublicMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataRequest,
              io.github.orgmeta.v1.BatchGetOrganizationPublicMetadataResponse>(
                service, METHODID_BATCH_GET_ORGANIZATION_PUBLIC_METADATA)))
        .addMethod(
          getGetOrganizationMembershipPublicMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataRequest,
              io.github.orgmeta.v1.GetOrganizationMembershipPublicMetadataResponse>(
                service, METHODID_GET_ORGANIZATION_MEMBERSHIP_PUBLIC_METADATA)))
        .addMethod(
          getListOrganizationMembershipPublicMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataRequest,
              io.github.orgmeta.v1.ListOrganizationMembershipPublicMetadataResponse>(
                service, METHODID_LIST_ORGANIZATION_MEMBERSHIP_PUBLIC_METADATA)))
        .addMethod(
          getGetOrganizationInvitationPublicMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataRequest,
              io.github.orgmeta.v1.GetOrganizationInvitationPublicMetadataResponse>(
                service, METHODID_GET_ORGANIZATION_INVITATION_PUBLIC_METADATA)))
        .build();
  }

  private static abstract class FrontendMetadataBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    FrontendMetadataBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.github.orgmeta.v1.FrontendMetadataProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("FrontendMetadata");
    }
  }

  private static final class FrontendMetadataFileDescriptorSupplier
      extends FrontendMetadataBaseDescriptorSupplier {
    FrontendMetadataFileDescriptorSupplier() {}
  }

  private static final class FrontendMetadataMethodDescriptorSupplier
      extends FrontendMetadataBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    FrontendMetadataMethodDescriptorSupplier(java.lang.String methodName) {
      this.methodName = methodName;
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.MethodDescriptor getMethodDescriptor() {
      return getServiceDescriptor().findMethodByName(methodName);
    }
  }

  private static volatile io.grpc.ServiceDescriptor serviceDescriptor;

  public static io.grpc.ServiceDescriptor getServiceDescriptor() {
    io.grpc.ServiceDescriptor result = serviceDescriptor;
    if (result == null) {
      synchronized (FrontendMetadataGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new FrontendMetadataFileDescriptorSupplier())
              .addMethod(getGetOrganizationPublicMetadataMethod())
              .addMethod(getBatchGetOrganizationPublicMetadataMethod())
              .addMethod(getGetOrganizationMembershipPublicMetadataMethod())
              .addMethod(getListOrganizationMembershipPublicMetadataMethod())
              .addMethod(getGetOrganizationInvitationPublicMetadataMethod())
              .build();
        }
      }
    }
    return result;
  }
}
