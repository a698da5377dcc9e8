import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildCached } from './build-cached.js';
import type { CommandLine } from './need.js';

/** The Java client, built and packed. */
export interface BuiltJavaClient {
  /** Its Maven project, with the classes of its tests. */
  readonly project: string;
  /** A Maven repository that holds it alone, as it would be published. */
  readonly repository: string;
  /** The classes of the client and of all that it needs at run time. */
  readonly classpath: string;
  /** The same with its tests, the scenario program among them. */
  readonly testClasspath: string;
  /** The jar of the formatter, to be run by `java -jar`. */
  readonly formatter: string;
}

const FORMATTER = 'com.google.googlejavaformat:google-java-format:1.28.0:jar:all-deps';
const DEPENDENCY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.11.0';

/** Builds the client of clients/java with the generated code of gen/java, unless that is done already. */
export async function buildJavaClient(): Promise<BuiltJavaClient> {
  const sources = await mkdtemp(path.join(tmpdir(), 'orgmeta-java-client-'));
  try {
    const inside = path.join(sources, 'built');
    const kept = (file: string) => path.basename(file) !== 'target';
    await cp('clients/java', path.join(inside, 'clients/java'), { recursive: true, filter: kept });
    await cp('gen/java', path.join(inside, 'gen/java'), { recursive: true });
    return await describe(await buildCached('client-java', sources, COMMANDS));
  } finally {
    await rm(sources, { recursive: true, force: true });
  }
}

const MAVEN_RUN = ['mvn', '--quiet', '--batch-mode', '--file', 'built/clients/java/pom.xml'] as const;

/** All but the formatter, which is no part of the project, in one run of Maven. */
const COMMANDS: readonly CommandLine[] = [
  [
    ...MAVEN_RUN,
    'deploy',
    `${DEPENDENCY_PLUGIN}:build-classpath`,
    '-DskipTests',
    '-DaltDeploymentRepository=built::file:built/repository',
    '-Dmaven.install.skip=true',
    '-Dmdep.outputFile=dependencies.txt',
    '-Dmdep.includeScope=runtime',
  ],
  [...MAVEN_RUN, `${DEPENDENCY_PLUGIN}:copy`, `-Dartifact=${FORMATTER}`, '-DoutputDirectory=../../formatter'],
];

async function describe(built: string): Promise<BuiltJavaClient> {
  const project = path.join(built, 'clients/java');
  const dependencies = await readFile(path.join(project, 'dependencies.txt'), 'utf8');
  const classpath = [path.join(project, 'target/classes'), dependencies.trim()].join(path.delimiter);
  return {
    project,
    repository: path.join(built, 'repository'),
    classpath,
    testClasspath: [path.join(project, 'target/test-classes'), classpath].join(path.delimiter),
    formatter: path.join(built, 'formatter/google-java-format-1.28.0-all-deps.jar'),
  };
}
