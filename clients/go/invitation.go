package orgmeta

import (
	"context"
	"iter"

	"google.golang.org/grpc"

	orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"
)

// GetOrganizationInvitationMetadata reads the metadata of one invitation.
func (c *Client) GetOrganizationInvitationMetadata(
	ctx context.Context, organizationID, invitationID string, options ...grpc.CallOption,
) (*InvitationRecord, error) {
	response, err := call(ctx, c, c.backend.GetOrganizationInvitationMetadata,
		&orgmetav1.GetOrganizationInvitationMetadataRequest{
			OrganizationId: organizationID,
			InvitationId:   invitationID,
		}, options)
	if err != nil {
		return nil, err
	}
	return invitationRecord(response.GetMetadata()), nil
}

// UpdateOrganizationInvitationMetadata merges into the metadata of one invitation, and creates the record if there is
// none.
func (c *Client) UpdateOrganizationInvitationMetadata(
	ctx context.Context, organizationID, invitationID string, update InvitationUpdate, options ...grpc.CallOption,
) (*InvitationRecord, error) {
	public, err := toStruct("public_metadata", update.PublicMetadata)
	if err != nil {
		return nil, err
	}
	response, err := call(ctx, c, c.writer(update.ETag).UpdateOrganizationInvitationMetadata,
		&orgmetav1.UpdateOrganizationInvitationMetadataRequest{
			OrganizationId: organizationID,
			InvitationId:   invitationID,
			PublicMetadata: public,
			Etag:           update.ETag,
			ValidateOnly:   update.ValidateOnly,
		}, options)
	if err != nil {
		return nil, err
	}
	return invitationRecord(response.GetMetadata()), nil
}

// ReplaceOrganizationInvitationMetadata sets the metadata of one invitation, and creates the record if there is none.
func (c *Client) ReplaceOrganizationInvitationMetadata(
	ctx context.Context, organizationID, invitationID string, replacement InvitationReplacement, options ...grpc.CallOption,
) (*InvitationRecord, error) {
	public, err := toStruct("public_metadata", replacement.PublicMetadata)
	if err != nil {
		return nil, err
	}
	response, err := call(ctx, c, c.writer(replacement.ETag).ReplaceOrganizationInvitationMetadata,
		&orgmetav1.ReplaceOrganizationInvitationMetadataRequest{
			OrganizationId: organizationID,
			InvitationId:   invitationID,
			PublicMetadata: public,
			Etag:           replacement.ETag,
			ValidateOnly:   replacement.ValidateOnly,
		}, options)
	if err != nil {
		return nil, err
	}
	return invitationRecord(response.GetMetadata()), nil
}

// ModifyOrganizationInvitationMetadata reads the metadata of one invitation, lets a function change it, and writes
// that, as a whole, unless somebody else wrote meanwhile: then it begins anew, ten times at most. A record that does
// not exist is given as an empty document, and created. The function may run more than once; its error ends everything
// and is returned as it is.
func (c *Client) ModifyOrganizationInvitationMetadata(
	ctx context.Context, organizationID, invitationID string,
	change func(*InvitationDocuments) error, options ...grpc.CallOption,
) (*InvitationRecord, error) {
	read := func() (InvitationDocuments, string, error) {
		record, err := c.GetOrganizationInvitationMetadata(ctx, organizationID, invitationID, options...)
		if err != nil {
			return InvitationDocuments{}, "", err
		}
		return InvitationDocuments{record.PublicMetadata}, record.ETag, nil
	}
	replace := func(documents InvitationDocuments, etag string) (*InvitationRecord, error) {
		return c.ReplaceOrganizationInvitationMetadata(ctx, organizationID, invitationID, InvitationReplacement{
			PublicMetadata: documents.PublicMetadata,
			ETag:           etag,
		}, options...)
	}
	return modify(ctx, emptyInvitationDocuments, read, change, replace)
}

// DeleteOrganizationInvitationMetadata deletes the metadata of one invitation. ErrMetadataNotFound if there is none.
func (c *Client) DeleteOrganizationInvitationMetadata(
	ctx context.Context, organizationID, invitationID string, deletion InvitationDeletion, options ...grpc.CallOption,
) error {
	_, err := call(ctx, c, c.writer(deletion.ETag).DeleteOrganizationInvitationMetadata,
		&orgmetav1.DeleteOrganizationInvitationMetadataRequest{
			OrganizationId: organizationID,
			InvitationId:   invitationID,
			Etag:           deletion.ETag,
		}, options)
	return err
}

// BatchGetOrganizationInvitationMetadata reads the metadata of up to 100 invitations.
func (c *Client) BatchGetOrganizationInvitationMetadata(
	ctx context.Context, keys []InvitationKey, options ...grpc.CallOption,
) (*Batch[InvitationRecord, InvitationKey], error) {
	fetch := func(keys []InvitationKey) (answer[InvitationRecord, InvitationKey], error) {
		response, err := call(ctx, c, c.backend.BatchGetOrganizationInvitationMetadata,
			&orgmetav1.BatchGetOrganizationInvitationMetadataRequest{
				Keys: mapAll(keys, invitationKeyMessage),
			}, options)
		return answer[InvitationRecord, InvitationKey]{
			metadata:    mapAll(response.GetMetadata(), invitationRecord),
			missing:     mapAll(response.GetMissing(), invitationKey),
			unprocessed: mapAll(response.GetUnprocessed(), invitationKey),
		}, err
	}
	return batch(keys, func(record *InvitationRecord) InvitationKey {
		return InvitationKey{record.OrganizationID, record.InvitationID}
	}, fetch)
}

// ListOrganizationInvitationMetadata lists the metadata of the invitations of one organization, ordered by id.
func (c *Client) ListOrganizationInvitationMetadata(
	ctx context.Context, organizationID string, query InvitationQuery, options ...grpc.CallOption,
) iter.Seq2[*InvitationRecord, error] {
	public, err := toStruct("public_contains", query.PublicContains)
	if err != nil {
		return failedList[InvitationRecord](err)
	}
	fetch := func(pageToken string) (*orgmetav1.ListOrganizationInvitationMetadataResponse, error) {
		return call(ctx, c, c.backend.ListOrganizationInvitationMetadata,
			&orgmetav1.ListOrganizationInvitationMetadataRequest{
				OrganizationId: organizationID,
				PageSize:       query.PageSize,
				PageToken:      pageToken,
				PublicContains: public,
			}, options)
	}
	return list(fetch, invitationRecord)
}

// AcceptOrganizationInvitation merges the invitation's metadata into that of the user's membership, where the
// invitation wins, and marks it accepted, once. Asking again for the same user gives the same, and for another one
// ErrInvitationAlreadyAccepted.
func (c *Client) AcceptOrganizationInvitation(
	ctx context.Context, organizationID, invitationID, userID string, options ...grpc.CallOption,
) (*MembershipRecord, error) {
	response, err := call(ctx, c, c.backend.AcceptOrganizationInvitation,
		&orgmetav1.AcceptOrganizationInvitationRequest{
			OrganizationId: organizationID,
			InvitationId:   invitationID,
			UserId:         userID,
		}, options)
	if err != nil {
		return nil, err
	}
	return membershipRecord(response.GetMetadata()), nil
}
