package orgmeta

import orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"

// MembershipKey names one membership.
type MembershipKey struct {
	OrganizationID string
	UserID         string
}

// InvitationKey names one invitation.
type InvitationKey struct {
	OrganizationID string
	InvitationID   string
}

func membershipKeyMessage(key MembershipKey) *orgmetav1.OrganizationMembershipKey {
	return &orgmetav1.OrganizationMembershipKey{OrganizationId: key.OrganizationID, UserId: key.UserID}
}

func membershipKey(m *orgmetav1.OrganizationMembershipKey) MembershipKey {
	return MembershipKey{m.GetOrganizationId(), m.GetUserId()}
}

func invitationKeyMessage(key InvitationKey) *orgmetav1.OrganizationInvitationKey {
	return &orgmetav1.OrganizationInvitationKey{OrganizationId: key.OrganizationID, InvitationId: key.InvitationID}
}

func invitationKey(m *orgmetav1.OrganizationInvitationKey) InvitationKey {
	return InvitationKey{m.GetOrganizationId(), m.GetInvitationId()}
}

func mapAll[From, To any](all []From, convert func(From) To) []To {
	converted := make([]To, len(all))
	for i, one := range all {
		converted[i] = convert(one)
	}
	return converted
}
