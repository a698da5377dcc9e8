import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildCached } from '../toolchain/build-cached.js';
import { GO, JAVA, MAVEN, PYTHON, type Need } from '../toolchain/need.js';
import { runBuf } from './run-buf.js';

/** A language that `gen` holds code of. */
export interface Language {
  /** Its folder in `gen`. */
  readonly name: 'ts' | 'go' | 'python' | 'java';
  /** What must be installed to make it. */
  readonly needs: readonly Need[];
  /** Makes its folder in `gen` within `folder`, from the protos of the project that is the working directory. */
  readonly generate: (folder: string) => Promise<void>;
}

/** The protos that clients speak; the storage format is the service's own. */
const CLIENT_PROTOS = ['--path', 'proto/orgmeta/v1'];

/** Where the pinned tools of a language are declared, beside this file. */
const declared = (name: string) => path.join(import.meta.dirname, name);

/** All languages of `gen`. Each has its tools pinned: those of npm in package.json, the others in the folders beside this file. */
export const LANGUAGES: readonly Language[] = [
  { name: 'ts', needs: [], generate: (folder) => runBuf(['generate', '-o', folder]) },
  { name: 'go', needs: [GO], generate: generateGo },
  { name: 'python', needs: [PYTHON], generate: generatePython },
  { name: 'java', needs: [JAVA, MAVEN], generate: generateJava },
];

async function generateGo(folder: string): Promise<void> {
  const plugins = await buildCached('generate-go', declared('go'), [['go', 'build', '-o', 'built/', 'tool']]);
  await runBuf(['generate', '--template', declared('go/buf.gen.yaml'), ...CLIENT_PROTOS, '-o', folder], plugins);
}

async function generateJava(folder: string): Promise<void> {
  const copy = ['mvn', '--quiet', '--batch-mode', 'dependency:copy', `-Dclassifier=${mavenClassifier()}`] as const;
  const plugins = await buildCached('generate-java', declared('java'), [copy, ['chmod', '-R', '+x', 'built']]);
  await runBuf(['generate', '--template', declared('java/buf.gen.yaml'), ...CLIENT_PROTOS, '-o', folder], plugins);
}

// Not by buf: gRPC's output for Python is built into the protoc of grpcio-tools, and no plugin of its own.
async function generatePython(folder: string): Promise<void> {
  const environment = await buildCached('generate-python', declared('python'), [
    ['python3', '-m', 'venv', 'built'],
    ['built/bin/python', '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', 'requirements.txt'],
  ]);
  const out = path.join(folder, 'gen/python');
  await mkdir(out, { recursive: true });
  const protos = (await readdir('proto/orgmeta/v1')).map((file) => `proto/orgmeta/v1/${file}`);
  const outputs = ['python', 'pyi', 'grpc_python'].map((output) => `--${output}_out=${out}`);
  const protoc = ['-m', 'grpc_tools.protoc', '--proto_path=proto', ...outputs, ...protos.sort()];
  await promisify(execFile)(path.join(environment, 'bin/python'), protoc);
}

/** This machine, as artifacts of Maven name it. */
function mavenClassifier(): string {
  const systems: Partial<Record<NodeJS.Platform, string>> = { darwin: 'osx', win32: 'windows' };
  const processors: Partial<Record<NodeJS.Architecture, string>> = { x64: 'x86_64', arm64: 'aarch_64' };
  return `${systems[process.platform] ?? process.platform}-${processors[process.arch] ?? process.arch}`;
}
