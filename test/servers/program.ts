import path from 'node:path';
import { GO, JAVA, MAVEN, SHORT_JAVA, type CommandLine, type Need } from '../../scripts/toolchain/need.js';

/** A program of third parties, and how it is built. */
export interface Program {
  /** What must be installed to build and run it. */
  readonly needs: readonly Need[];
  /** Builds it from the working directory, which is a copy of its sources, into the folder `built` in there. */
  readonly build: readonly CommandLine[];
}

/** A program that is a server, and how it is started. */
export interface ServerProgram extends Program {
  /** Starts what was built: prints `port N` once it listens, and ends when its stdin does. */
  readonly start: (built: string) => CommandLine;
}

/** By name, which is also the name of the folder beside this file that holds its sources. */
export const SERVER_PROGRAMS = {
  ferretdb: {
    needs: [GO],
    build: [['go', 'build', '-o', 'built/ferretdb', '.']],
    start: (built) => [path.join(built, 'ferretdb')],
  },
  'mongo-java-server': {
    needs: [JAVA, MAVEN],
    build: [['mvn', '--quiet', '--batch-mode', '--no-transfer-progress', 'package']],
    start: (built) => ['java', ...SHORT_JAVA, '-cp', path.join(built, '*'), 'Launcher'],
  },
  toxiproxy: {
    needs: [GO],
    build: [['go', 'build', '-o', 'built/toxiproxy', '.']],
    start: (built) => [path.join(built, 'toxiproxy')],
  },
} satisfies Record<string, ServerProgram>;

/** Programs that are no servers, likewise. */
const TOOL_PROGRAMS = {
  h2spec: {
    needs: [GO],
    build: [['go', 'build', '-o', 'built/h2spec', 'github.com/summerwind/h2spec/cmd/h2spec']],
  },
} satisfies Record<string, Program>;

/** All that tests run of third parties. */
export const PROGRAMS = { ...SERVER_PROGRAMS, ...TOOL_PROGRAMS };

export type ProgramName = keyof typeof PROGRAMS;

export type ServerName = keyof typeof SERVER_PROGRAMS;

/** Those that speak MongoDB's wire protocol. */
export type MongoServerName = Exclude<ServerName, 'toxiproxy'>;
