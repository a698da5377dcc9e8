import { createHash } from 'node:crypto';
import { ID_MAX_LENGTH, isValidId } from '../../src/domain/owner.js';
import type { InstalledPackage } from './find-packages.js';
import type { SampleRecord } from './sample-record.js';

/**
 * Makes each package's manifest the public metadata of an organization of its own, named `name@version` with `:` for
 * `/`. Another copy of the same version gets `~2`, `~3`… A package whose manifest is not a JSON object is left out.
 */
export function packageRecords(packages: readonly InstalledPackage[]): SampleRecord[] {
  const taken = new Set<string>();
  return packages.flatMap(({ file, manifest }) => {
    if (manifest === undefined) return [];
    const name = organizationName(manifest.name, manifest.version, file);
    let organizationId = name;
    for (let copy = 2; taken.has(organizationId); copy += 1) organizationId = `${name}~${copy}`;
    taken.add(organizationId);
    return [{ owner: { kind: 'organization' as const, organizationId }, publicMetadata: manifest }];
  });
}

function organizationName(name: unknown, version: unknown, file: string): string {
  const path = file.replace(/\/package\.json$/, '');
  const wanted = `${typeof name === 'string' ? name : path}@${typeof version === 'string' ? version : '0'}`;
  const id = wanted.replaceAll('/', ':');
  // Leaves room for the number of a copy. A name that is no valid id is told by its hash.
  if (isValidId(id) && id.length <= ID_MAX_LENGTH - 8) return id;
  return `package-${createHash('sha256').update(wanted).digest('hex').slice(0, 32)}`;
}
