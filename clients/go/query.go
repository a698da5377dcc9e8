package orgmeta

// OrganizationQuery says which organizations are listed.
type OrganizationQuery struct {
	// PublicContains and PrivateContains are what a document must contain, as PostgreSQL's @> has it. Left out, they match
	// every record.
	PublicContains  map[string]any
	PrivateContains map[string]any
	// PageSize is how many records a call fetches: 50 if it is 0, and never more than 1000.
	PageSize int32
}

// MembershipQuery says which memberships are listed: those of one organization, or those of one user.
type MembershipQuery struct {
	// OrganizationID or UserID must be given, and not both.
	OrganizationID string
	UserID         string
	// PublicContains and PrivateContains are what a document must contain, as PostgreSQL's @> has it. Left out, they match
	// every record.
	PublicContains  map[string]any
	PrivateContains map[string]any
	// PageSize is how many records a call fetches: 50 if it is 0, and never more than 1000.
	PageSize int32
}

// InvitationQuery says which invitations of an organization are listed.
type InvitationQuery struct {
	// PublicContains is what the document must contain, as PostgreSQL's @> has it. Left out, it matches every record.
	PublicContains map[string]any
	// PageSize is how many records a call fetches: 50 if it is 0, and never more than 1000.
	PageSize int32
}

// PublicMembershipQuery says which memberships of an organization are listed for a frontend.
type PublicMembershipQuery struct {
	// PublicContains is what the document must contain, as PostgreSQL's @> has it. Left out, it matches every record.
	PublicContains map[string]any
	// PageSize is how many records a call fetches: 50 if it is 0, and never more than 1000.
	PageSize int32
}
