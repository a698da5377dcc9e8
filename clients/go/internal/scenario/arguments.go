package main

import orgmeta "github.com/orgmeta/orgmeta/clients/go"

// arguments are those of every call; each takes its own.
type arguments struct {
	OrganizationID  string         `json:"organizationId"`
	UserID          string         `json:"userId"`
	InvitationID    string         `json:"invitationId"`
	PublicMetadata  map[string]any `json:"publicMetadata"`
	PrivateMetadata map[string]any `json:"privateMetadata"`
	ETag            string         `json:"etag"`
	ValidateOnly    bool           `json:"validateOnly"`
	Force           bool           `json:"force"`
	OrganizationIDs []string       `json:"organizationIds"`
	Keys            []key          `json:"keys"`
	PublicContains  map[string]any `json:"publicContains"`
	PrivateContains map[string]any `json:"privateContains"`
	PageSize        int32          `json:"pageSize"`
	Member          string         `json:"member"`
	Times           int            `json:"times"`
}

type key struct {
	OrganizationID string `json:"organizationId"`
	UserID         string `json:"userId,omitempty"`
	InvitationID   string `json:"invitationId,omitempty"`
}

func (a arguments) membershipKeys() []orgmeta.MembershipKey {
	keys := make([]orgmeta.MembershipKey, len(a.Keys))
	for i, key := range a.Keys {
		keys[i] = orgmeta.MembershipKey{OrganizationID: key.OrganizationID, UserID: key.UserID}
	}
	return keys
}

func (a arguments) invitationKeys() []orgmeta.InvitationKey {
	keys := make([]orgmeta.InvitationKey, len(a.Keys))
	for i, key := range a.Keys {
		keys[i] = orgmeta.InvitationKey{OrganizationID: key.OrganizationID, InvitationID: key.InvitationID}
	}
	return keys
}
