package main

import (
	"iter"
	"time"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

const timeFormat = "2006-01-02T15:04:05.000Z"

// result is a record in JSON names. What a record hasn't got is left out.
type result struct {
	OrganizationID   string          `json:"organizationId"`
	UserID           string          `json:"userId,omitempty"`
	InvitationID     string          `json:"invitationId,omitempty"`
	PublicMetadata   map[string]any  `json:"publicMetadata"`
	PrivateMetadata  *map[string]any `json:"privateMetadata,omitempty"`
	ETag             string          `json:"etag"`
	CreateTime       string          `json:"createTime,omitempty"`
	UpdateTime       string          `json:"updateTime"`
	PublicSizeBytes  *int            `json:"publicSizeBytes,omitempty"`
	PrivateSizeBytes *int            `json:"privateSizeBytes,omitempty"`
	AcceptedUserID   string          `json:"acceptedUserId,omitempty"`
	AcceptTime       string          `json:"acceptTime,omitempty"`
}

func writeTime(t time.Time) string { return t.UTC().Format(timeFormat) }

func writeOrganization(r *orgmeta.OrganizationRecord) any {
	return result{
		OrganizationID: r.OrganizationID, PublicMetadata: r.PublicMetadata, PrivateMetadata: &r.PrivateMetadata, ETag: r.ETag,
		CreateTime: writeTime(r.CreateTime), UpdateTime: writeTime(r.UpdateTime),
		PublicSizeBytes: &r.PublicSizeBytes, PrivateSizeBytes: &r.PrivateSizeBytes,
	}
}

func writeMembership(r *orgmeta.MembershipRecord) any {
	return result{
		OrganizationID: r.OrganizationID, UserID: r.UserID,
		PublicMetadata: r.PublicMetadata, PrivateMetadata: &r.PrivateMetadata, ETag: r.ETag,
		CreateTime: writeTime(r.CreateTime), UpdateTime: writeTime(r.UpdateTime),
		PublicSizeBytes: &r.PublicSizeBytes, PrivateSizeBytes: &r.PrivateSizeBytes,
	}
}

func writeInvitation(r *orgmeta.InvitationRecord) any {
	written := result{
		OrganizationID: r.OrganizationID, InvitationID: r.InvitationID, PublicMetadata: r.PublicMetadata, ETag: r.ETag,
		CreateTime: writeTime(r.CreateTime), UpdateTime: writeTime(r.UpdateTime),
		PublicSizeBytes: &r.PublicSizeBytes, AcceptedUserID: r.AcceptedUserID,
	}
	if !r.AcceptTime.IsZero() {
		written.AcceptTime = writeTime(r.AcceptTime)
	}
	return written
}

func writePublicOrganization(r *orgmeta.PublicOrganizationRecord) any {
	return result{
		OrganizationID: r.OrganizationID, PublicMetadata: r.PublicMetadata, ETag: r.ETag, UpdateTime: writeTime(r.UpdateTime),
	}
}

func writePublicMembership(r *orgmeta.PublicMembershipRecord) any {
	return result{
		OrganizationID: r.OrganizationID, UserID: r.UserID,
		PublicMetadata: r.PublicMetadata, ETag: r.ETag, UpdateTime: writeTime(r.UpdateTime),
	}
}

func writePublicInvitation(r *orgmeta.PublicInvitationRecord) any {
	return result{
		OrganizationID: r.OrganizationID, InvitationID: r.InvitationID,
		PublicMetadata: r.PublicMetadata, ETag: r.ETag, UpdateTime: writeTime(r.UpdateTime),
	}
}

// writeRecord writes what a call for one record gave.
func writeRecord[Record any](write func(*Record) any) func(*Record, error) (any, error) {
	return func(record *Record, err error) (any, error) {
		if err != nil {
			return nil, err
		}
		return write(record), nil
	}
}

// writeBatch writes what a batch gave.
func writeBatch[Record, Key any](write func(*Record) any, writeKey func(Key) any) func(
	*orgmeta.Batch[Record, Key], error,
) (any, error) {
	return func(batch *orgmeta.Batch[Record, Key], err error) (any, error) {
		if err != nil {
			return nil, err
		}
		metadata, missing := []any{}, []any{}
		for _, record := range batch.Metadata {
			metadata = append(metadata, write(record))
		}
		for _, key := range batch.Missing {
			missing = append(missing, writeKey(key))
		}
		return map[string]any{"metadata": metadata, "missing": missing}, nil
	}
}

// writeList writes all that a list gives.
func writeList[Record any](write func(*Record) any, list iter.Seq2[*Record, error]) (any, error) {
	metadata := []any{}
	for record, err := range list {
		if err != nil {
			return nil, err
		}
		metadata = append(metadata, write(record))
	}
	return map[string]any{"metadata": metadata}, nil
}

func writeID(id string) any { return id }

func writeMembershipKey(k orgmeta.MembershipKey) any {
	return key{OrganizationID: k.OrganizationID, UserID: k.UserID}
}

func writeInvitationKey(k orgmeta.InvitationKey) any {
	return key{OrganizationID: k.OrganizationID, InvitationID: k.InvitationID}
}
