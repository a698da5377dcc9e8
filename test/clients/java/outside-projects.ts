import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A place for Maven projects of people who use the client: nothing of this project is near. */
export interface OutsideProjects {
  /** Makes an empty folder, in which Maven finds the client where it was published. */
  makeFolder(name: string): Promise<string>;
  remove(): Promise<void>;
}

/**
 * Makes such a place, with a local repository of its own. What others have published is taken from the local repository of
 * the user where it is there, and downloaded where it is not.
 *
 * @param published the Maven repository that the client was published to
 */
export async function makeOutsideProjects(published: string): Promise<OutsideProjects> {
  const place = await mkdtemp(path.join(tmpdir(), 'orgmeta-outside-'));
  const settings = path.join(place, 'settings.xml');
  await writeFile(settings, settingsWith({ published, downloaded: path.join(homedir(), '.m2/repository') }));
  return {
    async makeFolder(name) {
      const folder = path.join(place, name);
      await mkdir(path.join(folder, '.mvn'), { recursive: true });
      // What command lines of people have in their own settings.
      const options = [`--settings=${settings}`, `-Dmaven.repo.local=${path.join(place, 'repository')}`];
      await writeFile(path.join(folder, '.mvn/maven.config'), options.join('\n'));
      return folder;
    },
    remove: () => rm(place, { recursive: true, force: true }),
  };
}

/** Runs a line of a README in a folder, as it is pasted into a shell, and gives what it printed to stdout. */
export async function paste(folder: string, line: string, env: Readonly<Record<string, string>>): Promise<string> {
  const options = { cwd: folder, env: { ...process.env, ...env }, timeout: 110_000 };
  const { stdout } = await promisify(execFile)('bash', ['-c', line], options);
  // Maven colours even what it does not print.
  // eslint-disable-next-line no-control-regex
  return stdout.replaceAll(/\u001b\[\d*m/g, '');
}

function settingsWith(repositories: Readonly<Record<string, string>>): string {
  const list = (element: string) =>
    Object.entries(repositories)
      .map(([id, folder]) => `<${element}><id>${id}</id><url>${pathToFileURL(folder).href}</url></${element}>`)
      .join('');
  return `<settings>
  <profiles>
    <profile>
      <id>outside</id>
      <repositories>${list('repository')}</repositories>
      <pluginRepositories>${list('pluginRepository')}</pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>outside</activeProfile></activeProfiles>
</settings>
`;
}
