package orgmeta

import (
	"time"

	orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"
)

// PublicOrganizationRecord is the metadata of one organization, as frontends see it. Its document is never nil.
type PublicOrganizationRecord struct {
	OrganizationID string
	PublicMetadata map[string]any
	// ETag identifies this state of the public metadata, and is no etag for a backend's write.
	ETag       string
	UpdateTime time.Time
}

// PublicMembershipRecord is the metadata of one membership, as frontends see it. Its document is never nil.
type PublicMembershipRecord struct {
	OrganizationID string
	UserID         string
	PublicMetadata map[string]any
	// ETag identifies this state of the public metadata, and is no etag for a backend's write.
	ETag       string
	UpdateTime time.Time
}

// PublicInvitationRecord is the metadata of one invitation, as frontends see it. Its document is never nil.
type PublicInvitationRecord struct {
	OrganizationID string
	InvitationID   string
	PublicMetadata map[string]any
	// ETag identifies this state of the public metadata, and is no etag for a backend's write.
	ETag       string
	UpdateTime time.Time
}

func publicOrganizationRecord(m *orgmetav1.OrganizationPublicMetadata) *PublicOrganizationRecord {
	return &PublicOrganizationRecord{
		OrganizationID: m.GetOrganizationId(),
		PublicMetadata: m.GetPublicMetadata().AsMap(),
		ETag:           m.GetEtag(),
		UpdateTime:     timeOf(m.GetUpdateTime()),
	}
}

func publicMembershipRecord(m *orgmetav1.OrganizationMembershipPublicMetadata) *PublicMembershipRecord {
	return &PublicMembershipRecord{
		OrganizationID: m.GetOrganizationId(),
		UserID:         m.GetUserId(),
		PublicMetadata: m.GetPublicMetadata().AsMap(),
		ETag:           m.GetEtag(),
		UpdateTime:     timeOf(m.GetUpdateTime()),
	}
}

func publicInvitationRecord(m *orgmetav1.OrganizationInvitationPublicMetadata) *PublicInvitationRecord {
	return &PublicInvitationRecord{
		OrganizationID: m.GetOrganizationId(),
		InvitationID:   m.GetInvitationId(),
		PublicMetadata: m.GetPublicMetadata().AsMap(),
		ETag:           m.GetEtag(),
		UpdateTime:     timeOf(m.GetUpdateTime()),
	}
}
