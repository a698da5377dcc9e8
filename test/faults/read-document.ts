import type { FaultyService } from './start-faulty-service.js';

/** What the database holds for an organization. */
export interface StoredDocument {
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** How often it was written; 0 if it isn't there. */
  readonly revision: number;
}

/** Reads what the database holds for an organization, not by way of the service. */
export async function readDocument({ direct }: FaultyService, organizationId: string): Promise<StoredDocument> {
  const documents = direct
    .db()
    .collection<{ _id: string; public_metadata: Record<string, unknown>; revision: number }>('organization_metadata');
  const found = await documents.findOne({ _id: organizationId });
  return { publicMetadata: found?.public_metadata ?? {}, revision: found?.revision ?? 0 };
}

/** Resolves once the database holds an organization. */
export async function untilWritten(service: FaultyService, organizationId: string): Promise<void> {
  while ((await readDocument(service, organizationId)).revision === 0);
}
