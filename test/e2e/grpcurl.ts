import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { ExecutionContext } from 'ava';

const PLACES = [path.resolve('.cache/bin/grpcurl'), path.join(homedir(), 'go/bin/grpcurl')];

/** Where grpcurl is, or undefined. */
function findGrpcurl(): string | undefined {
  const onPath = spawnSync('which', ['grpcurl'], { encoding: 'utf8' });
  return onPath.status === 0 ? onPath.stdout.trim() : PLACES.find((place) => existsSync(place));
}

/** Builds grpcurl where Go is and grpcurl is not, and gives its path; or undefined where there is neither. */
export function getGrpcurl(): string | undefined {
  const found = findGrpcurl();
  if (found !== undefined || spawnSync('go', ['version']).status !== 0) return found;
  const bin = path.dirname(PLACES[0] ?? '');
  execFileSync('go', ['install', 'github.com/fullstorydev/grpcurl/cmd/grpcurl@v1.9.4'], {
    env: { ...process.env, GOBIN: bin },
    stdio: 'ignore',
  });
  return path.join(bin, 'grpcurl');
}

/**
 * Gives grpcurl to a test.
 *
 * @returns its path; or undefined, with the reason in the log of the test, where it can't be had. With `CI=true` that
 *   fails the test.
 */
export function needGrpcurl(t: ExecutionContext): string | undefined {
  const grpcurl = getGrpcurl();
  if (grpcurl !== undefined) return grpcurl;
  const reason = 'skipped: neither grpcurl nor Go to build it is installed';
  if (process.env.CI === 'true') t.fail(reason);
  t.log(reason);
  t.pass();
  return undefined;
}

/** Runs a command line in a shell, as a person pastes it, with grpcurl on the path. */
export function paste(grpcurl: string, line: string): { code: number | null; output: string } {
  const env = { ...process.env, PATH: `${path.dirname(grpcurl)}:${process.env.PATH ?? ''}` };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8', env });
  return { code: status, output: stdout + stderr };
}
