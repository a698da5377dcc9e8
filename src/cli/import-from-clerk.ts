import { createAskClerk, ClerkRefusal } from '../transfer/clerk/ask-clerk.js';
import type { ClerkSource } from '../transfer/clerk/clerk-source.js';
import { copyFromClerk, type ClerkResult } from '../transfer/clerk/copy-from-clerk.js';
import { CliError } from './cli-error.js';
import { describeStore } from './describe-store.js';
import { isLoopbackHost } from './is-loopback.js';
import { Progress } from './progress.js';
import { reportFailure } from './report-failure.js';
import { LineReport } from './report-lines.js';
import { openResumeFile } from './resume-file.js';
import { listenForStop } from './stop-signal.js';
import { useStore, type StoreChoice } from './use-store.js';

export interface ClerkFlags {
  readonly dryRun?: true;
  readonly overwrite?: true;
  readonly resumeFile?: string;
}

/**
 * Copies the organizations of a Clerk instance into a store, with their pending invitations and memberships.
 *
 * @throws CliError if it can't be done
 */
export async function importFromClerk(choice: StoreChoice, flags: ClerkFlags, env: NodeJS.ProcessEnv): Promise<void> {
  const dryRun = flags.dryRun === true;
  if (dryRun && flags.resumeFile !== undefined) {
    throw new CliError(2, '--dry-run copies nothing to go on from; leave --resume-file out');
  }
  const source = await openSource(env);
  const resume = await openResumeFile(flags.resumeFile, describeStore(choice));
  const stop = new AbortController();
  void listenForStop().then(() => {
    stop.abort();
  });
  const { signal } = stop;
  let share = 0;
  const progress = new Progress(process.stderr, dryRun ? 'looked at' : 'copied', () => share);
  const report = new LineReport();
  try {
    const result = await useStore(choice, { onDamage: () => undefined, mustExist: dryRun, signal }, (store) =>
      copyFromClerk(source, store, {
        ask: createAskClerk({ signal }),
        signal,
        start: resume.start,
        overwrite: flags.overwrite === true,
        dryRun,
        onNote: (note) => {
          report.add(note);
        },
        onRecord: () => {
          progress.add(1);
        },
        onOrganization: (copied, total) => {
          share = total === 0 ? 1 : copied / total;
        },
        onCheckpoint: (copied) => resume.note(copied),
      }),
    );
    await resume.finish();
    progress.stop();
    report.end();
    process.stderr.write(`orgmeta: ${describe(result, dryRun)} (${describeStore(choice)})\n`);
    if (result.kept + result.refused + result.leftOut + result.incomplete > 0) process.exitCode = 1;
  } catch (error) {
    progress.stop();
    report.end();
    // What Clerk was asked for can't be called off, and would hold the process up.
    if (signal.aborted) process.exit(reportFailure(new CliError(1, 'interrupted; run it again to go on')));
    throw error instanceof ClerkRefusal ? new CliError(1, error.message, { cause: error }) : error;
  }
}

async function openSource(env: NodeJS.ProcessEnv): Promise<ClerkSource> {
  const { CLERK_SECRET_KEY: secretKey = '', CLERK_API_URL: apiUrl = '' } = env;
  if (secretKey === '')
    throw new CliError(2, 'CLERK_SECRET_KEY is missing: it must be the secret key of a Clerk instance');
  if (apiUrl !== '' && !isSecure(apiUrl)) throw new CliError(2, 'CLERK_API_URL is wrong: it must be an https:// URL');
  const { openClerk } = await import('../transfer/clerk/open-clerk.js').catch(explainMissing);
  return openClerk({ secretKey, apiUrl: apiUrl === '' ? undefined : apiUrl });
}

/** The key is sent there. */
function isSecure(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

function explainMissing(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ERR_MODULE_NOT_FOUND' || !message.includes('@clerk/backend')) throw error;
  const remedy = 'it comes with "npm install --no-save @clerk/backend@3"';
  throw new CliError(1, `--from-clerk needs the package @clerk/backend; ${remedy}`, { cause: error });
}

function describe({ read, ...became }: ClerkResult, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  return [
    `of ${read.organization} organizations, ${read.invitation} invitations and ${read.membership} memberships at Clerk, ` +
      `${became.written} ${would}written`,
    `${became.replaced} ${would}replaced`,
    `${became.unchanged} there already`,
    `${became.kept} kept that differ${became.kept > 0 ? ' (--overwrite replaces them)' : ''}`,
    `${became.refused} passed over`,
    ...(became.leftOut > 0 ? [`private metadata of ${became.leftOut} invitations left out`] : []),
    ...(became.incomplete > 0 ? [`${became.incomplete} lists incomplete`] : []),
  ].join(', ');
}
