import path from 'node:path';
import type { Need } from '../../../scripts/toolchain/need.js';
import { getGrpcurl } from '../../e2e/grpcurl.js';
import type { ClientLanguage } from '../client-language.js';

const GRPCURL: Need = {
  what: 'grpcurl, or Go to build it,',
  ask: ['bash', '-c', 'PATH="$PATH:.cache/bin:$HOME/go/bin"; command -v grpcurl || go version'],
  answer: /grpcurl|go1\./,
};

/** No client of ours, but what reads the service without one: grpcurl and buf curl, in a shell. */
export const shell: ClientLanguage = {
  name: 'a shell with grpcurl and buf curl',
  needs: [GRPCURL],
  runner() {
    const folder = path.dirname(getGrpcurl() ?? '');
    return Promise.resolve([
      'env',
      `PATH=${folder}:${process.env.PATH ?? ''}`,
      'bash',
      'test/clients/shell/run-steps.sh',
    ]);
  },
};
