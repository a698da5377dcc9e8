package orgmeta

import (
	"context"
	"iter"

	"google.golang.org/grpc"

	orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"
)

// GetOrganizationPublicMetadata reads the public metadata of one organization.
func (c *Client) GetOrganizationPublicMetadata(
	ctx context.Context, organizationID string, options ...grpc.CallOption,
) (*PublicOrganizationRecord, error) {
	response, err := call(ctx, c, c.frontend.GetOrganizationPublicMetadata,
		&orgmetav1.GetOrganizationPublicMetadataRequest{OrganizationId: organizationID}, options)
	if err != nil {
		return nil, err
	}
	return publicOrganizationRecord(response.GetMetadata()), nil
}

// BatchGetOrganizationPublicMetadata reads the public metadata of up to 100 organizations.
func (c *Client) BatchGetOrganizationPublicMetadata(
	ctx context.Context, organizationIDs []string, options ...grpc.CallOption,
) (*Batch[PublicOrganizationRecord, string], error) {
	fetch := func(organizationIDs []string) (answer[PublicOrganizationRecord, string], error) {
		response, err := call(ctx, c, c.frontend.BatchGetOrganizationPublicMetadata,
			&orgmetav1.BatchGetOrganizationPublicMetadataRequest{OrganizationIds: organizationIDs}, options)
		return answer[PublicOrganizationRecord, string]{
			metadata:    mapAll(response.GetMetadata(), publicOrganizationRecord),
			missing:     response.GetMissing(),
			unprocessed: response.GetUnprocessed(),
		}, err
	}
	return batch(organizationIDs, func(record *PublicOrganizationRecord) string { return record.OrganizationID }, fetch)
}

// GetOrganizationMembershipPublicMetadata reads the public metadata of one membership.
func (c *Client) GetOrganizationMembershipPublicMetadata(
	ctx context.Context, organizationID, userID string, options ...grpc.CallOption,
) (*PublicMembershipRecord, error) {
	response, err := call(ctx, c, c.frontend.GetOrganizationMembershipPublicMetadata,
		&orgmetav1.GetOrganizationMembershipPublicMetadataRequest{OrganizationId: organizationID, UserId: userID}, options)
	if err != nil {
		return nil, err
	}
	return publicMembershipRecord(response.GetMetadata()), nil
}

// ListOrganizationMembershipPublicMetadata lists the public metadata of the memberships of one organization, ordered by
// user. A frontend needs a credential that is restricted to organizations of which this is one.
func (c *Client) ListOrganizationMembershipPublicMetadata(
	ctx context.Context, organizationID string, query PublicMembershipQuery, options ...grpc.CallOption,
) iter.Seq2[*PublicMembershipRecord, error] {
	public, err := toStruct("public_contains", query.PublicContains)
	if err != nil {
		return failedList[PublicMembershipRecord](err)
	}
	fetch := func(pageToken string) (*orgmetav1.ListOrganizationMembershipPublicMetadataResponse, error) {
		return call(ctx, c, c.frontend.ListOrganizationMembershipPublicMetadata,
			&orgmetav1.ListOrganizationMembershipPublicMetadataRequest{
				OrganizationId: organizationID,
				PageSize:       query.PageSize,
				PageToken:      pageToken,
				PublicContains: public,
			}, options)
	}
	return list(fetch, publicMembershipRecord)
}

// GetOrganizationInvitationPublicMetadata reads the public metadata of one invitation.
func (c *Client) GetOrganizationInvitationPublicMetadata(
	ctx context.Context, organizationID, invitationID string, options ...grpc.CallOption,
) (*PublicInvitationRecord, error) {
	response, err := call(ctx, c, c.frontend.GetOrganizationInvitationPublicMetadata,
		&orgmetav1.GetOrganizationInvitationPublicMetadataRequest{
			OrganizationId: organizationID,
			InvitationId:   invitationID,
		}, options)
	if err != nil {
		return nil, err
	}
	return publicInvitationRecord(response.GetMetadata()), nil
}
