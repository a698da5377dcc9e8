import test from 'ava';
import type { Command } from 'commander';
import { createProgram } from '../../src/cli/create-program.js';
import { GATEWAY_SETTINGS } from '../../src/cli/gateway-settings.js';
import { describeDefault, type SettingsTable } from '../../src/cli/setting.js';
import { SETTINGS } from '../../src/cli/settings.js';
import { runOrgmeta } from './run-orgmeta.js';

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

for (const [name, table] of Object.entries<SettingsTable>({ serve: SETTINGS, gateway: GATEWAY_SETTINGS })) {
  test(`the help of ${name} lists every setting with its flag, its variable and its default`, (t) => {
    const found = createProgram({}).commands.find((command) => command.name() === name);
    const help = found?.helpInformation().replaceAll(/\s+/g, ' ') ?? '';
    for (const setting of Object.values(table)) {
      t.true(help.includes(`--${setting.flag} ${setting.placeholder} ${setting.description} `));
      t.true(help.includes(`(env: ${setting.variable}, default: ${describeDefault(setting)})`));
    }
  });
}

test('every command has --help and --version', (t) => {
  const commands = allCommands(createProgram({}));
  t.deepEqual(
    commands.map((command) => command.name()),
    ['orgmeta', 'serve', 'gateway', 'keys', 'create', 'list', 'revoke', 'export', 'import'],
  );
  for (const command of commands) {
    t.regex(command.helpInformation(), /-V, --version {2,}Print the version\n {2}-h, --help {2,}Print this help/);
    t.regex(command.version() ?? '', /^\d+\.\d+\.\d+/);
  }
});

for (const { args, code, stdout, stderr } of [
  { args: ['--help'], code: 0, stdout: /^Usage: orgmeta \[options\] \[command\]/, stderr: /^$/ },
  { args: ['keys', 'create', '--version'], code: 0, stdout: /^\d+\.\d+\.\d+\n$/, stderr: /^$/ },
  { args: [], code: 2, stdout: /^$/, stderr: /^Usage: orgmeta/ },
  { args: ['srve'], code: 2, stdout: /^$/, stderr: /unknown command 'srve'\n\(Did you mean serve\?\)/ },
  { args: ['serve', '--adress', ':1'], code: 2, stdout: /^$/, stderr: /'--adress'\n\(Did you mean --address\?\)/ },
  { args: ['serve', 'now'], code: 2, stdout: /^$/, stderr: /too many arguments/ },
]) {
  test(`orgmeta ${args.join(' ')} ends with ${code}`, async (t) => {
    const run = await runOrgmeta(t, args);
    t.is(run.code, code);
    t.regex(run.stdout, stdout);
    t.regex(run.stderr, stderr);
  });
}
