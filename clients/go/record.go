package orgmeta

import (
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"
)

// OrganizationRecord is the metadata of one organization, as backends see it. Its documents are never nil.
type OrganizationRecord struct {
	OrganizationID  string
	PublicMetadata  map[string]any
	PrivateMetadata map[string]any
	// ETag identifies this state of the record. Of an answer to ValidateOnly it is the one to send with the real write.
	ETag       string
	CreateTime time.Time
	UpdateTime time.Time
	// PublicSizeBytes and PrivateSizeBytes are those of compact JSON, of the 8192 that each document may have.
	PublicSizeBytes  int
	PrivateSizeBytes int
}

// MembershipRecord is the metadata of one membership, as backends see it. Its documents are never nil.
type MembershipRecord struct {
	OrganizationID  string
	UserID          string
	PublicMetadata  map[string]any
	PrivateMetadata map[string]any
	// ETag identifies this state of the record. Of an answer to ValidateOnly it is the one to send with the real write.
	ETag       string
	CreateTime time.Time
	UpdateTime time.Time
	// PublicSizeBytes and PrivateSizeBytes are those of compact JSON, of the 8192 that each document may have.
	PublicSizeBytes  int
	PrivateSizeBytes int
}

// InvitationRecord is the metadata of one invitation, as backends see it. Its document is never nil.
type InvitationRecord struct {
	OrganizationID string
	InvitationID   string
	PublicMetadata map[string]any
	// ETag identifies this state of the record. Of an answer to ValidateOnly it is the one to send with the real write.
	ETag       string
	CreateTime time.Time
	UpdateTime time.Time
	// PublicSizeBytes is that of compact JSON, of the 8192 that the document may have.
	PublicSizeBytes int
	// AcceptedUserID is who accepted the invitation, and AcceptTime when: empty and zero while nobody has.
	AcceptedUserID string
	AcceptTime     time.Time
}

func organizationRecord(m *orgmetav1.OrganizationMetadata) *OrganizationRecord {
	return &OrganizationRecord{
		OrganizationID:   m.GetOrganizationId(),
		PublicMetadata:   m.GetPublicMetadata().AsMap(),
		PrivateMetadata:  m.GetPrivateMetadata().AsMap(),
		ETag:             m.GetEtag(),
		CreateTime:       timeOf(m.GetCreateTime()),
		UpdateTime:       timeOf(m.GetUpdateTime()),
		PublicSizeBytes:  int(m.GetPublicSizeBytes()),
		PrivateSizeBytes: int(m.GetPrivateSizeBytes()),
	}
}

func membershipRecord(m *orgmetav1.OrganizationMembershipMetadata) *MembershipRecord {
	return &MembershipRecord{
		OrganizationID:   m.GetOrganizationId(),
		UserID:           m.GetUserId(),
		PublicMetadata:   m.GetPublicMetadata().AsMap(),
		PrivateMetadata:  m.GetPrivateMetadata().AsMap(),
		ETag:             m.GetEtag(),
		CreateTime:       timeOf(m.GetCreateTime()),
		UpdateTime:       timeOf(m.GetUpdateTime()),
		PublicSizeBytes:  int(m.GetPublicSizeBytes()),
		PrivateSizeBytes: int(m.GetPrivateSizeBytes()),
	}
}

func invitationRecord(m *orgmetav1.OrganizationInvitationMetadata) *InvitationRecord {
	return &InvitationRecord{
		OrganizationID:  m.GetOrganizationId(),
		InvitationID:    m.GetInvitationId(),
		PublicMetadata:  m.GetPublicMetadata().AsMap(),
		ETag:            m.GetEtag(),
		CreateTime:      timeOf(m.GetCreateTime()),
		UpdateTime:      timeOf(m.GetUpdateTime()),
		PublicSizeBytes: int(m.GetPublicSizeBytes()),
		AcceptedUserID:  m.GetAcceptedUserId(),
		AcceptTime:      timeOf(m.GetAcceptTime()),
	}
}

// timeOf is the zero time for a time that is not set, where AsTime gives 1970.
func timeOf(t *timestamppb.Timestamp) time.Time {
	if t == nil {
		return time.Time{}
	}
	return t.AsTime()
}
