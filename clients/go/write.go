package orgmeta

// OrganizationUpdate is a JSON Merge Patch for each document that is given, deep: nil as a member removes it. A document
// that is left out, a nil map, stays as it is.
type OrganizationUpdate struct {
	PublicMetadata  map[string]any
	PrivateMetadata map[string]any
	// ETag makes the write conditional: the record's etag, "*" if it must exist, "0" if it must not. Empty is no condition.
	ETag string
	// ValidateOnly checks everything and writes nothing; the answer is what would be stored.
	ValidateOnly bool
}

// MembershipUpdate is a JSON Merge Patch for each document that is given, deep: nil as a member removes it. A document
// that is left out, a nil map, stays as it is.
type MembershipUpdate struct {
	PublicMetadata  map[string]any
	PrivateMetadata map[string]any
	// ETag makes the write conditional: the record's etag, "*" if it must exist, "0" if it must not. Empty is no condition.
	ETag string
	// ValidateOnly checks everything and writes nothing; the answer is what would be stored.
	ValidateOnly bool
}

// InvitationUpdate is a JSON Merge Patch for the document, deep: nil as a member removes it.
type InvitationUpdate struct {
	PublicMetadata map[string]any
	// ETag makes the write conditional: the record's etag, "*" if it must exist, "0" if it must not. Empty is no condition.
	ETag string
	// ValidateOnly checks everything and writes nothing; the answer is what would be stored.
	ValidateOnly bool
}

// OrganizationReplacement sets each document that is given, whole: an empty map clears it, and nil as a member is a null
// that is kept. A document that is left out, a nil map, stays as it is.
type OrganizationReplacement struct {
	PublicMetadata  map[string]any
	PrivateMetadata map[string]any
	// ETag makes the write conditional: the record's etag, "*" if it must exist, "0" if it must not. Empty is no condition.
	ETag string
	// ValidateOnly checks everything and writes nothing; the answer is what would be stored.
	ValidateOnly bool
}

// MembershipReplacement sets each document that is given, whole: an empty map clears it, and nil as a member is a null
// that is kept. A document that is left out, a nil map, stays as it is.
type MembershipReplacement struct {
	PublicMetadata  map[string]any
	PrivateMetadata map[string]any
	// ETag makes the write conditional: the record's etag, "*" if it must exist, "0" if it must not. Empty is no condition.
	ETag string
	// ValidateOnly checks everything and writes nothing; the answer is what would be stored.
	ValidateOnly bool
}

// InvitationReplacement sets the document that is given, whole: an empty map clears it, and nil as a member is a null
// that is kept.
type InvitationReplacement struct {
	PublicMetadata map[string]any
	// ETag makes the write conditional: the record's etag, "*" if it must exist, "0" if it must not. Empty is no condition.
	ETag string
	// ValidateOnly checks everything and writes nothing; the answer is what would be stored.
	ValidateOnly bool
}

// OrganizationDeletion says under which conditions a record is deleted.
type OrganizationDeletion struct {
	// ETag is the one that the record must have. Empty is no condition.
	ETag string
	// Force deletes the metadata of all memberships and invitations of the organization, too. Otherwise any of them is
	// ErrOrganizationNotEmpty.
	Force bool
}

// MembershipDeletion says under which conditions a record is deleted.
type MembershipDeletion struct {
	// ETag is the one that the record must have. Empty is no condition.
	ETag string
}

// InvitationDeletion says under which conditions a record is deleted.
type InvitationDeletion struct {
	// ETag is the one that the record must have. Empty is no condition.
	ETag string
}
