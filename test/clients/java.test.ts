import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';
import { buildJavaClient, type BuiltJavaClient } from '../../scripts/toolchain/build-java-client.js';
import { findMissing, JAVA, MAVEN, SHORT_JAVA } from '../../scripts/toolchain/need.js';
import { readVersion } from '../../scripts/version-places.js';
import { startJavaServices, type JavaServices } from './java/java-services.js';
import { makeOutsideProjects, paste, type OutsideProjects } from './java/outside-projects.js';
import { readCodeBlocks } from './read-code-blocks.js';

const run = promisify(execFile);
const missing = findMissing([JAVA, MAVEN]);

if (missing !== undefined && process.env.CI !== 'true')
  test.skip(`the Java client: can't run: ${missing} is not installed here`, (t) => t.fail());
else declare();

function declare(): void {
  let client: BuiltJavaClient;
  let outside: OutsideProjects | undefined;
  let services: JavaServices | undefined;

  test.serial.before('build the client, and start services', async (t) => {
    t.timeout(300_000, 'a build may come first');
    client = await buildJavaClient();
    outside = await makeOutsideProjects(client.repository);
    services = await startJavaServices();
  });

  test.serial.after.always('end the services, and remove what was made', async () => {
    await services?.stop();
    await outside?.remove();
  });

  /** Runs a line of a README with the keys and the address of the service in the place of those that it shows. */
  const pasteWithKeys = (folder: string, line: string) => {
    const { backend, frontend, address } = services ?? { backend: '', frontend: '', address: '' };
    const filled = line.replaceAll('om_sk_…', backend).replaceAll('om_pk_…', frontend);
    return paste(folder, filled, { ORGMETA_ADDRESS: address, MAVEN_OPTS: SHORT_JAVA.join(' ') });
  };

  test.serial("the client's own tests pass against the real service, and none is skipped", async (t) => {
    const reports = path.join(client.project, 'target/surefire-reports');
    await rm(reports, { recursive: true, force: true });
    const java = SHORT_JAVA.join(' ');
    const env = { ...process.env, MAVEN_OPTS: java, ...services?.env };
    await run('mvn', ['--quiet', '--batch-mode', `-DargLine=${java}`, 'surefire:test'], { cwd: client.project, env });
    const names = (await readdir(reports)).filter((file) => file.endsWith('.xml'));
    const suites = await Promise.all(names.map((name) => readFile(path.join(reports, name), 'utf8')));
    const count = (what: string) =>
      suites.reduce((sum, xml) => sum + Number(new RegExp(` ${what}="(\\d+)"`).exec(xml)?.[1]), 0);
    t.true(count('tests') >= 30, `${count('tests')} tests ran`);
    t.is(count('skipped'), 0);
  });

  test.serial('the README’s program runs in an empty folder with nothing but the published client', async (t) => {
    const block = async (language: string) => (await readCodeBlocks('clients/java/README.md', language))[0] ?? '';
    const [program, pom, command] = [await block('java'), await block('xml'), await block('sh')];
    const folder = (await outside?.makeFolder('readme')) ?? '';
    await mkdir(path.join(folder, 'src/main/java'), { recursive: true });
    await writeFile(path.join(folder, 'pom.xml'), pom);
    const here = program.replace('127.0.0.1:50051', services?.address ?? '');
    await writeFile(path.join(folder, 'src/main/java/Main.java'), here);
    t.is(await pasteWithKeys(folder, command), 'The plan is pro\n');
  });

  test.serial('the examples run by the commands of their README, and print what it shows', async (t) => {
    const [, commands = ''] = await readCodeBlocks('examples/java/README.md', 'sh');
    const [printed = ''] = await readCodeBlocks('examples/java/README.md', 'text');
    const folder = (await outside?.makeFolder('examples')) ?? '';
    await cp('examples/java', folder, { recursive: true, filter: (file) => path.basename(file) !== 'target' });
    t.is(await pasteWithKeys(folder, commands), printed);
  });

  test('what is published is what Maven Central asks for, and the jar holds the client and nothing else', async (t) => {
    const version = await readVersion();
    const folder = path.join(client.repository, 'io/github/orgmeta/orgmeta-client', version);
    const published = (await readdir(folder)).filter((file) => /\.(jar|pom)$/.test(file)).sort();
    const jars = ['-javadoc.jar', '-sources.jar', '.jar', '.pom'].map((end) => `orgmeta-client-${version}${end}`);
    t.deepEqual(published, jars);
    const pom = await readFile(path.join(folder, `orgmeta-client-${version}.pom`), 'utf8');
    for (const element of ['name', 'description', 'url', 'licenses', 'developers', 'scm'])
      t.regex(pom, new RegExp(`<${element}>`));
    const list = async (end: string) =>
      (await run('jar', ['tf', path.join(folder, `orgmeta-client-${version}${end}`)], { maxBuffer: 1 << 24 })).stdout
        .split('\n')
        .filter((entry) => entry !== '' && !entry.endsWith('/'));
    const entries = await list('.jar');
    const expected =
      /^META-INF\/(MANIFEST\.MF|LICENSE|maven\/.*)$|^io\/github\/orgmeta\/([^/]+\.class|v1\/[^/]+\.class|service-config\.json)$/;
    t.deepEqual(
      entries.filter((entry) => !expected.test(entry)),
      [],
    );
    for (const name of [
      'META-INF/LICENSE',
      'io/github/orgmeta/OrgmetaClient.class',
      'io/github/orgmeta/service-config.json',
    ])
      t.true(entries.includes(name), name);
    t.true((await list('-sources.jar')).includes('io/github/orgmeta/v1/BackendMetadataGrpc.java'));
    t.true((await list('-javadoc.jar')).some((entry) => entry.endsWith('io/github/orgmeta/OrgmetaClient.html')));
    t.is(await readFile('clients/java/LICENSE', 'utf8'), await readFile('LICENSE', 'utf8'));
  });

  test('every Java file that is ours is formatted as google-java-format has it', async (t) => {
    const folders = ['clients/java/src', 'examples/java', 'bench/clients/java'];
    const files = await Promise.all(
      folders.map(async (folder) =>
        (await readdir(folder, { recursive: true })).map((file) => path.join(folder, file)),
      ),
    );
    const sources = files.flat().filter((file) => file.endsWith('.java'));
    t.true(sources.length > 30);
    const { stdout } = await run('java', [...SHORT_JAVA, '-jar', client.formatter, '--dry-run', ...sources]);
    t.is(stdout, '', 'format these with google-java-format 1.28.0');
  });
}
