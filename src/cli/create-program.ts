import { Command } from 'commander';
import { escapeLines } from '../telemetry/escape-controls.js';
import { addExportCommand } from './export.js';
import { findPackage } from './find-package.js';
import { addGatewayCommand } from './gateway.js';
import { addImportCommand } from './import.js';
import { addKeysCommand } from './keys.js';
import { addServeCommand } from './serve.js';

/** Makes the command `orgmeta` with all its commands. Nothing is read and nothing runs before it is given arguments. */
export function createProgram(env: NodeJS.ProcessEnv): Command {
  const program = new Command('orgmeta')
    .description('A gRPC service for organization metadata.')
    // Inherited by the commands below: a wrong call is thrown, and ends with 2.
    .exitOverride()
    // What is wrong about a call is told with the words of the call.
    .configureOutput({ writeErr: (text) => process.stderr.write(escapeLines(text)) })
    .showHelpAfterError('(--help tells what can be given)');
  addServeCommand(program, env);
  addGatewayCommand(program, env);
  addKeysCommand(program, env);
  addExportCommand(program, env);
  addImportCommand(program, env);
  addVersion(program, findPackage().version);
  return program;
}

function addVersion(command: Command, version: string): void {
  command.version(version, '-V, --version', 'Print the version');
  command.helpOption('-h, --help', 'Print this help');
  if (command.commands.length > 0) command.helpCommand('help [command]', 'Print the help of a command');
  for (const child of command.commands) addVersion(child, version);
}
