import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where each client keeps its copy of clients/service-config.json, since a package holds only what lies in its folder. */
export const SERVICE_CONFIG_COPIES = [
  'clients/go/service_config.json',
  'clients/python/src/orgmeta/service_config.json',
  'clients/java/src/main/resources/io/github/orgmeta/service-config.json',
  'clients/typescript/src/service-config.ts',
] as const;

/** Writes the copies of the service config within `folder`. */
export async function copyServiceConfig(folder: string): Promise<void> {
  const json = await readFile('clients/service-config.json', 'utf8');
  for (const copy of SERVICE_CONFIG_COPIES) {
    const file = path.join(folder, copy);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, copy.endsWith('.ts') ? asModule(json) : json);
  }
}

function asModule(json: string): string {
  const compact = JSON.stringify(JSON.parse(json));
  return `/** What is repeated, and how: clients/service-config.json, copied by \`npm run generate\`. */\n// prettier-ignore\nexport const SERVICE_CONFIG = '${compact}';\n`;
}
