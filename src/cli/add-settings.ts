import { Option, type Command } from 'commander';
import { describeDefault, type SettingsTable } from './setting.js';

/** Gives a command a flag for each setting of a table. The help names the variable and the default beside it. */
export function addSettings(command: Command, table: SettingsTable): Command {
  for (const [name, setting] of Object.entries(table)) {
    const description = `${setting.description} (env: ${setting.variable}, default: ${describeDefault(setting)})`;
    const option = new Option(`--${setting.flag} ${setting.placeholder}`, description);
    if (option.attributeName() !== name)
      throw new Error(`the flag of the setting ${name} must be its name in kebab case`);
    command.addOption(option);
  }
  return command;
}
