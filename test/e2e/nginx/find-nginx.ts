import { spawnSync } from 'node:child_process';

/** Where nginx is installed here, or undefined if it isn't. Not everybody has the place of servers among those of programs. */
export function findNginx(): string | undefined {
  const { stdout } = spawnSync('sh', ['-c', 'PATH="$PATH:/usr/sbin:/usr/local/sbin"; command -v nginx'], {
    encoding: 'utf8',
  });
  return stdout.trim() === '' ? undefined : stdout.trim();
}
