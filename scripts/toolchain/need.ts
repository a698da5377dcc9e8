import { spawnSync } from 'node:child_process';

/** A command line: the program, then its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

/** Something that must be installed, with how it is asked whether it is there, and new enough. */
export interface Need {
  readonly what: string;
  readonly ask: CommandLine;
  readonly answer: RegExp;
}

export const GO: Need = { what: 'Go 1.25 or later', ask: ['go', 'version'], answer: /go1\.(2[5-9]|[3-9]\d)/ };
export const JAVA: Need = { what: 'Java 17 or later', ask: ['javac', '-version'], answer: /javac (1[7-9]|[2-9]\d)/ };
export const MAVEN: Need = { what: 'Maven', ask: ['mvn', '--version'], answer: /Apache Maven/ };
/** What has Java start and run short programs in less time: one quick compiler, and no threads for garbage. */
export const SHORT_JAVA: readonly string[] = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

export const PYTHON: Need = {
  what: 'Python 3.10 or later with venv',
  ask: ['python3', '-c', 'import sys, ensurepip, venv; print(sys.version_info >= (3, 10))'],
  answer: /True/,
};

/** What isn't installed here of what is needed, or undefined if everything is. */
export function findMissing(needs: readonly Need[]): string | undefined {
  return needs.find(({ ask: [program, ...args], answer }) => {
    const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    return !answer.test(`${stdout}${stderr}`);
  })?.what;
}
