import { randomUUID } from 'node:crypto';
import { paste } from '../grpcurl.js';
import type { RunningService } from '../service.js';
import type { Block } from './read-blocks.js';

/** What a block printed, to stdout and stderr, and the exit code of its last command. */
export interface Pasted {
  readonly code: number;
  readonly output: string;
}

/**
 * Pastes blocks into one terminal, one after the other, so that what one sets the next ones have. What stands for a key in
 * them (`om_sk_…`, `om_pk_…`) becomes the one that the service printed, and the default address that of the service.
 */
export function pasteBlocks(grpcurl: string, blocks: readonly Block[], service: RunningService): Pasted[] {
  const end = randomUUID();
  const key = (prefix: string) => new RegExp(`${prefix}\\w+`).exec(service.output())?.[0] ?? 'no key was printed';
  const script = blocks
    .map(({ commands }) => `${commands}\necho "${end} $?"\n`)
    .join('')
    .replaceAll('om_sk_…', key('om_sk_'))
    .replaceAll('om_pk_…', key('om_pk_'))
    .replaceAll('127.0.0.1:50051', service.address);
  const { output } = paste(grpcurl, `exec 2>&1\n${script}`);
  const outputs = output.split(new RegExp(`${end} (\\d+)\n`));
  return blocks.map((_, index) => ({ output: outputs[2 * index] ?? '', code: Number(outputs[2 * index + 1] ?? -1) }));
}
