package main

import (
	"context"
	"sync"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

// calls are all that a step may name.
var calls = map[string]func(context.Context, *orgmeta.Client, arguments) (any, error){
	"getOrganizationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writeOrganization)(c.GetOrganizationMetadata(ctx, a.OrganizationID))
	},
	"updateOrganizationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writeOrganization)(
			c.UpdateOrganizationMetadata(ctx, a.OrganizationID, orgmeta.OrganizationUpdate{
				PublicMetadata: a.PublicMetadata, PrivateMetadata: a.PrivateMetadata, ETag: a.ETag, ValidateOnly: a.ValidateOnly,
			}))
	},
	"replaceOrganizationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writeOrganization)(
			c.ReplaceOrganizationMetadata(ctx, a.OrganizationID, orgmeta.OrganizationReplacement{
				PublicMetadata: a.PublicMetadata, PrivateMetadata: a.PrivateMetadata, ETag: a.ETag, ValidateOnly: a.ValidateOnly,
			}))
	},
	"deleteOrganizationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return struct{}{}, c.DeleteOrganizationMetadata(
			ctx, a.OrganizationID, orgmeta.OrganizationDeletion{ETag: a.ETag, Force: a.Force},
		)
	},
	"batchGetOrganizationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeBatch(writeOrganization, writeID)(c.BatchGetOrganizationMetadata(ctx, a.OrganizationIDs))
	},
	"listOrganizationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeList(writeOrganization, c.ListOrganizationMetadata(ctx, orgmeta.OrganizationQuery{
			PublicContains: a.PublicContains, PrivateContains: a.PrivateContains, PageSize: a.PageSize,
		}))
	},
	"getOrganizationMembershipMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writeMembership)(c.GetOrganizationMembershipMetadata(ctx, a.OrganizationID, a.UserID))
	},
	"updateOrganizationMembershipMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writeMembership)(
			c.UpdateOrganizationMembershipMetadata(ctx, a.OrganizationID, a.UserID, orgmeta.MembershipUpdate{
				PublicMetadata: a.PublicMetadata, PrivateMetadata: a.PrivateMetadata, ETag: a.ETag, ValidateOnly: a.ValidateOnly,
			}))
	},
	"replaceOrganizationMembershipMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writeMembership)(
			c.ReplaceOrganizationMembershipMetadata(ctx, a.OrganizationID, a.UserID, orgmeta.MembershipReplacement{
				PublicMetadata: a.PublicMetadata, PrivateMetadata: a.PrivateMetadata, ETag: a.ETag, ValidateOnly: a.ValidateOnly,
			}))
	},
	"deleteOrganizationMembershipMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return struct{}{}, c.DeleteOrganizationMembershipMetadata(
			ctx, a.OrganizationID, a.UserID, orgmeta.MembershipDeletion{ETag: a.ETag},
		)
	},
	"batchGetOrganizationMembershipMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeBatch(writeMembership, writeMembershipKey)(
			c.BatchGetOrganizationMembershipMetadata(ctx, a.membershipKeys()))
	},
	"listOrganizationMembershipMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeList(writeMembership, c.ListOrganizationMembershipMetadata(ctx, orgmeta.MembershipQuery{
			OrganizationID: a.OrganizationID, UserID: a.UserID,
			PublicContains: a.PublicContains, PrivateContains: a.PrivateContains, PageSize: a.PageSize,
		}))
	},
	"getOrganizationInvitationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writeInvitation)(
			c.GetOrganizationInvitationMetadata(ctx, a.OrganizationID, a.InvitationID))
	},
	"updateOrganizationInvitationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writeInvitation)(
			c.UpdateOrganizationInvitationMetadata(ctx, a.OrganizationID, a.InvitationID, orgmeta.InvitationUpdate{
				PublicMetadata: a.PublicMetadata, ETag: a.ETag, ValidateOnly: a.ValidateOnly,
			}))
	},
	"replaceOrganizationInvitationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writeInvitation)(
			c.ReplaceOrganizationInvitationMetadata(ctx, a.OrganizationID, a.InvitationID, orgmeta.InvitationReplacement{
				PublicMetadata: a.PublicMetadata, ETag: a.ETag, ValidateOnly: a.ValidateOnly,
			}))
	},
	"deleteOrganizationInvitationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return struct{}{}, c.DeleteOrganizationInvitationMetadata(
			ctx, a.OrganizationID, a.InvitationID, orgmeta.InvitationDeletion{ETag: a.ETag},
		)
	},
	"batchGetOrganizationInvitationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeBatch(writeInvitation, writeInvitationKey)(
			c.BatchGetOrganizationInvitationMetadata(ctx, a.invitationKeys()))
	},
	"listOrganizationInvitationMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeList(writeInvitation, c.ListOrganizationInvitationMetadata(ctx, a.OrganizationID, orgmeta.InvitationQuery{
			PublicContains: a.PublicContains, PageSize: a.PageSize,
		}))
	},
	"acceptOrganizationInvitation": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writeMembership)(
			c.AcceptOrganizationInvitation(ctx, a.OrganizationID, a.InvitationID, a.UserID))
	},
	"getOrganizationPublicMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writePublicOrganization)(c.GetOrganizationPublicMetadata(ctx, a.OrganizationID))
	},
	"batchGetOrganizationPublicMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeBatch(writePublicOrganization, writeID)(
			c.BatchGetOrganizationPublicMetadata(ctx, a.OrganizationIDs))
	},
	"getOrganizationMembershipPublicMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writePublicMembership)(
			c.GetOrganizationMembershipPublicMetadata(ctx, a.OrganizationID, a.UserID))
	},
	"listOrganizationMembershipPublicMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeList(writePublicMembership, c.ListOrganizationMembershipPublicMetadata(ctx, a.OrganizationID,
			orgmeta.PublicMembershipQuery{PublicContains: a.PublicContains, PageSize: a.PageSize}))
	},
	"getOrganizationInvitationPublicMetadata": func(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
		return writeRecord(writePublicInvitation)(
			c.GetOrganizationInvitationPublicMetadata(ctx, a.OrganizationID, a.InvitationID))
	},
	"countUp": countUp,
}

// countUp adds 1 to a member, as often as it is told to and all at once.
func countUp(ctx context.Context, c *orgmeta.Client, a arguments) (any, error) {
	failed := make(chan error, a.Times)
	var all sync.WaitGroup
	for range a.Times {
		all.Go(func() {
			_, err := c.ModifyOrganizationMetadata(ctx, a.OrganizationID, func(documents *orgmeta.Documents) error {
				count, _ := documents.PublicMetadata[a.Member].(float64)
				documents.PublicMetadata[a.Member] = count + 1
				return nil
			})
			if err != nil {
				failed <- err
			}
		})
	}
	all.Wait()
	select {
	case err := <-failed:
		return nil, err
	default:
		return writeRecord(writeOrganization)(c.GetOrganizationMetadata(ctx, a.OrganizationID))
	}
}
