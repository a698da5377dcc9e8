import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { buildProgram } from '../servers/build-program.js';

/** How a case of h2spec went. */
export interface H2specOutcome {
  /** By which it can be run alone, such as `http2/5.1/3`; right in a report of all cases. */
  readonly number: string;
  readonly went: 'passed' | 'skipped' | 'failed';
}

/** How all cases went, by their sections and titles. */
export type H2specReport = ReadonlyMap<string, H2specOutcome>;

/** How long it waits for what a server should do, in seconds. */
const WAIT_SECONDS = 1;

/** What is run, and against what. */
export interface H2specTarget {
  readonly address: string;
  readonly tls: boolean;
}

/** Runs all cases of h2spec against a server, or only some, by their numbers. */
export async function runH2spec(
  t: ExecutionContext,
  { address, tls }: H2specTarget,
  numbers: readonly string[] = [],
): Promise<H2specReport> {
  const built = await buildProgram('h2spec');
  const report = path.join(await makeTemporaryFolder(t), 'report.xml');
  const [host = '', port = ''] = address.split(':');
  const args = [
    '-h',
    host,
    '-p',
    port,
    '-o',
    String(WAIT_SECONDS),
    '-j',
    report,
    ...(tls ? ['-t', '-k'] : []),
    ...numbers,
  ];
  const output = await new Promise<string>((resolve) => {
    // It fails where any case does; whether it ran is told by its report.
    const child = execFile(path.join(built, 'h2spec'), args, (_error, stdout, stderr) => {
      resolve(stdout + stderr);
    });
    t.teardown(() => child.kill());
  });
  const cases = parseReport(await readFile(report, 'utf8').catch(() => ''));
  if (cases.size === 0) throw new Error(`h2spec gave no report:\n${output}`);
  return cases;
}

/** Reads a report in the form of JUnit, as h2spec writes it. */
export function parseReport(xml: string): H2specReport {
  const report = new Map<string, H2specOutcome>();
  const counts = new Map<string, number>();
  for (const [, section = '', title = '', content = ''] of xml.matchAll(CASE)) {
    const ordinal = (counts.get(section) ?? 0) + 1;
    counts.set(section, ordinal);
    const failed = /<(error|failure)\b/.test(content);
    const went = failed ? 'failed' : content.includes('<skipped') ? 'skipped' : 'passed';
    report.set(`${section}: ${title}`, { number: `${section}/${ordinal}`, went });
  }
  return report;
}

const CASE = /<testcase package="([^"]*)" classname="([^"]*)"[^>]*?(?:\/>|>([^]*?)<\/testcase>)/g;
