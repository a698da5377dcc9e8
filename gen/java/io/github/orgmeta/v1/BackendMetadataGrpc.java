package io.github.orgmeta.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Reads and writes the metadata of organizations, organization memberships and organization invitations.
 * Every rpc needs a credential of the role backend, sent as `authorization: Bearer &lt;credential&gt;`. A credential that
 * is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one. Errors
 * carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
 * A request is at most 256 KiB; the transport refuses a longer one (RESOURCE_EXHAUSTED), and a compressed one
 * (UNIMPLEMENTED). Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`).
 * So can it where the service has as much under way as it allows, of all callers together: RESOURCE_EXHAUSTED
 * (`SERVICE_BUSY`).
 * A document of metadata is at most 8192 bytes, inclusive, counted as the UTF-8 bytes of its compact JSON as it would
 * be stored. It is JSON as `google.protobuf.Struct` has it: numbers are doubles, and the order of keys is not kept.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class BackendMetadataGrpc {

  private BackendMetadataGrpc() {}

  public static final java.lang.String SERVICE_NAME = "orgmeta.v1.BackendMetadata";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationMetadataResponse> getGetOrganizationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetOrganizationMetadata",
      requestType = io.github.orgmeta.v1.GetOrganizationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.GetOrganizationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationMetadataResponse> getGetOrganizationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationMetadataRequest, io.github.orgmeta.v1.GetOrganizationMetadataResponse> getGetOrganizationMetadataMethod;
    if ((getGetOrganizationMetadataMethod = BackendMetadataGrpc.getGetOrganizationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getGetOrganizationMetadataMethod = BackendMetadataGrpc.getGetOrganizationMetadataMethod) == null) {
          BackendMetadataGrpc.getGetOrganizationMetadataMethod = getGetOrganizationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.GetOrganizationMetadataRequest, io.github.orgmeta.v1.GetOrganizationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetOrganizationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("GetOrganizationMetadata"))
              .build();
        }
      }
    }
    return getGetOrganizationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.UpdateOrganizationMetadataRequest,
      io.github.orgmeta.v1.UpdateOrganizationMetadataResponse> getUpdateOrganizationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateOrganizationMetadata",
      requestType = io.github.orgmeta.v1.UpdateOrganizationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.UpdateOrganizationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.UpdateOrganizationMetadataRequest,
      io.github.orgmeta.v1.UpdateOrganizationMetadataResponse> getUpdateOrganizationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.UpdateOrganizationMetadataRequest, io.github.orgmeta.v1.UpdateOrganizationMetadataResponse> getUpdateOrganizationMetadataMethod;
    if ((getUpdateOrganizationMetadataMethod = BackendMetadataGrpc.getUpdateOrganizationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getUpdateOrganizationMetadataMethod = BackendMetadataGrpc.getUpdateOrganizationMetadataMethod) == null) {
          BackendMetadataGrpc.getUpdateOrganizationMetadataMethod = getUpdateOrganizationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.UpdateOrganizationMetadataRequest, io.github.orgmeta.v1.UpdateOrganizationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateOrganizationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.UpdateOrganizationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.UpdateOrganizationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("UpdateOrganizationMetadata"))
              .build();
        }
      }
    }
    return getUpdateOrganizationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest,
      io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse> getReplaceOrganizationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReplaceOrganizationMetadata",
      requestType = io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest,
      io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse> getReplaceOrganizationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest, io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse> getReplaceOrganizationMetadataMethod;
    if ((getReplaceOrganizationMetadataMethod = BackendMetadataGrpc.getReplaceOrganizationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getReplaceOrganizationMetadataMethod = BackendMetadataGrpc.getReplaceOrganizationMetadataMethod) == null) {
          BackendMetadataGrpc.getReplaceOrganizationMetadataMethod = getReplaceOrganizationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest, io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReplaceOrganizationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("ReplaceOrganizationMetadata"))
              .build();
        }
      }
    }
    return getReplaceOrganizationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.DeleteOrganizationMetadataRequest,
      io.github.orgmeta.v1.DeleteOrganizationMetadataResponse> getDeleteOrganizationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteOrganizationMetadata",
      requestType = io.github.orgmeta.v1.DeleteOrganizationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.DeleteOrganizationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.DeleteOrganizationMetadataRequest,
      io.github.orgmeta.v1.DeleteOrganizationMetadataResponse> getDeleteOrganizationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.DeleteOrganizationMetadataRequest, io.github.orgmeta.v1.DeleteOrganizationMetadataResponse> getDeleteOrganizationMetadataMethod;
    if ((getDeleteOrganizationMetadataMethod = BackendMetadataGrpc.getDeleteOrganizationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getDeleteOrganizationMetadataMethod = BackendMetadataGrpc.getDeleteOrganizationMetadataMethod) == null) {
          BackendMetadataGrpc.getDeleteOrganizationMetadataMethod = getDeleteOrganizationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.DeleteOrganizationMetadataRequest, io.github.orgmeta.v1.DeleteOrganizationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteOrganizationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.DeleteOrganizationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.DeleteOrganizationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("DeleteOrganizationMetadata"))
              .build();
        }
      }
    }
    return getDeleteOrganizationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest,
      io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse> getBatchGetOrganizationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchGetOrganizationMetadata",
      requestType = io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest,
      io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse> getBatchGetOrganizationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest, io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse> getBatchGetOrganizationMetadataMethod;
    if ((getBatchGetOrganizationMetadataMethod = BackendMetadataGrpc.getBatchGetOrganizationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getBatchGetOrganizationMetadataMethod = BackendMetadataGrpc.getBatchGetOrganizationMetadataMethod) == null) {
          BackendMetadataGrpc.getBatchGetOrganizationMetadataMethod = getBatchGetOrganizationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest, io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchGetOrganizationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("BatchGetOrganizationMetadata"))
              .build();
        }
      }
    }
    return getBatchGetOrganizationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationMetadataRequest,
      io.github.orgmeta.v1.ListOrganizationMetadataResponse> getListOrganizationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListOrganizationMetadata",
      requestType = io.github.orgmeta.v1.ListOrganizationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.ListOrganizationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationMetadataRequest,
      io.github.orgmeta.v1.ListOrganizationMetadataResponse> getListOrganizationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationMetadataRequest, io.github.orgmeta.v1.ListOrganizationMetadataResponse> getListOrganizationMetadataMethod;
    if ((getListOrganizationMetadataMethod = BackendMetadataGrpc.getListOrganizationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getListOrganizationMetadataMethod = BackendMetadataGrpc.getListOrganizationMetadataMethod) == null) {
          BackendMetadataGrpc.getListOrganizationMetadataMethod = getListOrganizationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.ListOrganizationMetadataRequest, io.github.orgmeta.v1.ListOrganizationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListOrganizationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ListOrganizationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ListOrganizationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("ListOrganizationMetadata"))
              .build();
        }
      }
    }
    return getListOrganizationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse> getGetOrganizationMembershipMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetOrganizationMembershipMetadata",
      requestType = io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest.class,
      responseType = io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse> getGetOrganizationMembershipMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse> getGetOrganizationMembershipMetadataMethod;
    if ((getGetOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getGetOrganizationMembershipMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getGetOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getGetOrganizationMembershipMetadataMethod) == null) {
          BackendMetadataGrpc.getGetOrganizationMembershipMetadataMethod = getGetOrganizationMembershipMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetOrganizationMembershipMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("GetOrganizationMembershipMetadata"))
              .build();
        }
      }
    }
    return getGetOrganizationMembershipMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse> getUpdateOrganizationMembershipMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateOrganizationMembershipMetadata",
      requestType = io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest.class,
      responseType = io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse> getUpdateOrganizationMembershipMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse> getUpdateOrganizationMembershipMetadataMethod;
    if ((getUpdateOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getUpdateOrganizationMembershipMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getUpdateOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getUpdateOrganizationMembershipMetadataMethod) == null) {
          BackendMetadataGrpc.getUpdateOrganizationMembershipMetadataMethod = getUpdateOrganizationMembershipMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateOrganizationMembershipMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("UpdateOrganizationMembershipMetadata"))
              .build();
        }
      }
    }
    return getUpdateOrganizationMembershipMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse> getReplaceOrganizationMembershipMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReplaceOrganizationMembershipMetadata",
      requestType = io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest.class,
      responseType = io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse> getReplaceOrganizationMembershipMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse> getReplaceOrganizationMembershipMetadataMethod;
    if ((getReplaceOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getReplaceOrganizationMembershipMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getReplaceOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getReplaceOrganizationMembershipMetadataMethod) == null) {
          BackendMetadataGrpc.getReplaceOrganizationMembershipMetadataMethod = getReplaceOrganizationMembershipMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReplaceOrganizationMembershipMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("ReplaceOrganizationMembershipMetadata"))
              .build();
        }
      }
    }
    return getReplaceOrganizationMembershipMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse> getDeleteOrganizationMembershipMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteOrganizationMembershipMetadata",
      requestType = io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest.class,
      responseType = io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse> getDeleteOrganizationMembershipMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse> getDeleteOrganizationMembershipMetadataMethod;
    if ((getDeleteOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getDeleteOrganizationMembershipMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getDeleteOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getDeleteOrganizationMembershipMetadataMethod) == null) {
          BackendMetadataGrpc.getDeleteOrganizationMembershipMetadataMethod = getDeleteOrganizationMembershipMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteOrganizationMembershipMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("DeleteOrganizationMembershipMetadata"))
              .build();
        }
      }
    }
    return getDeleteOrganizationMembershipMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse> getBatchGetOrganizationMembershipMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchGetOrganizationMembershipMetadata",
      requestType = io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest.class,
      responseType = io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse> getBatchGetOrganizationMembershipMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse> getBatchGetOrganizationMembershipMetadataMethod;
    if ((getBatchGetOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getBatchGetOrganizationMembershipMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getBatchGetOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getBatchGetOrganizationMembershipMetadataMethod) == null) {
          BackendMetadataGrpc.getBatchGetOrganizationMembershipMetadataMethod = getBatchGetOrganizationMembershipMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchGetOrganizationMembershipMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("BatchGetOrganizationMembershipMetadata"))
              .build();
        }
      }
    }
    return getBatchGetOrganizationMembershipMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse> getListOrganizationMembershipMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListOrganizationMembershipMetadata",
      requestType = io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest.class,
      responseType = io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest,
      io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse> getListOrganizationMembershipMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse> getListOrganizationMembershipMetadataMethod;
    if ((getListOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getListOrganizationMembershipMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getListOrganizationMembershipMetadataMethod = BackendMetadataGrpc.getListOrganizationMembershipMetadataMethod) == null) {
          BackendMetadataGrpc.getListOrganizationMembershipMetadataMethod = getListOrganizationMembershipMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest, io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListOrganizationMembershipMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("ListOrganizationMembershipMetadata"))
              .build();
        }
      }
    }
    return getListOrganizationMembershipMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse> getGetOrganizationInvitationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetOrganizationInvitationMetadata",
      requestType = io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse> getGetOrganizationInvitationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse> getGetOrganizationInvitationMetadataMethod;
    if ((getGetOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getGetOrganizationInvitationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getGetOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getGetOrganizationInvitationMetadataMethod) == null) {
          BackendMetadataGrpc.getGetOrganizationInvitationMetadataMethod = getGetOrganizationInvitationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetOrganizationInvitationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("GetOrganizationInvitationMetadata"))
              .build();
        }
      }
    }
    return getGetOrganizationInvitationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse> getUpdateOrganizationInvitationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateOrganizationInvitationMetadata",
      requestType = io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse> getUpdateOrganizationInvitationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse> getUpdateOrganizationInvitationMetadataMethod;
    if ((getUpdateOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getUpdateOrganizationInvitationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getUpdateOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getUpdateOrganizationInvitationMetadataMethod) == null) {
          BackendMetadataGrpc.getUpdateOrganizationInvitationMetadataMethod = getUpdateOrganizationInvitationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateOrganizationInvitationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("UpdateOrganizationInvitationMetadata"))
              .build();
        }
      }
    }
    return getUpdateOrganizationInvitationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse> getReplaceOrganizationInvitationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReplaceOrganizationInvitationMetadata",
      requestType = io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse> getReplaceOrganizationInvitationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse> getReplaceOrganizationInvitationMetadataMethod;
    if ((getReplaceOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getReplaceOrganizationInvitationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getReplaceOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getReplaceOrganizationInvitationMetadataMethod) == null) {
          BackendMetadataGrpc.getReplaceOrganizationInvitationMetadataMethod = getReplaceOrganizationInvitationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReplaceOrganizationInvitationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("ReplaceOrganizationInvitationMetadata"))
              .build();
        }
      }
    }
    return getReplaceOrganizationInvitationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse> getDeleteOrganizationInvitationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteOrganizationInvitationMetadata",
      requestType = io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse> getDeleteOrganizationInvitationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse> getDeleteOrganizationInvitationMetadataMethod;
    if ((getDeleteOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getDeleteOrganizationInvitationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getDeleteOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getDeleteOrganizationInvitationMetadataMethod) == null) {
          BackendMetadataGrpc.getDeleteOrganizationInvitationMetadataMethod = getDeleteOrganizationInvitationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteOrganizationInvitationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("DeleteOrganizationInvitationMetadata"))
              .build();
        }
      }
    }
    return getDeleteOrganizationInvitationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse> getBatchGetOrganizationInvitationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchGetOrganizationInvitationMetadata",
      requestType = io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse> getBatchGetOrganizationInvitationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse> getBatchGetOrganizationInvitationMetadataMethod;
    if ((getBatchGetOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getBatchGetOrganizationInvitationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getBatchGetOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getBatchGetOrganizationInvitationMetadataMethod) == null) {
          BackendMetadataGrpc.getBatchGetOrganizationInvitationMetadataMethod = getBatchGetOrganizationInvitationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchGetOrganizationInvitationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("BatchGetOrganizationInvitationMetadata"))
              .build();
        }
      }
    }
    return getBatchGetOrganizationInvitationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse> getListOrganizationInvitationMetadataMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListOrganizationInvitationMetadata",
      requestType = io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest.class,
      responseType = io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest,
      io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse> getListOrganizationInvitationMetadataMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse> getListOrganizationInvitationMetadataMethod;
    if ((getListOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getListOrganizationInvitationMetadataMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getListOrganizationInvitationMetadataMethod = BackendMetadataGrpc.getListOrganizationInvitationMetadataMethod) == null) {
          BackendMetadataGrpc.getListOrganizationInvitationMetadataMethod = getListOrganizationInvitationMetadataMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest, io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListOrganizationInvitationMetadata"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("ListOrganizationInvitationMetadata"))
              .build();
        }
      }
    }
    return getListOrganizationInvitationMetadataMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.orgmeta.v1.AcceptOrganizationInvitationRequest,
      io.github.orgmeta.v1.AcceptOrganizationInvitationResponse> getAcceptOrganizationInvitationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AcceptOrganizationInvitation",
      requestType = io.github.orgmeta.v1.AcceptOrganizationInvitationRequest.class,
      responseType = io.github.orgmeta.v1.AcceptOrganizationInvitationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.orgmeta.v1.AcceptOrganizationInvitationRequest,
      io.github.orgmeta.v1.AcceptOrganizationInvitationResponse> getAcceptOrganizationInvitationMethod() {
    io.grpc.MethodDescriptor<io.github.orgmeta.v1.AcceptOrganizationInvitationRequest, io.github.orgmeta.v1.AcceptOrganizationInvitationResponse> getAcceptOrganizationInvitationMethod;
    if ((getAcceptOrganizationInvitationMethod = BackendMetadataGrpc.getAcceptOrganizationInvitationMethod) == null) {
      synchronized (BackendMetadataGrpc.class) {
        if ((getAcceptOrganizationInvitationMethod = BackendMetadataGrpc.getAcceptOrganizationInvitationMethod) == null) {
          BackendMetadataGrpc.getAcceptOrganizationInvitationMethod = getAcceptOrganizationInvitationMethod =
              io.grpc.MethodDescriptor.<io.github.orgmeta.v1.AcceptOrganizationInvitationRequest, io.github.orgmeta.v1.AcceptOrganizationInvitationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AcceptOrganizationInvitation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.AcceptOrganizationInvitationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.orgmeta.v1.AcceptOrganizationInvitationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BackendMetadataMethodDescriptorSupplier("AcceptOrganizationInvitation"))
              .build();
        }
      }
    }
    return getAcceptOrganizationInvitationMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static BackendMetadataStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<BackendMetadataStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<BackendMetadataStub>() {
        @java.lang.Override
        public BackendMetadataStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new BackendMetadataStub(channel, callOptions);
        }
      };
    return BackendMetadataStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static BackendMetadataBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<BackendMetadataBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<BackendMetadataBlockingV2Stub>() {
        @java.lang.Override
        public BackendMetadataBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new BackendMetadataBlockingV2Stub(channel, callOptions);
        }
      };
    return BackendMetadataBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static BackendMetadataBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<BackendMetadataBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<BackendMetadataBlockingStub>() {
        @java.lang.Override
        public BackendMetadataBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new BackendMetadataBlockingStub(channel, callOptions);
        }
      };
    return BackendMetadataBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static BackendMetadataFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<BackendMetadataFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<BackendMetadataFutureStub>() {
        @java.lang.Override
        public BackendMetadataFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new BackendMetadataFutureStub(channel, callOptions);
        }
      };
    return BackendMetadataFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Reads and writes the metadata of organizations, organization memberships and organization invitations.
   * Every rpc needs a credential of the role backend, sent as `authorization: Bearer &lt;credential&gt;`. A credential that
   * is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one. Errors
   * carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * A request is at most 256 KiB; the transport refuses a longer one (RESOURCE_EXHAUSTED), and a compressed one
   * (UNIMPLEMENTED). Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`).
   * So can it where the service has as much under way as it allows, of all callers together: RESOURCE_EXHAUSTED
   * (`SERVICE_BUSY`).
   * A document of metadata is at most 8192 bytes, inclusive, counted as the UTF-8 bytes of its compact JSON as it would
   * be stored. It is JSON as `google.protobuf.Struct` has it: numbers are doubles, and the order of keys is not kept.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Returns the public and private metadata of one organization.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void getOrganizationMetadata(io.github.orgmeta.v1.GetOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetOrganizationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public and private metadata of one organization, and creates the
     * record if there is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is
     * replaced whole. Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    default void updateOrganizationMetadata(io.github.orgmeta.v1.UpdateOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.UpdateOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateOrganizationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationMetadata.
     * </pre>
     */
    default void replaceOrganizationMetadata(io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReplaceOrganizationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes the metadata of one organization, and with `force` that of all its memberships and invitations. Very many
     * of these go in steps, the organization's own last: what is left where a call failed half way, a retry deletes.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), FAILED_PRECONDITION (`ORGANIZATION_NOT_EMPTY`), UNAUTHENTICATED (`CREDENTIAL_MISSING`,
     * `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE
     * (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    default void deleteOrganizationMetadata(io.github.orgmeta.v1.DeleteOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.DeleteOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteOrganizationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Returns the public and private metadata of up to 100 organizations. One that has no record is named in `missing`
     * and is no error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void batchGetOrganizationMetadata(io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchGetOrganizationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the public and private metadata of all organizations, ordered by id. A credential that is scoped to some
     * organizations is shown those. Paging returns each record that exists throughout, and matches, exactly once. A
     * page can hold fewer records than asked for, even none, while there are more: only an empty `next_page_token` ends
     * the listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void listOrganizationMetadata(io.github.orgmeta.v1.ListOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListOrganizationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Returns the public and private metadata of one membership.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void getOrganizationMembershipMetadata(io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetOrganizationMembershipMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public and private metadata of one membership, and creates the
     * record if there is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is
     * replaced whole. Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    default void updateOrganizationMembershipMetadata(io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateOrganizationMembershipMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationMembershipMetadata.
     * </pre>
     */
    default void replaceOrganizationMembershipMetadata(io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReplaceOrganizationMembershipMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes the metadata of one membership.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    default void deleteOrganizationMembershipMetadata(io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteOrganizationMembershipMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Returns the public and private metadata of up to 100 memberships. One that has no record is named in `missing`
     * and is no error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void batchGetOrganizationMembershipMetadata(io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchGetOrganizationMembershipMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the public and private metadata of the memberships of one organization, ordered by user id, or of one user,
     * ordered by organization id. Of a user, a credential that is scoped to some organizations is shown the
     * memberships in those. Paging returns each record that exists throughout, and matches, exactly once. A page can
     * hold fewer records than asked for, even none, while there are more: only an empty `next_page_token` ends the
     * listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void listOrganizationMembershipMetadata(io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListOrganizationMembershipMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Returns the public metadata of one invitation.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void getOrganizationInvitationMetadata(io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetOrganizationInvitationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public metadata of one invitation, and creates the record if there
     * is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is replaced whole.
     * Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), FAILED_PRECONDITION
     * (`INVITATION_ALREADY_ACCEPTED`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    default void updateOrganizationInvitationMetadata(io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateOrganizationInvitationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationInvitationMetadata.
     * </pre>
     */
    default void replaceOrganizationInvitationMetadata(io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReplaceOrganizationInvitationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes the metadata of one invitation.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    default void deleteOrganizationInvitationMetadata(io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteOrganizationInvitationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Returns the public metadata of up to 100 invitations. One that has no record is named in `missing` and is no
     * error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void batchGetOrganizationInvitationMetadata(io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchGetOrganizationInvitationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the public metadata of the invitations of one organization, ordered by id. Paging returns each record that
     * exists throughout, and matches, exactly once. A page can hold fewer records than asked for, even none, while
     * there are more: only an empty `next_page_token` ends the listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    default void listOrganizationInvitationMetadata(io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListOrganizationInvitationMetadataMethod(), responseObserver);
    }

    /**
     * <pre>
     * Merges the public metadata of an invitation into that of the membership of the user who accepts it, where the
     * invitation wins, and marks the invitation accepted, exactly once. Creates the membership's record if there is
     * none. An accepted invitation can no longer be updated.
     * Role: backend. Idempotent: a retry by the same user returns the same membership.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`; `METADATA_TOO_LARGE` if the merged membership would not fit, and
     * then nothing changes), NOT_FOUND (`METADATA_NOT_FOUND`), FAILED_PRECONDITION (`INVITATION_ALREADY_ACCEPTED`, by
     * another user), ABORTED (`WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`,
     * `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    default void acceptOrganizationInvitation(io.github.orgmeta.v1.AcceptOrganizationInvitationRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.AcceptOrganizationInvitationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAcceptOrganizationInvitationMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service BackendMetadata.
   * <pre>
   * Reads and writes the metadata of organizations, organization memberships and organization invitations.
   * Every rpc needs a credential of the role backend, sent as `authorization: Bearer &lt;credential&gt;`. A credential that
   * is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one. Errors
   * carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * A request is at most 256 KiB; the transport refuses a longer one (RESOURCE_EXHAUSTED), and a compressed one
   * (UNIMPLEMENTED). Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`).
   * So can it where the service has as much under way as it allows, of all callers together: RESOURCE_EXHAUSTED
   * (`SERVICE_BUSY`).
   * A document of metadata is at most 8192 bytes, inclusive, counted as the UTF-8 bytes of its compact JSON as it would
   * be stored. It is JSON as `google.protobuf.Struct` has it: numbers are doubles, and the order of keys is not kept.
   * </pre>
   */
  public static abstract class BackendMetadataImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return BackendMetadataGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service BackendMetadata.
   * <pre>
   * Reads and writes the metadata of organizations, organization memberships and organization invitations.
   * Every rpc needs a credential of the role backend, sent as `authorization: Bearer &lt;credential&gt;`. A credential that
   * is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one. Errors
   * carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * A request is at most 256 KiB; the transport refuses a longer one (RESOURCE_EXHAUSTED), and a compressed one
   * (UNIMPLEMENTED). Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`).
   * So can it where the service has as much under way as it allows, of all callers together: RESOURCE_EXHAUSTED
   * (`SERVICE_BUSY`).
   * A document of metadata is at most 8192 bytes, inclusive, counted as the UTF-8 bytes of its compact JSON as it would
   * be stored. It is JSON as `google.protobuf.Struct` has it: numbers are doubles, and the order of keys is not kept.
   * </pre>
   */
  public static final class BackendMetadataStub
      extends io.grpc.stub.AbstractAsyncStub<BackendMetadataStub> {
    private BackendMetadataStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected BackendMetadataStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new BackendMetadataStub(channel, callOptions);
    }

    /**
     * <pre>
     * Returns the public and private metadata of one organization.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void getOrganizationMetadata(io.github.orgmeta.v1.GetOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetOrganizationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public and private metadata of one organization, and creates the
     * record if there is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is
     * replaced whole. Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public void updateOrganizationMetadata(io.github.orgmeta.v1.UpdateOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.UpdateOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateOrganizationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationMetadata.
     * </pre>
     */
    public void replaceOrganizationMetadata(io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReplaceOrganizationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes the metadata of one organization, and with `force` that of all its memberships and invitations. Very many
     * of these go in steps, the organization's own last: what is left where a call failed half way, a retry deletes.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), FAILED_PRECONDITION (`ORGANIZATION_NOT_EMPTY`), UNAUTHENTICATED (`CREDENTIAL_MISSING`,
     * `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE
     * (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public void deleteOrganizationMetadata(io.github.orgmeta.v1.DeleteOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.DeleteOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteOrganizationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Returns the public and private metadata of up to 100 organizations. One that has no record is named in `missing`
     * and is no error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void batchGetOrganizationMetadata(io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchGetOrganizationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the public and private metadata of all organizations, ordered by id. A credential that is scoped to some
     * organizations is shown those. Paging returns each record that exists throughout, and matches, exactly once. A
     * page can hold fewer records than asked for, even none, while there are more: only an empty `next_page_token` ends
     * the listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void listOrganizationMetadata(io.github.orgmeta.v1.ListOrganizationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListOrganizationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Returns the public and private metadata of one membership.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void getOrganizationMembershipMetadata(io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetOrganizationMembershipMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public and private metadata of one membership, and creates the
     * record if there is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is
     * replaced whole. Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public void updateOrganizationMembershipMetadata(io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateOrganizationMembershipMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationMembershipMetadata.
     * </pre>
     */
    public void replaceOrganizationMembershipMetadata(io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReplaceOrganizationMembershipMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes the metadata of one membership.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public void deleteOrganizationMembershipMetadata(io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteOrganizationMembershipMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Returns the public and private metadata of up to 100 memberships. One that has no record is named in `missing`
     * and is no error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void batchGetOrganizationMembershipMetadata(io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchGetOrganizationMembershipMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the public and private metadata of the memberships of one organization, ordered by user id, or of one user,
     * ordered by organization id. Of a user, a credential that is scoped to some organizations is shown the
     * memberships in those. Paging returns each record that exists throughout, and matches, exactly once. A page can
     * hold fewer records than asked for, even none, while there are more: only an empty `next_page_token` ends the
     * listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void listOrganizationMembershipMetadata(io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListOrganizationMembershipMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Returns the public metadata of one invitation.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void getOrganizationInvitationMetadata(io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetOrganizationInvitationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public metadata of one invitation, and creates the record if there
     * is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is replaced whole.
     * Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), FAILED_PRECONDITION
     * (`INVITATION_ALREADY_ACCEPTED`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public void updateOrganizationInvitationMetadata(io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateOrganizationInvitationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationInvitationMetadata.
     * </pre>
     */
    public void replaceOrganizationInvitationMetadata(io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReplaceOrganizationInvitationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes the metadata of one invitation.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public void deleteOrganizationInvitationMetadata(io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteOrganizationInvitationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Returns the public metadata of up to 100 invitations. One that has no record is named in `missing` and is no
     * error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void batchGetOrganizationInvitationMetadata(io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchGetOrganizationInvitationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the public metadata of the invitations of one organization, ordered by id. Paging returns each record that
     * exists throughout, and matches, exactly once. A page can hold fewer records than asked for, even none, while
     * there are more: only an empty `next_page_token` ends the listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public void listOrganizationInvitationMetadata(io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListOrganizationInvitationMetadataMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Merges the public metadata of an invitation into that of the membership of the user who accepts it, where the
     * invitation wins, and marks the invitation accepted, exactly once. Creates the membership's record if there is
     * none. An accepted invitation can no longer be updated.
     * Role: backend. Idempotent: a retry by the same user returns the same membership.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`; `METADATA_TOO_LARGE` if the merged membership would not fit, and
     * then nothing changes), NOT_FOUND (`METADATA_NOT_FOUND`), FAILED_PRECONDITION (`INVITATION_ALREADY_ACCEPTED`, by
     * another user), ABORTED (`WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`,
     * `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public void acceptOrganizationInvitation(io.github.orgmeta.v1.AcceptOrganizationInvitationRequest request,
        io.grpc.stub.StreamObserver<io.github.orgmeta.v1.AcceptOrganizationInvitationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAcceptOrganizationInvitationMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service BackendMetadata.
   * <pre>
   * Reads and writes the metadata of organizations, organization memberships and organization invitations.
   * Every rpc needs a credential of the role backend, sent as `authorization: Bearer &lt;credential&gt;`. A credential that
   * is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one. Errors
   * carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * A request is at most 256 KiB; the transport refuses a longer one (RESOURCE_EXHAUSTED), and a compressed one
   * (UNIMPLEMENTED). Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`).
   * So can it where the service has as much under way as it allows, of all callers together: RESOURCE_EXHAUSTED
   * (`SERVICE_BUSY`).
   * A document of metadata is at most 8192 bytes, inclusive, counted as the UTF-8 bytes of its compact JSON as it would
   * be stored. It is JSON as `google.protobuf.Struct` has it: numbers are doubles, and the order of keys is not kept.
   * </pre>
   */
  public static final class BackendMetadataBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<BackendMetadataBlockingV2Stub> {
    private BackendMetadataBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected BackendMetadataBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new BackendMetadataBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Returns the public and private metadata of one organization.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationMetadataResponse getOrganizationMetadata(io.github.orgmeta.v1.GetOrganizationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public and private metadata of one organization, and creates the
     * record if there is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is
     * replaced whole. Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.UpdateOrganizationMetadataResponse updateOrganizationMetadata(io.github.orgmeta.v1.UpdateOrganizationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationMetadata.
     * </pre>
     */
    public io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse replaceOrganizationMetadata(io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReplaceOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes the metadata of one organization, and with `force` that of all its memberships and invitations. Very many
     * of these go in steps, the organization's own last: what is left where a call failed half way, a retry deletes.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), FAILED_PRECONDITION (`ORGANIZATION_NOT_EMPTY`), UNAUTHENTICATED (`CREDENTIAL_MISSING`,
     * `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE
     * (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.DeleteOrganizationMetadataResponse deleteOrganizationMetadata(io.github.orgmeta.v1.DeleteOrganizationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public and private metadata of up to 100 organizations. One that has no record is named in `missing`
     * and is no error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse batchGetOrganizationMetadata(io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchGetOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the public and private metadata of all organizations, ordered by id. A credential that is scoped to some
     * organizations is shown those. Paging returns each record that exists throughout, and matches, exactly once. A
     * page can hold fewer records than asked for, even none, while there are more: only an empty `next_page_token` ends
     * the listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.ListOrganizationMetadataResponse listOrganizationMetadata(io.github.orgmeta.v1.ListOrganizationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public and private metadata of one membership.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse getOrganizationMembershipMetadata(io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public and private metadata of one membership, and creates the
     * record if there is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is
     * replaced whole. Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse updateOrganizationMembershipMetadata(io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationMembershipMetadata.
     * </pre>
     */
    public io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse replaceOrganizationMembershipMetadata(io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReplaceOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes the metadata of one membership.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse deleteOrganizationMembershipMetadata(io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public and private metadata of up to 100 memberships. One that has no record is named in `missing`
     * and is no error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse batchGetOrganizationMembershipMetadata(io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchGetOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the public and private metadata of the memberships of one organization, ordered by user id, or of one user,
     * ordered by organization id. Of a user, a credential that is scoped to some organizations is shown the
     * memberships in those. Paging returns each record that exists throughout, and matches, exactly once. A page can
     * hold fewer records than asked for, even none, while there are more: only an empty `next_page_token` ends the
     * listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse listOrganizationMembershipMetadata(io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public metadata of one invitation.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse getOrganizationInvitationMetadata(io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public metadata of one invitation, and creates the record if there
     * is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is replaced whole.
     * Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), FAILED_PRECONDITION
     * (`INVITATION_ALREADY_ACCEPTED`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse updateOrganizationInvitationMetadata(io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationInvitationMetadata.
     * </pre>
     */
    public io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse replaceOrganizationInvitationMetadata(io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReplaceOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes the metadata of one invitation.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse deleteOrganizationInvitationMetadata(io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public metadata of up to 100 invitations. One that has no record is named in `missing` and is no
     * error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse batchGetOrganizationInvitationMetadata(io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchGetOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the public metadata of the invitations of one organization, ordered by id. Paging returns each record that
     * exists throughout, and matches, exactly once. A page can hold fewer records than asked for, even none, while
     * there are more: only an empty `next_page_token` ends the listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse listOrganizationInvitationMetadata(io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Merges the public metadata of an invitation into that of the membership of the user who accepts it, where the
     * invitation wins, and marks the invitation accepted, exactly once. Creates the membership's record if there is
     * none. An accepted invitation can no longer be updated.
     * Role: backend. Idempotent: a retry by the same user returns the same membership.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`; `METADATA_TOO_LARGE` if the merged membership would not fit, and
     * then nothing changes), NOT_FOUND (`METADATA_NOT_FOUND`), FAILED_PRECONDITION (`INVITATION_ALREADY_ACCEPTED`, by
     * another user), ABORTED (`WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`,
     * `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.AcceptOrganizationInvitationResponse acceptOrganizationInvitation(io.github.orgmeta.v1.AcceptOrganizationInvitationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAcceptOrganizationInvitationMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service BackendMetadata.
   * <pre>
   * Reads and writes the metadata of organizations, organization memberships and organization invitations.
   * Every rpc needs a credential of the role backend, sent as `authorization: Bearer &lt;credential&gt;`. A credential that
   * is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one. Errors
   * carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * A request is at most 256 KiB; the transport refuses a longer one (RESOURCE_EXHAUSTED), and a compressed one
   * (UNIMPLEMENTED). Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`).
   * So can it where the service has as much under way as it allows, of all callers together: RESOURCE_EXHAUSTED
   * (`SERVICE_BUSY`).
   * A document of metadata is at most 8192 bytes, inclusive, counted as the UTF-8 bytes of its compact JSON as it would
   * be stored. It is JSON as `google.protobuf.Struct` has it: numbers are doubles, and the order of keys is not kept.
   * </pre>
   */
  public static final class BackendMetadataBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<BackendMetadataBlockingStub> {
    private BackendMetadataBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected BackendMetadataBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new BackendMetadataBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Returns the public and private metadata of one organization.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationMetadataResponse getOrganizationMetadata(io.github.orgmeta.v1.GetOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public and private metadata of one organization, and creates the
     * record if there is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is
     * replaced whole. Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.UpdateOrganizationMetadataResponse updateOrganizationMetadata(io.github.orgmeta.v1.UpdateOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationMetadata.
     * </pre>
     */
    public io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse replaceOrganizationMetadata(io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReplaceOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes the metadata of one organization, and with `force` that of all its memberships and invitations. Very many
     * of these go in steps, the organization's own last: what is left where a call failed half way, a retry deletes.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), FAILED_PRECONDITION (`ORGANIZATION_NOT_EMPTY`), UNAUTHENTICATED (`CREDENTIAL_MISSING`,
     * `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE
     * (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.DeleteOrganizationMetadataResponse deleteOrganizationMetadata(io.github.orgmeta.v1.DeleteOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public and private metadata of up to 100 organizations. One that has no record is named in `missing`
     * and is no error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse batchGetOrganizationMetadata(io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchGetOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the public and private metadata of all organizations, ordered by id. A credential that is scoped to some
     * organizations is shown those. Paging returns each record that exists throughout, and matches, exactly once. A
     * page can hold fewer records than asked for, even none, while there are more: only an empty `next_page_token` ends
     * the listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.ListOrganizationMetadataResponse listOrganizationMetadata(io.github.orgmeta.v1.ListOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListOrganizationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public and private metadata of one membership.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse getOrganizationMembershipMetadata(io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public and private metadata of one membership, and creates the
     * record if there is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is
     * replaced whole. Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse updateOrganizationMembershipMetadata(io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationMembershipMetadata.
     * </pre>
     */
    public io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse replaceOrganizationMembershipMetadata(io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReplaceOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes the metadata of one membership.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse deleteOrganizationMembershipMetadata(io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public and private metadata of up to 100 memberships. One that has no record is named in `missing`
     * and is no error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse batchGetOrganizationMembershipMetadata(io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchGetOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the public and private metadata of the memberships of one organization, ordered by user id, or of one user,
     * ordered by organization id. Of a user, a credential that is scoped to some organizations is shown the
     * memberships in those. Paging returns each record that exists throughout, and matches, exactly once. A page can
     * hold fewer records than asked for, even none, while there are more: only an empty `next_page_token` ends the
     * listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse listOrganizationMembershipMetadata(io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListOrganizationMembershipMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public metadata of one invitation.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse getOrganizationInvitationMetadata(io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public metadata of one invitation, and creates the record if there
     * is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is replaced whole.
     * Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), FAILED_PRECONDITION
     * (`INVITATION_ALREADY_ACCEPTED`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse updateOrganizationInvitationMetadata(io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationInvitationMetadata.
     * </pre>
     */
    public io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse replaceOrganizationInvitationMetadata(io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReplaceOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes the metadata of one invitation.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse deleteOrganizationInvitationMetadata(io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Returns the public metadata of up to 100 invitations. One that has no record is named in `missing` and is no
     * error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse batchGetOrganizationInvitationMetadata(io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchGetOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the public metadata of the invitations of one organization, ordered by id. Paging returns each record that
     * exists throughout, and matches, exactly once. A page can hold fewer records than asked for, even none, while
     * there are more: only an empty `next_page_token` ends the listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse listOrganizationInvitationMetadata(io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListOrganizationInvitationMetadataMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Merges the public metadata of an invitation into that of the membership of the user who accepts it, where the
     * invitation wins, and marks the invitation accepted, exactly once. Creates the membership's record if there is
     * none. An accepted invitation can no longer be updated.
     * Role: backend. Idempotent: a retry by the same user returns the same membership.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`; `METADATA_TOO_LARGE` if the merged membership would not fit, and
     * then nothing changes), NOT_FOUND (`METADATA_NOT_FOUND`), FAILED_PRECONDITION (`INVITATION_ALREADY_ACCEPTED`, by
     * another user), ABORTED (`WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`,
     * `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public io.github.orgmeta.v1.AcceptOrganizationInvitationResponse acceptOrganizationInvitation(io.github.orgmeta.v1.AcceptOrganizationInvitationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAcceptOrganizationInvitationMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service BackendMetadata.
   * <pre>
   * Reads and writes the metadata of organizations, organization memberships and organization invitations.
   * Every rpc needs a credential of the role backend, sent as `authorization: Bearer &lt;credential&gt;`. A credential that
   * is scoped to some organizations gets PERMISSION_DENIED (`ORGANIZATION_NOT_ALLOWED`) for every other one. Errors
   * carry a `google.rpc.ErrorInfo`: see `ErrorReason`.
   * A request is at most 256 KiB; the transport refuses a longer one (RESOURCE_EXHAUSTED), and a compressed one
   * (UNIMPLEMENTED). Where a rate limit was set, any rpc can be refused for it: RESOURCE_EXHAUSTED (`RATE_LIMITED`).
   * So can it where the service has as much under way as it allows, of all callers together: RESOURCE_EXHAUSTED
   * (`SERVICE_BUSY`).
   * A document of metadata is at most 8192 bytes, inclusive, counted as the UTF-8 bytes of its compact JSON as it would
   * be stored. It is JSON as `google.protobuf.Struct` has it: numbers are doubles, and the order of keys is not kept.
   * </pre>
   */
  public static final class BackendMetadataFutureStub
      extends io.grpc.stub.AbstractFutureStub<BackendMetadataFutureStub> {
    private BackendMetadataFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected BackendMetadataFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new BackendMetadataFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Returns the public and private metadata of one organization.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.GetOrganizationMetadataResponse> getOrganizationMetadata(
        io.github.orgmeta.v1.GetOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetOrganizationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public and private metadata of one organization, and creates the
     * record if there is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is
     * replaced whole. Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.UpdateOrganizationMetadataResponse> updateOrganizationMetadata(
        io.github.orgmeta.v1.UpdateOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateOrganizationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationMetadata.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse> replaceOrganizationMetadata(
        io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReplaceOrganizationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes the metadata of one organization, and with `force` that of all its memberships and invitations. Very many
     * of these go in steps, the organization's own last: what is left where a call failed half way, a retry deletes.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), FAILED_PRECONDITION (`ORGANIZATION_NOT_EMPTY`), UNAUTHENTICATED (`CREDENTIAL_MISSING`,
     * `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE
     * (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.DeleteOrganizationMetadataResponse> deleteOrganizationMetadata(
        io.github.orgmeta.v1.DeleteOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteOrganizationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Returns the public and private metadata of up to 100 organizations. One that has no record is named in `missing`
     * and is no error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse> batchGetOrganizationMetadata(
        io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchGetOrganizationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the public and private metadata of all organizations, ordered by id. A credential that is scoped to some
     * organizations is shown those. Paging returns each record that exists throughout, and matches, exactly once. A
     * page can hold fewer records than asked for, even none, while there are more: only an empty `next_page_token` ends
     * the listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.ListOrganizationMetadataResponse> listOrganizationMetadata(
        io.github.orgmeta.v1.ListOrganizationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListOrganizationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Returns the public and private metadata of one membership.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse> getOrganizationMembershipMetadata(
        io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetOrganizationMembershipMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public and private metadata of one membership, and creates the
     * record if there is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is
     * replaced whole. Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse> updateOrganizationMembershipMetadata(
        io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateOrganizationMembershipMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationMembershipMetadata.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse> replaceOrganizationMembershipMetadata(
        io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReplaceOrganizationMembershipMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes the metadata of one membership.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse> deleteOrganizationMembershipMetadata(
        io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteOrganizationMembershipMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Returns the public and private metadata of up to 100 memberships. One that has no record is named in `missing`
     * and is no error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse> batchGetOrganizationMembershipMetadata(
        io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchGetOrganizationMembershipMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the public and private metadata of the memberships of one organization, ordered by user id, or of one user,
     * ordered by organization id. Of a user, a credential that is scoped to some organizations is shown the
     * memberships in those. Paging returns each record that exists throughout, and matches, exactly once. A page can
     * hold fewer records than asked for, even none, while there are more: only an empty `next_page_token` ends the
     * listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse> listOrganizationMembershipMetadata(
        io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListOrganizationMembershipMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Returns the public metadata of one invitation.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`),
     * UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse> getOrganizationInvitationMetadata(
        io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetOrganizationInvitationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Merges a JSON Merge Patch (RFC 7396) into the public metadata of one invitation, and creates the record if there
     * is none. The merge is deep: a member replaces or adds, null removes it at any depth, an array is replaced whole.
     * Concurrent updates never lose one another: each is merged, atomically, into the latest record.
     * Role: backend. Idempotent without an etag. An update that changes nothing leaves the etag and the times as they
     * were.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), ABORTED
     * (`ETAG_MISMATCH`, `WRITE_CONTENTION`), NOT_FOUND (`METADATA_NOT_FOUND`, for the etag `*`), FAILED_PRECONDITION
     * (`INVITATION_ALREADY_ACCEPTED`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse> updateOrganizationInvitationMetadata(
        io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateOrganizationInvitationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Sets each document that is given as a whole, and creates the record if there is none. A null in it is stored as a
     * JSON null. `{}` clears the document.
     * Role: backend. Idempotent without an etag. A replacement that changes nothing leaves the etag and the times as
     * they were.
     * Errors: as for UpdateOrganizationInvitationMetadata.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse> replaceOrganizationInvitationMetadata(
        io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReplaceOrganizationInvitationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes the metadata of one invitation.
     * Role: backend. Not idempotent: a second call answers NOT_FOUND.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), NOT_FOUND (`METADATA_NOT_FOUND`), ABORTED (`ETAG_MISMATCH`,
     * `WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED
     * (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`, `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse> deleteOrganizationInvitationMetadata(
        io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteOrganizationInvitationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Returns the public metadata of up to 100 invitations. One that has no record is named in `missing` and is no
     * error.
     * Role: backend. Idempotent, changes nothing. Not atomic: each record is read by itself.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse> batchGetOrganizationInvitationMetadata(
        io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchGetOrganizationInvitationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the public metadata of the invitations of one organization, ordered by id. Paging returns each record that
     * exists throughout, and matches, exactly once. A page can hold fewer records than asked for, even none, while
     * there are more: only an empty `next_page_token` ends the listing.
     * Role: backend. Idempotent, changes nothing.
     * Errors: INVALID_ARGUMENT (`METADATA_TOO_LARGE`, `METADATA_INVALID`, `ARGUMENT_INVALID`), UNAUTHENTICATED
     * (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`), PERMISSION_DENIED (`ROLE_NOT_ALLOWED`,
     * `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse> listOrganizationInvitationMetadata(
        io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListOrganizationInvitationMetadataMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Merges the public metadata of an invitation into that of the membership of the user who accepts it, where the
     * invitation wins, and marks the invitation accepted, exactly once. Creates the membership's record if there is
     * none. An accepted invitation can no longer be updated.
     * Role: backend. Idempotent: a retry by the same user returns the same membership.
     * Errors: INVALID_ARGUMENT (`ARGUMENT_INVALID`; `METADATA_TOO_LARGE` if the merged membership would not fit, and
     * then nothing changes), NOT_FOUND (`METADATA_NOT_FOUND`), FAILED_PRECONDITION (`INVITATION_ALREADY_ACCEPTED`, by
     * another user), ABORTED (`WRITE_CONTENTION`), UNAUTHENTICATED (`CREDENTIAL_MISSING`, `CREDENTIAL_INVALID`),
     * PERMISSION_DENIED (`ROLE_NOT_ALLOWED`, `ORGANIZATION_NOT_ALLOWED`), UNAVAILABLE (`STORE_UNAVAILABLE`,
     * `WRITE_OUTCOME_UNKNOWN`).
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.orgmeta.v1.AcceptOrganizationInvitationResponse> acceptOrganizationInvitation(
        io.github.orgmeta.v1.AcceptOrganizationInvitationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAcceptOrganizationInvitationMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_GET_ORGANIZATION_METADATA = 0;
  private static final int METHODID_UPDATE_ORGANIZATION_METADATA = 1;
  private static final int METHODID_REPLACE_ORGANIZATION_METADATA = 2;
  private static final int METHODID_DELETE_ORGANIZATION_METADATA = 3;
  private static final int METHODID_BATCH_GET_ORGANIZATION_METADATA = 4;
  private static final int METHODID_LIST_ORGANIZATION_METADATA = 5;
  private static final int METHODID_GET_ORGANIZATION_MEMBERSHIP_METADATA = 6;
  private static final int METHODID_UPDATE_ORGANIZATION_MEMBERSHIP_METADATA = 7;
  private static final int METHODID_REPLACE_ORGANIZATION_MEMBERSHIP_METADATA = 8;
  private static final int METHODID_DELETE_ORGANIZATION_MEMBERSHIP_METADATA = 9;
  private static final int METHODID_BATCH_GET_ORGANIZATION_MEMBERSHIP_METADATA = 10;
  private static final int METHODID_LIST_ORGANIZATION_MEMBERSHIP_METADATA = 11;
  private static final int METHODID_GET_ORGANIZATION_INVITATION_METADATA = 12;
  private static final int METHODID_UPDATE_ORGANIZATION_INVITATION_METADATA = 13;
  private static final int METHODID_REPLACE_ORGANIZATION_INVITATION_METADATA = 14;
  private static final int METHODID_DELETE_ORGANIZATION_INVITATION_METADATA = 15;
  private static final int METHODID_BATCH_GET_ORGANIZATION_INVITATION_METADATA = 16;
  private static final int METHODID_LIST_ORGANIZATION_INVITATION_METADATA = 17;
  private static final int METHODID_ACCEPT_ORGANIZATION_INVITATION = 18;

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
        case METHODID_GET_ORGANIZATION_METADATA:
          serviceImpl.getOrganizationMetadata((io.github.orgmeta.v1.GetOrganizationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationMetadataResponse>) responseObserver);
          break;
        case METHODID_UPDATE_ORGANIZATION_METADATA:
          serviceImpl.updateOrganizationMetadata((io.github.orgmeta.v1.UpdateOrganizationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.UpdateOrganizationMetadataResponse>) responseObserver);
          break;
        case METHODID_REPLACE_ORGANIZATION_METADATA:
          serviceImpl.replaceOrganizationMetadata((io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse>) responseObserver);
          break;
        case METHODID_DELETE_ORGANIZATION_METADATA:
          serviceImpl.deleteOrganizationMetadata((io.github.orgmeta.v1.DeleteOrganizationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.DeleteOrganizationMetadataResponse>) responseObserver);
          break;
        case METHODID_BATCH_GET_ORGANIZATION_METADATA:
          serviceImpl.batchGetOrganizationMetadata((io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse>) responseObserver);
          break;
        case METHODID_LIST_ORGANIZATION_METADATA:
          serviceImpl.listOrganizationMetadata((io.github.orgmeta.v1.ListOrganizationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationMetadataResponse>) responseObserver);
          break;
        case METHODID_GET_ORGANIZATION_MEMBERSHIP_METADATA:
          serviceImpl.getOrganizationMembershipMetadata((io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse>) responseObserver);
          break;
        case METHODID_UPDATE_ORGANIZATION_MEMBERSHIP_METADATA:
          serviceImpl.updateOrganizationMembershipMetadata((io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse>) responseObserver);
          break;
        case METHODID_REPLACE_ORGANIZATION_MEMBERSHIP_METADATA:
          serviceImpl.replaceOrganizationMembershipMetadata((io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse>) responseObserver);
          break;
        case METHODID_DELETE_ORGANIZATION_MEMBERSHIP_METADATA:
          serviceImpl.deleteOrganizationMembershipMetadata((io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse>) responseObserver);
          break;
        case METHODID_BATCH_GET_ORGANIZATION_MEMBERSHIP_METADATA:
          serviceImpl.batchGetOrganizationMembershipMetadata((io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse>) responseObserver);
          break;
        case METHODID_LIST_ORGANIZATION_MEMBERSHIP_METADATA:
          serviceImpl.listOrganizationMembershipMetadata((io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse>) responseObserver);
          break;
        case METHODID_GET_ORGANIZATION_INVITATION_METADATA:
          serviceImpl.getOrganizationInvitationMetadata((io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse>) responseObserver);
          break;
        case METHODID_UPDATE_ORGANIZATION_INVITATION_METADATA:
          serviceImpl.updateOrganizationInvitationMetadata((io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse>) responseObserver);
          break;
        case METHODID_REPLACE_ORGANIZATION_INVITATION_METADATA:
          serviceImpl.replaceOrganizationInvitationMetadata((io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse>) responseObserver);
          break;
        case METHODID_DELETE_ORGANIZATION_INVITATION_METADATA:
          serviceImpl.deleteOrganizationInvitationMetadata((io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse>) responseObserver);
          break;
        case METHODID_BATCH_GET_ORGANIZATION_INVITATION_METADATA:
          serviceImpl.batchGetOrganizationInvitationMetadata((io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse>) responseObserver);
          break;
        case METHODID_LIST_ORGANIZATION_INVITATION_METADATA:
          serviceImpl.listOrganizationInvitationMetadata((io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse>) responseObserver);
          break;
        case METHODID_ACCEPT_ORGANIZATION_INVITATION:
          serviceImpl.acceptOrganizationInvitation((io.github.orgmeta.v1.AcceptOrganizationInvitationRequest) request,
              (io.grpc.stub.StreamObserver<io.github.orgmeta.v1.AcceptOrganizationInvitationResponse>) responseObserver);
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
          getGetOrganizationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.GetOrganizationMetadataRequest,
              io.github.orgmeta.v1.GetOrganizationMetadataResponse>(
                service, METHODID_GET_ORGANIZATION_METADATA)))
        .addMethod(
          getUpdateOrganizationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.UpdateOrganizationMetadataRequest,
              io.github.orgmeta.v1.UpdateOrganizationMetadataResponse>(
                service, METHODID_UPDATE_ORGANIZATION_METADATA)))
        .addMethod(
          getReplaceOrganizationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.ReplaceOrganizationMetadataRequest,
              io.github.orgmeta.v1.ReplaceOrganizationMetadataResponse>(
                service, METHODID_REPLACE_ORGANIZATION_METADATA)))
        .addMethod(
          getDeleteOrganizationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.DeleteOrganizationMetadataRequest,
              io.github.orgmeta.v1.DeleteOrganizationMetadataResponse>(
                service, METHODID_DELETE_ORGANIZATION_METADATA)))
        .addMethod(
          getBatchGetOrganizationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.BatchGetOrganizationMetadataRequest,
              io.github.orgmeta.v1.BatchGetOrganizationMetadataResponse>(
                service, METHODID_BATCH_GET_ORGANIZATION_METADATA)))
        .addMethod(
          getListOrganizationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.ListOrganizationMetadataRequest,
              io.github.orgmeta.v1.ListOrganizationMetadataResponse>(
                service, METHODID_LIST_ORGANIZATION_METADATA)))
        .addMethod(
          getGetOrganizationMembershipMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.GetOrganizationMembershipMetadataRequest,
              io.github.orgmeta.v1.GetOrganizationMembershipMetadataResponse>(
                service, METHODID_GET_ORGANIZATION_MEMBERSHIP_METADATA)))
        .addMethod(
          getUpdateOrganizationMembershipMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataRequest,
              io.github.orgmeta.v1.UpdateOrganizationMembershipMetadataResponse>(
                service, METHODID_UPDATE_ORGANIZATION_MEMBERSHIP_METADATA)))
        .addMethod(
          getReplaceOrganizationMembershipMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataRequest,
              io.github.orgmeta.v1.ReplaceOrganizationMembershipMetadataResponse>(
                service, METHODID_REPLACE_ORGANIZATION_MEMBERSHIP_METADATA)))
        .addMethod(
          getDeleteOrganizationMembershipMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataRequest,
              io.github.orgmeta.v1.DeleteOrganizationMembershipMetadataResponse>(
                service, METHODID_DELETE_ORGANIZATION_MEMBERSHIP_METADATA)))
        .addMethod(
          getBatchGetOrganizationMembershipMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataRequest,
              io.github.orgmeta.v1.BatchGetOrganizationMembershipMetadataResponse>(
                service, METHODID_BATCH_GET_ORGANIZATION_MEMBERSHIP_METADATA)))
        .addMethod(
          getListOrganizationMembershipMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.ListOrganizationMembershipMetadataRequest,
              io.github.orgmeta.v1.ListOrganizationMembershipMetadataResponse>(
                service, METHODID_LIST_ORGANIZATION_MEMBERSHIP_METADATA)))
        .addMethod(
          getGetOrganizationInvitationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.GetOrganizationInvitationMetadataRequest,
              io.github.orgmeta.v1.GetOrganizationInvitationMetadataResponse>(
                service, METHODID_GET_ORGANIZATION_INVITATION_METADATA)))
        .addMethod(
          getUpdateOrganizationInvitationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataRequest,
              io.github.orgmeta.v1.UpdateOrganizationInvitationMetadataResponse>(
                service, METHODID_UPDATE_ORGANIZATION_INVITATION_METADATA)))
        .addMethod(
          getReplaceOrganizationInvitationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataRequest,
              io.github.orgmeta.v1.ReplaceOrganizationInvitationMetadataResponse>(
                service, METHODID_REPLACE_ORGANIZATION_INVITATION_METADATA)))
        .addMethod(
          getDeleteOrganizationInvitationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataRequest,
              io.github.orgmeta.v1.DeleteOrganizationInvitationMetadataResponse>(
                service, METHODID_DELETE_ORGANIZATION_INVITATION_METADATA)))
        .addMethod(
          getBatchGetOrganizationInvitationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataRequest,
              io.github.orgmeta.v1.BatchGetOrganizationInvitationMetadataResponse>(
                service, METHODID_BATCH_GET_ORGANIZATION_INVITATION_METADATA)))
        .addMethod(
          getListOrganizationInvitationMetadataMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.ListOrganizationInvitationMetadataRequest,
              io.github.orgmeta.v1.ListOrganizationInvitationMetadataResponse>(
                service, METHODID_LIST_ORGANIZATION_INVITATION_METADATA)))
        .addMethod(
          getAcceptOrganizationInvitationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.orgmeta.v1.AcceptOrganizationInvitationRequest,
              io.github.orgmeta.v1.AcceptOrganizationInvitationResponse>(
                service, METHODID_ACCEPT_ORGANIZATION_INVITATION)))
        .build();
  }

  private static abstract class BackendMetadataBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    BackendMetadataBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.github.orgmeta.v1.BackendMetadataProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("BackendMetadata");
    }
  }

  private static final class BackendMetadataFileDescriptorSupplier
      extends BackendMetadataBaseDescriptorSupplier {
    BackendMetadataFileDescriptorSupplier() {}
  }

  private static final class BackendMetadataMethodDescriptorSupplier
      extends BackendMetadataBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    BackendMetadataMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (BackendMetadataGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new BackendMetadataFileDescriptorSupplier())
              .addMethod(getGetOrganizationMetadataMethod())
              .addMethod(getUpdateOrganizationMetadataMethod())
              .addMethod(getReplaceOrganizationMetadataMethod())
              .addMethod(getDeleteOrganizationMetadataMethod())
              .addMethod(getBatchGetOrganizationMetadataMethod())
              .addMethod(getListOrganizationMetadataMethod())
              .addMethod(getGetOrganizationMembershipMetadataMethod())
              .addMethod(getUpdateOrganizationMembershipMetadataMethod())
              .addMethod(getReplaceOrganizationMembershipMetadataMethod())
              .addMethod(getDeleteOrganizationMembershipMetadataMethod())
              .addMethod(getBatchGetOrganizationMembershipMetadataMethod())
              .addMethod(getListOrganizationMembershipMetadataMethod())
              .addMethod(getGetOrganizationInvitationMetadataMethod())
              .addMethod(getUpdateOrganizationInvitationMetadataMethod())
              .addMethod(getReplaceOrganizationInvitationMetadataMethod())
              .addMethod(getDeleteOrganizationInvitationMetadataMethod())
              .addMethod(getBatchGetOrganizationInvitationMetadataMethod())
              .addMethod(getListOrganizationInvitationMetadataMethod())
              .addMethod(getAcceptOrganizationInvitationMethod())
              .build();
        }
      }
    }
    return result;
  }
}
