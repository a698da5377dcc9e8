/**
 * The client of orgmeta, a gRPC service that keeps custom public and private JSON on organizations,
 * memberships and invitations. Begin with {@link io.github.orgmeta.OrgmetaClient}.
 */
package io.github.orgmeta;
