import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The part of V8's .cpuprofile format that is read here. Times are in microseconds. */
interface CpuProfile {
  readonly nodes: readonly { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** The start of the process, and what is compiled only then, is left out. */
const START_MICROSECONDS = 3_000_000;

/** Says, for each profile in a folder, which functions took the most time of their own. */
export async function describeProfiles(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cpuprofile'));
  const texts = files.map(async (file) => {
    const profile = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as CpuProfile;
    const rows = selfTimes(profile).slice(0, 40);
    return [file, ...rows.map(([name, share]) => `${(share * 100).toFixed(1).padStart(5)} %  ${name}`)].join('\n');
  });
  return (await Promise.all(texts)).join('\n\n');
}

/** The functions by their share of the busy time, the largest first. */
export function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): [name: string, share: number][] {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const file = url.replace(/^.*\/(?=node_modules\/|dist\/)/, '');
      return [id, `${functionName === '' ? '(anonymous)' : functionName} ${file}:${lineNumber + 1}`];
    }),
  );
  const times = new Map<string, number>();
  let elapsed = 0;
  let busy = 0;
  samples.forEach((id, index) => {
    const duration = timeDeltas[index] ?? 0;
    const name = names.get(id) ?? '';
    elapsed += duration;
    if (elapsed < START_MICROSECONDS || name.startsWith('(idle)')) return;
    busy += duration;
    times.set(name, (times.get(name) ?? 0) + duration);
  });
  return [...times].map(([name, time]) => [name, time / busy] as [string, number]).sort((a, b) => b[1] - a[1]);
}
