package orgmeta

import (
	"context"
	"iter"

	"google.golang.org/grpc"

	orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"
)

// GetOrganizationMetadata reads the metadata of one organization.
func (c *Client) GetOrganizationMetadata(
	ctx context.Context, organizationID string, options ...grpc.CallOption,
) (*OrganizationRecord, error) {
	response, err := call(ctx, c, c.backend.GetOrganizationMetadata, &orgmetav1.GetOrganizationMetadataRequest{
		OrganizationId: organizationID,
	}, options)
	if err != nil {
		return nil, err
	}
	return organizationRecord(response.GetMetadata()), nil
}

// UpdateOrganizationMetadata merges into the metadata of one organization, and creates the record if there is none.
func (c *Client) UpdateOrganizationMetadata(
	ctx context.Context, organizationID string, update OrganizationUpdate, options ...grpc.CallOption,
) (*OrganizationRecord, error) {
	public, private, err := documentStructs(update.PublicMetadata, update.PrivateMetadata)
	if err != nil {
		return nil, err
	}
	response, err := call(ctx, c, c.writer(update.ETag).UpdateOrganizationMetadata,
		&orgmetav1.UpdateOrganizationMetadataRequest{
			OrganizationId:  organizationID,
			PublicMetadata:  public,
			PrivateMetadata: private,
			Etag:            update.ETag,
			ValidateOnly:    update.ValidateOnly,
		}, options)
	if err != nil {
		return nil, err
	}
	return organizationRecord(response.GetMetadata()), nil
}

// ReplaceOrganizationMetadata sets the metadata of one organization, and creates the record if there is none.
func (c *Client) ReplaceOrganizationMetadata(
	ctx context.Context, organizationID string, replacement OrganizationReplacement, options ...grpc.CallOption,
) (*OrganizationRecord, error) {
	public, private, err := documentStructs(replacement.PublicMetadata, replacement.PrivateMetadata)
	if err != nil {
		return nil, err
	}
	response, err := call(ctx, c, c.writer(replacement.ETag).ReplaceOrganizationMetadata,
		&orgmetav1.ReplaceOrganizationMetadataRequest{
			OrganizationId:  organizationID,
			PublicMetadata:  public,
			PrivateMetadata: private,
			Etag:            replacement.ETag,
			ValidateOnly:    replacement.ValidateOnly,
		}, options)
	if err != nil {
		return nil, err
	}
	return organizationRecord(response.GetMetadata()), nil
}

// ModifyOrganizationMetadata reads the metadata of one organization, lets a function change it, and writes that, as a
// whole, unless somebody else wrote meanwhile: then it begins anew, ten times at most. A record that does not exist is
// given as empty documents, and created. The function may run more than once; its error ends everything and is returned
// as it is.
func (c *Client) ModifyOrganizationMetadata(
	ctx context.Context, organizationID string, change func(*Documents) error, options ...grpc.CallOption,
) (*OrganizationRecord, error) {
	read := func() (Documents, string, error) {
		record, err := c.GetOrganizationMetadata(ctx, organizationID, options...)
		if err != nil {
			return Documents{}, "", err
		}
		return Documents{record.PublicMetadata, record.PrivateMetadata}, record.ETag, nil
	}
	replace := func(documents Documents, etag string) (*OrganizationRecord, error) {
		return c.ReplaceOrganizationMetadata(ctx, organizationID, OrganizationReplacement{
			PublicMetadata:  documents.PublicMetadata,
			PrivateMetadata: documents.PrivateMetadata,
			ETag:            etag,
		}, options...)
	}
	return modify(ctx, emptyDocuments, read, change, replace)
}

// DeleteOrganizationMetadata deletes the metadata of one organization. ErrMetadataNotFound if there is none.
func (c *Client) DeleteOrganizationMetadata(
	ctx context.Context, organizationID string, deletion OrganizationDeletion, options ...grpc.CallOption,
) error {
	_, err := call(ctx, c, c.writer(deletion.ETag).DeleteOrganizationMetadata,
		&orgmetav1.DeleteOrganizationMetadataRequest{
			OrganizationId: organizationID,
			Etag:           deletion.ETag,
			Force:          deletion.Force,
		}, options)
	return err
}

// BatchGetOrganizationMetadata reads the metadata of up to 100 organizations.
func (c *Client) BatchGetOrganizationMetadata(
	ctx context.Context, organizationIDs []string, options ...grpc.CallOption,
) (*Batch[OrganizationRecord, string], error) {
	fetch := func(organizationIDs []string) (answer[OrganizationRecord, string], error) {
		response, err := call(ctx, c, c.backend.BatchGetOrganizationMetadata,
			&orgmetav1.BatchGetOrganizationMetadataRequest{
				OrganizationIds: organizationIDs,
			}, options)
		return answer[OrganizationRecord, string]{
			metadata:    mapAll(response.GetMetadata(), organizationRecord),
			missing:     response.GetMissing(),
			unprocessed: response.GetUnprocessed(),
		}, err
	}
	return batch(organizationIDs, func(record *OrganizationRecord) string { return record.OrganizationID }, fetch)
}

// ListOrganizationMetadata lists the metadata of all organizations that the credential may see, ordered by id.
func (c *Client) ListOrganizationMetadata(
	ctx context.Context, query OrganizationQuery, options ...grpc.CallOption,
) iter.Seq2[*OrganizationRecord, error] {
	public, private, err := filterStructs(query.PublicContains, query.PrivateContains)
	if err != nil {
		return failedList[OrganizationRecord](err)
	}
	fetch := func(pageToken string) (*orgmetav1.ListOrganizationMetadataResponse, error) {
		return call(ctx, c, c.backend.ListOrganizationMetadata, &orgmetav1.ListOrganizationMetadataRequest{
			PageSize:        query.PageSize,
			PageToken:       pageToken,
			PublicContains:  public,
			PrivateContains: private,
		}, options)
	}
	return list(fetch, organizationRecord)
}
