import { createHash } from 'node:crypto';
import type { MethodDefinition } from '@grpc/grpc-js';
import type { Context } from 'hono';
import { FrontendMetadataService, type OrganizationPublicMetadata } from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import type { Log } from '../telemetry/log.js';
import { answerRead, type CacheOptions } from './answer-read.js';
import { chooseCredential, requireOwnCredential, type Caller } from './caller.js';
import { makeEtag } from './conditional.js';
import { GatewayError, gatewayKeyRefused } from './gateway-error.js';
import { limitBatches } from './limit-batches.js';
import { OPERATIONS } from './public-operations.js';
import { readTogether } from './read-together.js';
import { toRecordJson, type PublicRecord } from './record-json.js';
import type { Route } from './route.js';
import type { Upstream } from './upstream.js';

/** What the public reads need. */
export interface PublicRoutesOptions extends CacheOptions {
  readonly upstream: Upstream;
  /** Is used for visitors without a credential; undefined for anonymous calls. */
  readonly gatewayKey: string | undefined;
  readonly log: Log;
}

/** Makes the routes that read public metadata. Only memberships need a credential of the visitor. */
export function publicRoutes({ upstream, gatewayKey, maxAgeSeconds, log }: PublicRoutesOptions): readonly Route[] {
  const readOrganization = readTogether(upstream);
  const takeTurn = limitBatches(log, 'batches');

  function read<Request, Response>(
    method: MethodDefinition<Request, Response>,
    request: Request,
    context: Context,
    caller: Caller,
  ): Promise<Response> {
    const { authorization } = caller;
    return blame(caller, upstream.call(method, request, { authorization, signal: context.req.raw.signal }));
  }

  /** Where the gateway's own key is refused, the visitor is not to blame. */
  async function blame<Answer>({ authorization, isVisitors }: Caller, call: Promise<Answer>): Promise<Answer> {
    try {
      return await call;
    } catch (error) {
      const blamesGateway = !isVisitors && authorization !== undefined;
      if (blamesGateway && error instanceof GatewayError && error.status === 401) throw gatewayKeyRefused(error);
      throw error;
    }
  }

  function answerRecord(context: Context, { isVisitors }: Caller, record: PublicRecord | undefined): Response {
    if (record === undefined) throw new Error('the upstream answered without a record');
    const answer = { etag: makeEtag(record.etag), toJson: () => toRecordJson(record) };
    return answerRead(context, answer, { isVisitors, maxAgeSeconds });
  }

  async function getOrganization(context: Context): Promise<Response> {
    const caller = chooseCredential(context, gatewayKey);
    const { authorization, isVisitors } = caller;
    const organizationId = parameter(context, 'organization_id');
    const reading = readOrganization({ organizationId, authorization, signal: context.req.raw.signal });
    const { etag, toJson } = await blame(caller, reading);
    return answerRead(context, { etag: makeEtag(etag), toJson }, { isVisitors, maxAgeSeconds });
  }

  async function getInvitation(context: Context): Promise<Response> {
    const caller = chooseCredential(context, gatewayKey);
    const request = {
      organizationId: parameter(context, 'organization_id'),
      invitationId: parameter(context, 'invitation_id'),
    };
    const method = FrontendMetadataService.getOrganizationInvitationPublicMetadata;
    const { metadata } = await read(method, request, context, caller);
    return answerRecord(context, caller, metadata);
  }

  async function getMembership(context: Context): Promise<Response> {
    const caller = requireOwnCredential(context);
    const request = { organizationId: parameter(context, 'organization_id'), userId: parameter(context, 'user_id') };
    const method = FrontendMetadataService.getOrganizationMembershipPublicMetadata;
    const { metadata } = await read(method, request, context, caller);
    return answerRecord(context, caller, metadata);
  }

  function getOrganizations(context: Context): Promise<Response> {
    const caller = chooseCredential(context, gatewayKey);
    const ids = context.req.queries('organization_id') ?? [];
    return takeTurn(ids.length, context.req.raw.signal, () => readOrganizations(context, caller, ids));
  }

  async function readOrganizations(context: Context, caller: Caller, ids: readonly string[]): Promise<Response> {
    const found: OrganizationPublicMetadata[] = [];
    const missing: string[] = [];
    let asked = [...ids];
    do {
      const method = FrontendMetadataService.batchGetOrganizationPublicMetadata;
      const answer = await read(method, { organizationIds: asked }, context, caller);
      found.push(...answer.metadata);
      missing.push(...answer.missing);
      if (answer.unprocessed.length >= asked.length && asked.length > 0) throw new Error('a batch made no progress');
      asked = answer.unprocessed;
    } while (asked.length > 0);
    const hash = createHash('sha256').update(
      JSON.stringify([found.map(({ organizationId, etag }) => [organizationId, etag]), missing]),
    );
    const answer = {
      etag: makeEtag(hash.digest('base64url')),
      toJson: () => `{"data":[${found.map(toRecordJson).join(',')}],"missing":${JSON.stringify(missing)}}`,
    };
    return answerRead(context, answer, { isVisitors: caller.isVisitors, maxAgeSeconds });
  }

  const route = (path: string, operation: Route['operation'], handle: Route['handle']): Route => ({
    method: 'get',
    path,
    forBrowsers: true,
    operation,
    handle,
  });
  const organization = '/v1/organizations/{organization_id}';
  return [
    route('/v1/public-metadata', OPERATIONS.getOrganizations, getOrganizations),
    route(`${organization}/public-metadata`, OPERATIONS.getOrganization, getOrganization),
    route(`${organization}/invitations/{invitation_id}/public-metadata`, OPERATIONS.getInvitation, getInvitation),
    route(`${organization}/memberships/{user_id}/public-metadata`, OPERATIONS.getMembership, getMembership),
  ];
}

/** A parameter of the path, percent-decoded. */
function parameter(context: Context, name: string): string {
  return context.req.param(name) ?? '';
}
