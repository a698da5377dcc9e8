import datetime

from google.protobuf import struct_pb2 as _struct_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OrganizationMetadata(_message.Message):
    __slots__ = ("organization_id", "public_metadata", "private_metadata", "etag", "create_time", "update_time", "public_size_bytes", "private_size_bytes")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    public_metadata: _struct_pb2.Struct
    private_metadata: _struct_pb2.Struct
    etag: str
    create_time: _timestamp_pb2.Timestamp
    update_time: _timestamp_pb2.Timestamp
    public_size_bytes: int
    private_size_bytes: int
    def __init__(self, organization_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., private_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., public_size_bytes: _Optional[int] = ..., private_size_bytes: _Optional[int] = ...) -> None: ...

class OrganizationMembershipMetadata(_message.Message):
    __slots__ = ("organization_id", "user_id", "public_metadata", "private_metadata", "etag", "create_time", "update_time", "public_size_bytes", "private_size_bytes")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    user_id: str
    public_metadata: _struct_pb2.Struct
    private_metadata: _struct_pb2.Struct
    etag: str
    create_time: _timestamp_pb2.Timestamp
    update_time: _timestamp_pb2.Timestamp
    public_size_bytes: int
    private_size_bytes: int
    def __init__(self, organization_id: _Optional[str] = ..., user_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., private_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., public_size_bytes: _Optional[int] = ..., private_size_bytes: _Optional[int] = ...) -> None: ...

class OrganizationInvitationMetadata(_message.Message):
    __slots__ = ("organization_id", "invitation_id", "public_metadata", "etag", "create_time", "update_time", "public_size_bytes", "accepted_user_id", "accept_time")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    INVITATION_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_USER_ID_FIELD_NUMBER: _ClassVar[int]
    ACCEPT_TIME_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    invitation_id: str
    public_metadata: _struct_pb2.Struct
    etag: str
    create_time: _timestamp_pb2.Timestamp
    update_time: _timestamp_pb2.Timestamp
    public_size_bytes: int
    accepted_user_id: str
    accept_time: _timestamp_pb2.Timestamp
    def __init__(self, organization_id: _Optional[str] = ..., invitation_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., public_size_bytes: _Optional[int] = ..., accepted_user_id: _Optional[str] = ..., accept_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class OrganizationMembershipKey(_message.Message):
    __slots__ = ("organization_id", "user_id")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    user_id: str
    def __init__(self, organization_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class OrganizationInvitationKey(_message.Message):
    __slots__ = ("organization_id", "invitation_id")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    INVITATION_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    invitation_id: str
    def __init__(self, organization_id: _Optional[str] = ..., invitation_id: _Optional[str] = ...) -> None: ...

class GetOrganizationMetadataRequest(_message.Message):
    __slots__ = ("organization_id",)
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    def __init__(self, organization_id: _Optional[str] = ...) -> None: ...

class GetOrganizationMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationMetadata, _Mapping]] = ...) -> None: ...

class UpdateOrganizationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "public_metadata", "private_metadata", "etag", "validate_only")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    public_metadata: _struct_pb2.Struct
    private_metadata: _struct_pb2.Struct
    etag: str
    validate_only: bool
    def __init__(self, organization_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., private_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateOrganizationMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationMetadata, _Mapping]] = ...) -> None: ...

class ReplaceOrganizationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "public_metadata", "private_metadata", "etag", "validate_only")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    public_metadata: _struct_pb2.Struct
    private_metadata: _struct_pb2.Struct
    etag: str
    validate_only: bool
    def __init__(self, organization_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., private_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class ReplaceOrganizationMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationMetadata, _Mapping]] = ...) -> None: ...

class DeleteOrganizationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "etag", "force")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    FORCE_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    etag: str
    force: bool
    def __init__(self, organization_id: _Optional[str] = ..., etag: _Optional[str] = ..., force: bool = ...) -> None: ...

class DeleteOrganizationMetadataResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class BatchGetOrganizationMetadataRequest(_message.Message):
    __slots__ = ("organization_ids",)
    ORGANIZATION_IDS_FIELD_NUMBER: _ClassVar[int]
    organization_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, organization_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class BatchGetOrganizationMetadataResponse(_message.Message):
    __slots__ = ("metadata", "missing", "unprocessed")
    METADATA_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    UNPROCESSED_FIELD_NUMBER: _ClassVar[int]
    metadata: _containers.RepeatedCompositeFieldContainer[OrganizationMetadata]
    missing: _containers.RepeatedScalarFieldContainer[str]
    unprocessed: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, metadata: _Optional[_Iterable[_Union[OrganizationMetadata, _Mapping]]] = ..., missing: _Optional[_Iterable[str]] = ..., unprocessed: _Optional[_Iterable[str]] = ...) -> None: ...

class ListOrganizationMetadataRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "public_contains", "private_contains")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_CONTAINS_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_CONTAINS_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    public_contains: _struct_pb2.Struct
    private_contains: _struct_pb2.Struct
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., public_contains: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., private_contains: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class ListOrganizationMetadataResponse(_message.Message):
    __slots__ = ("metadata", "next_page_token")
    METADATA_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    metadata: _containers.RepeatedCompositeFieldContainer[OrganizationMetadata]
    next_page_token: str
    def __init__(self, metadata: _Optional[_Iterable[_Union[OrganizationMetadata, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetOrganizationMembershipMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "user_id")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    user_id: str
    def __init__(self, organization_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class GetOrganizationMembershipMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationMembershipMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationMembershipMetadata, _Mapping]] = ...) -> None: ...

class UpdateOrganizationMembershipMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "user_id", "public_metadata", "private_metadata", "etag", "validate_only")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    user_id: str
    public_metadata: _struct_pb2.Struct
    private_metadata: _struct_pb2.Struct
    etag: str
    validate_only: bool
    def __init__(self, organization_id: _Optional[str] = ..., user_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., private_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateOrganizationMembershipMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationMembershipMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationMembershipMetadata, _Mapping]] = ...) -> None: ...

class ReplaceOrganizationMembershipMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "user_id", "public_metadata", "private_metadata", "etag", "validate_only")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    user_id: str
    public_metadata: _struct_pb2.Struct
    private_metadata: _struct_pb2.Struct
    etag: str
    validate_only: bool
    def __init__(self, organization_id: _Optional[str] = ..., user_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., private_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class ReplaceOrganizationMembershipMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationMembershipMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationMembershipMetadata, _Mapping]] = ...) -> None: ...

class DeleteOrganizationMembershipMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "user_id", "etag")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    user_id: str
    etag: str
    def __init__(self, organization_id: _Optional[str] = ..., user_id: _Optional[str] = ..., etag: _Optional[str] = ...) -> None: ...

class DeleteOrganizationMembershipMetadataResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class BatchGetOrganizationMembershipMetadataRequest(_message.Message):
    __slots__ = ("keys",)
    KEYS_FIELD_NUMBER: _ClassVar[int]
    keys: _containers.RepeatedCompositeFieldContainer[OrganizationMembershipKey]
    def __init__(self, keys: _Optional[_Iterable[_Union[OrganizationMembershipKey, _Mapping]]] = ...) -> None: ...

class BatchGetOrganizationMembershipMetadataResponse(_message.Message):
    __slots__ = ("metadata", "missing", "unprocessed")
    METADATA_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    UNPROCESSED_FIELD_NUMBER: _ClassVar[int]
    metadata: _containers.RepeatedCompositeFieldContainer[OrganizationMembershipMetadata]
    missing: _containers.RepeatedCompositeFieldContainer[OrganizationMembershipKey]
    unprocessed: _containers.RepeatedCompositeFieldContainer[OrganizationMembershipKey]
    def __init__(self, metadata: _Optional[_Iterable[_Union[OrganizationMembershipMetadata, _Mapping]]] = ..., missing: _Optional[_Iterable[_Union[OrganizationMembershipKey, _Mapping]]] = ..., unprocessed: _Optional[_Iterable[_Union[OrganizationMembershipKey, _Mapping]]] = ...) -> None: ...

class ListOrganizationMembershipMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "user_id", "page_size", "page_token", "public_contains", "private_contains")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_CONTAINS_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_CONTAINS_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    user_id: str
    page_size: int
    page_token: str
    public_contains: _struct_pb2.Struct
    private_contains: _struct_pb2.Struct
    def __init__(self, organization_id: _Optional[str] = ..., user_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., public_contains: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., private_contains: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class ListOrganizationMembershipMetadataResponse(_message.Message):
    __slots__ = ("metadata", "next_page_token")
    METADATA_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    metadata: _containers.RepeatedCompositeFieldContainer[OrganizationMembershipMetadata]
    next_page_token: str
    def __init__(self, metadata: _Optional[_Iterable[_Union[OrganizationMembershipMetadata, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetOrganizationInvitationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "invitation_id")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    INVITATION_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    invitation_id: str
    def __init__(self, organization_id: _Optional[str] = ..., invitation_id: _Optional[str] = ...) -> None: ...

class GetOrganizationInvitationMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationInvitationMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationInvitationMetadata, _Mapping]] = ...) -> None: ...

class UpdateOrganizationInvitationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "invitation_id", "public_metadata", "etag", "validate_only")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    INVITATION_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    invitation_id: str
    public_metadata: _struct_pb2.Struct
    etag: str
    validate_only: bool
    def __init__(self, organization_id: _Optional[str] = ..., invitation_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateOrganizationInvitationMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationInvitationMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationInvitationMetadata, _Mapping]] = ...) -> None: ...

class ReplaceOrganizationInvitationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "invitation_id", "public_metadata", "etag", "validate_only")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    INVITATION_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    invitation_id: str
    public_metadata: _struct_pb2.Struct
    etag: str
    validate_only: bool
    def __init__(self, organization_id: _Optional[str] = ..., invitation_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class ReplaceOrganizationInvitationMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationInvitationMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationInvitationMetadata, _Mapping]] = ...) -> None: ...

class DeleteOrganizationInvitationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "invitation_id", "etag")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    INVITATION_ID_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    invitation_id: str
    etag: str
    def __init__(self, organization_id: _Optional[str] = ..., invitation_id: _Optional[str] = ..., etag: _Optional[str] = ...) -> None: ...

class DeleteOrganizationInvitationMetadataResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class BatchGetOrganizationInvitationMetadataRequest(_message.Message):
    __slots__ = ("keys",)
    KEYS_FIELD_NUMBER: _ClassVar[int]
    keys: _containers.RepeatedCompositeFieldContainer[OrganizationInvitationKey]
    def __init__(self, keys: _Optional[_Iterable[_Union[OrganizationInvitationKey, _Mapping]]] = ...) -> None: ...

class BatchGetOrganizationInvitationMetadataResponse(_message.Message):
    __slots__ = ("metadata", "missing", "unprocessed")
    METADATA_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    UNPROCESSED_FIELD_NUMBER: _ClassVar[int]
    metadata: _containers.RepeatedCompositeFieldContainer[OrganizationInvitationMetadata]
    missing: _containers.RepeatedCompositeFieldContainer[OrganizationInvitationKey]
    unprocessed: _containers.RepeatedCompositeFieldContainer[OrganizationInvitationKey]
    def __init__(self, metadata: _Optional[_Iterable[_Union[OrganizationInvitationMetadata, _Mapping]]] = ..., missing: _Optional[_Iterable[_Union[OrganizationInvitationKey, _Mapping]]] = ..., unprocessed: _Optional[_Iterable[_Union[OrganizationInvitationKey, _Mapping]]] = ...) -> None: ...

class ListOrganizationInvitationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "page_size", "page_token", "public_contains")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_CONTAINS_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    page_size: int
    page_token: str
    public_contains: _struct_pb2.Struct
    def __init__(self, organization_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., public_contains: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class ListOrganizationInvitationMetadataResponse(_message.Message):
    __slots__ = ("metadata", "next_page_token")
    METADATA_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    metadata: _containers.RepeatedCompositeFieldContainer[OrganizationInvitationMetadata]
    next_page_token: str
    def __init__(self, metadata: _Optional[_Iterable[_Union[OrganizationInvitationMetadata, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class AcceptOrganizationInvitationRequest(_message.Message):
    __slots__ = ("organization_id", "invitation_id", "user_id")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    INVITATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    invitation_id: str
    user_id: str
    def __init__(self, organization_id: _Optional[str] = ..., invitation_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class AcceptOrganizationInvitationResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationMembershipMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationMembershipMetadata, _Mapping]] = ...) -> None: ...
