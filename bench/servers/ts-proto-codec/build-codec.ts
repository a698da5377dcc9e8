import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { ROOT, type Workspace } from '../../workspace.js';

/**
 * Generates and compiles ts-proto's own codec of google.protobuf.Struct.
 *
 * @returns the arguments and the environment with which Node runs the service on that codec.
 */
export async function buildTsProtoCodec(
  workspace: Workspace,
): Promise<{ nodeArguments: string[]; env: Record<string, string> }> {
  const out = path.join(workspace.folder, 'ts-proto');
  const plugin = {
    local: './node_modules/.bin/protoc-gen-ts_proto',
    out,
    opt: ['esModuleInterop=true', 'importSuffix=.js', 'env=node', 'oneof=unions-value', 'outputJsonMethods=false'],
  };
  const template = JSON.stringify({ version: 'v2', plugins: [plugin] });
  const args = ['generate', '--template', template, '--include-imports', '--include-wkt'];
  await promisify(execFile)(path.join(ROOT, 'node_modules/.bin/buf'), args, { cwd: ROOT });

  const source = await readFile(path.join(out, 'google/protobuf/struct.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  const struct = path.join(out, 'google/protobuf/struct.js');
  await writeFile(struct, outputText);
  const register = path.join(ROOT, 'bench/servers/ts-proto-codec/register.js');
  return { nodeArguments: ['--import', register], env: { BENCH_TS_PROTO_STRUCT: struct } };
}
