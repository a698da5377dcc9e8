package orgmeta

// Reason is why the service refused a call: the name of a value of ErrorReason in error_reason.proto, which says more of
// each. It is an error, so that errors.Is finds it.
type Reason string

// The closed list of reasons.
const (
	// ErrMetadataTooLarge: a document would exceed 8192 bytes of compact JSON, or a filter does.
	ErrMetadataTooLarge Reason = "METADATA_TOO_LARGE"
	// ErrMetadataInvalid: a document or a filter holds something that is not JSON, or that is not kept.
	ErrMetadataInvalid Reason = "METADATA_INVALID"
	// ErrArgumentInvalid: a field other than a document is missing or malformed.
	ErrArgumentInvalid Reason = "ARGUMENT_INVALID"
	// ErrMetadataNotFound: there is no record of these ids, or, for a frontend, none with public metadata.
	ErrMetadataNotFound Reason = "METADATA_NOT_FOUND"
	// ErrETagMismatch: the record is no longer the one whose etag was given. Nothing was written.
	ErrETagMismatch Reason = "ETAG_MISMATCH"
	// ErrWriteContention: other writers were faster until the service gave up. Nothing was written.
	ErrWriteContention Reason = "WRITE_CONTENTION"
	// ErrInvitationAlreadyAccepted: another user accepted the invitation, or an accepted one was to be changed.
	ErrInvitationAlreadyAccepted Reason = "INVITATION_ALREADY_ACCEPTED"
	// ErrOrganizationNotEmpty: there still is metadata of memberships or invitations of the organization.
	ErrOrganizationNotEmpty Reason = "ORGANIZATION_NOT_EMPTY"
	// ErrCredentialMissing: the call needs a credential.
	ErrCredentialMissing Reason = "CREDENTIAL_MISSING"
	// ErrCredentialInvalid: the credential is malformed, unknown, revoked or expired.
	ErrCredentialInvalid Reason = "CREDENTIAL_INVALID"
	// ErrRoleNotAllowed: the call needs a credential of another role.
	ErrRoleNotAllowed Reason = "ROLE_NOT_ALLOWED"
	// ErrOrganizationNotAllowed: the credential is for other organizations.
	ErrOrganizationNotAllowed Reason = "ORGANIZATION_NOT_ALLOWED"
	// ErrStoreUnavailable: the service's store did not answer. Nothing was written.
	ErrStoreUnavailable Reason = "STORE_UNAVAILABLE"
	// ErrWriteOutcomeUnknown: nobody can tell whether the write landed.
	ErrWriteOutcomeUnknown Reason = "WRITE_OUTCOME_UNKNOWN"
	// ErrRateLimited: the caller made more calls than the service's rate limit allows.
	ErrRateLimited Reason = "RATE_LIMITED"
	// ErrServiceBusy: the service has as much under way as it allows, of all callers together. Reads can be sent again; a
	// write that had come whole may have landed.
	ErrServiceBusy Reason = "SERVICE_BUSY"
)

// Error is the reason's name.
func (r Reason) Error() string { return string(r) }
