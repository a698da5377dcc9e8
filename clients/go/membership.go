package orgmeta

import (
	"context"
	"iter"

	"google.golang.org/grpc"

	orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"
)

// GetOrganizationMembershipMetadata reads the metadata of one membership.
func (c *Client) GetOrganizationMembershipMetadata(
	ctx context.Context, organizationID, userID string, options ...grpc.CallOption,
) (*MembershipRecord, error) {
	response, err := call(ctx, c, c.backend.GetOrganizationMembershipMetadata,
		&orgmetav1.GetOrganizationMembershipMetadataRequest{
			OrganizationId: organizationID,
			UserId:         userID,
		}, options)
	if err != nil {
		return nil, err
	}
	return membershipRecord(response.GetMetadata()), nil
}

// UpdateOrganizationMembershipMetadata merges into the metadata of one membership, and creates the record if there is
// none.
func (c *Client) UpdateOrganizationMembershipMetadata(
	ctx context.Context, organizationID, userID string, update MembershipUpdate, options ...grpc.CallOption,
) (*MembershipRecord, error) {
	public, private, err := documentStructs(update.PublicMetadata, update.PrivateMetadata)
	if err != nil {
		return nil, err
	}
	response, err := call(ctx, c, c.writer(update.ETag).UpdateOrganizationMembershipMetadata,
		&orgmetav1.UpdateOrganizationMembershipMetadataRequest{
			OrganizationId:  organizationID,
			UserId:          userID,
			PublicMetadata:  public,
			PrivateMetadata: private,
			Etag:            update.ETag,
			ValidateOnly:    update.ValidateOnly,
		}, options)
	if err != nil {
		return nil, err
	}
	return membershipRecord(response.GetMetadata()), nil
}

// ReplaceOrganizationMembershipMetadata sets the metadata of one membership, and creates the record if there is none.
func (c *Client) ReplaceOrganizationMembershipMetadata(
	ctx context.Context, organizationID, userID string, replacement MembershipReplacement, options ...grpc.CallOption,
) (*MembershipRecord, error) {
	public, private, err := documentStructs(replacement.PublicMetadata, replacement.PrivateMetadata)
	if err != nil {
		return nil, err
	}
	response, err := call(ctx, c, c.writer(replacement.ETag).ReplaceOrganizationMembershipMetadata,
		&orgmetav1.ReplaceOrganizationMembershipMetadataRequest{
			OrganizationId:  organizationID,
			UserId:          userID,
			PublicMetadata:  public,
			PrivateMetadata: private,
			Etag:            replacement.ETag,
			ValidateOnly:    replacement.ValidateOnly,
		}, options)
	if err != nil {
		return nil, err
	}
	return membershipRecord(response.GetMetadata()), nil
}

// ModifyOrganizationMembershipMetadata reads the metadata of one membership, lets a function change it, and writes
// that, as a whole, unless somebody else wrote meanwhile: then it begins anew, ten times at most. A record that does
// not exist is given as empty documents, and created. The function may run more than once; its error ends everything
// and is returned as it is.
func (c *Client) ModifyOrganizationMembershipMetadata(
	ctx context.Context, organizationID, userID string, change func(*Documents) error, options ...grpc.CallOption,
) (*MembershipRecord, error) {
	read := func() (Documents, string, error) {
		record, err := c.GetOrganizationMembershipMetadata(ctx, organizationID, userID, options...)
		if err != nil {
			return Documents{}, "", err
		}
		return Documents{record.PublicMetadata, record.PrivateMetadata}, record.ETag, nil
	}
	replace := func(documents Documents, etag string) (*MembershipRecord, error) {
		return c.ReplaceOrganizationMembershipMetadata(ctx, organizationID, userID, MembershipReplacement{
			PublicMetadata:  documents.PublicMetadata,
			PrivateMetadata: documents.PrivateMetadata,
			ETag:            etag,
		}, options...)
	}
	return modify(ctx, emptyDocuments, read, change, replace)
}

// DeleteOrganizationMembershipMetadata deletes the metadata of one membership. ErrMetadataNotFound if there is none.
func (c *Client) DeleteOrganizationMembershipMetadata(
	ctx context.Context, organizationID, userID string, deletion MembershipDeletion, options ...grpc.CallOption,
) error {
	_, err := call(ctx, c, c.writer(deletion.ETag).DeleteOrganizationMembershipMetadata,
		&orgmetav1.DeleteOrganizationMembershipMetadataRequest{
			OrganizationId: organizationID,
			UserId:         userID,
			Etag:           deletion.ETag,
		}, options)
	return err
}

// BatchGetOrganizationMembershipMetadata reads the metadata of up to 100 memberships.
func (c *Client) BatchGetOrganizationMembershipMetadata(
	ctx context.Context, keys []MembershipKey, options ...grpc.CallOption,
) (*Batch[MembershipRecord, MembershipKey], error) {
	fetch := func(keys []MembershipKey) (answer[MembershipRecord, MembershipKey], error) {
		response, err := call(ctx, c, c.backend.BatchGetOrganizationMembershipMetadata,
			&orgmetav1.BatchGetOrganizationMembershipMetadataRequest{
				Keys: mapAll(keys, membershipKeyMessage),
			}, options)
		return answer[MembershipRecord, MembershipKey]{
			metadata:    mapAll(response.GetMetadata(), membershipRecord),
			missing:     mapAll(response.GetMissing(), membershipKey),
			unprocessed: mapAll(response.GetUnprocessed(), membershipKey),
		}, err
	}
	return batch(keys, func(record *MembershipRecord) MembershipKey {
		return MembershipKey{record.OrganizationID, record.UserID}
	}, fetch)
}

// ListOrganizationMembershipMetadata lists the metadata of the memberships of one organization, ordered by user, or of
// one user, ordered by organization.
func (c *Client) ListOrganizationMembershipMetadata(
	ctx context.Context, query MembershipQuery, options ...grpc.CallOption,
) iter.Seq2[*MembershipRecord, error] {
	public, private, err := filterStructs(query.PublicContains, query.PrivateContains)
	if err != nil {
		return failedList[MembershipRecord](err)
	}
	fetch := func(pageToken string) (*orgmetav1.ListOrganizationMembershipMetadataResponse, error) {
		return call(ctx, c, c.backend.ListOrganizationMembershipMetadata,
			&orgmetav1.ListOrganizationMembershipMetadataRequest{
				OrganizationId:  query.OrganizationID,
				UserId:          query.UserID,
				PageSize:        query.PageSize,
				PageToken:       pageToken,
				PublicContains:  public,
				PrivateContains: private,
			}, options)
	}
	return list(fetch, membershipRecord)
}
