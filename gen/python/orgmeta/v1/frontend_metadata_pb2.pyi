import datetime

from google.protobuf import struct_pb2 as _struct_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OrganizationPublicMetadata(_message.Message):
    __slots__ = ("organization_id", "public_metadata", "etag", "update_time")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    public_metadata: _struct_pb2.Struct
    etag: str
    update_time: _timestamp_pb2.Timestamp
    def __init__(self, organization_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class OrganizationMembershipPublicMetadata(_message.Message):
    __slots__ = ("organization_id", "user_id", "public_metadata", "etag", "update_time")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    user_id: str
    public_metadata: _struct_pb2.Struct
    etag: str
    update_time: _timestamp_pb2.Timestamp
    def __init__(self, organization_id: _Optional[str] = ..., user_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class OrganizationInvitationPublicMetadata(_message.Message):
    __slots__ = ("organization_id", "invitation_id", "public_metadata", "etag", "update_time")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    INVITATION_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    invitation_id: str
    public_metadata: _struct_pb2.Struct
    etag: str
    update_time: _timestamp_pb2.Timestamp
    def __init__(self, organization_id: _Optional[str] = ..., invitation_id: _Optional[str] = ..., public_metadata: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., etag: _Optional[str] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetOrganizationPublicMetadataRequest(_message.Message):
    __slots__ = ("organization_id",)
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    def __init__(self, organization_id: _Optional[str] = ...) -> None: ...

class GetOrganizationPublicMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationPublicMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationPublicMetadata, _Mapping]] = ...) -> None: ...

class BatchGetOrganizationPublicMetadataRequest(_message.Message):
    __slots__ = ("organization_ids",)
    ORGANIZATION_IDS_FIELD_NUMBER: _ClassVar[int]
    organization_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, organization_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class BatchGetOrganizationPublicMetadataResponse(_message.Message):
    __slots__ = ("metadata", "missing", "unprocessed")
    METADATA_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    UNPROCESSED_FIELD_NUMBER: _ClassVar[int]
    metadata: _containers.RepeatedCompositeFieldContainer[OrganizationPublicMetadata]
    missing: _containers.RepeatedScalarFieldContainer[str]
    unprocessed: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, metadata: _Optional[_Iterable[_Union[OrganizationPublicMetadata, _Mapping]]] = ..., missing: _Optional[_Iterable[str]] = ..., unprocessed: _Optional[_Iterable[str]] = ...) -> None: ...

class GetOrganizationMembershipPublicMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "user_id")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    user_id: str
    def __init__(self, organization_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class GetOrganizationMembershipPublicMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationMembershipPublicMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationMembershipPublicMetadata, _Mapping]] = ...) -> None: ...

class ListOrganizationMembershipPublicMetadataRequest(_message.Message):
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

class ListOrganizationMembershipPublicMetadataResponse(_message.Message):
    __slots__ = ("metadata", "next_page_token")
    METADATA_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    metadata: _containers.RepeatedCompositeFieldContainer[OrganizationMembershipPublicMetadata]
    next_page_token: str
    def __init__(self, metadata: _Optional[_Iterable[_Union[OrganizationMembershipPublicMetadata, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetOrganizationInvitationPublicMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "invitation_id")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    INVITATION_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    invitation_id: str
    def __init__(self, organization_id: _Optional[str] = ..., invitation_id: _Optional[str] = ...) -> None: ...

class GetOrganizationInvitationPublicMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: OrganizationInvitationPublicMetadata
    def __init__(self, metadata: _Optional[_Union[OrganizationInvitationPublicMetadata, _Mapping]] = ...) -> None: ...
