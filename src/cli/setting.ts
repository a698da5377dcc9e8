/** One thing that can be set, by a flag or in the environment. */
export interface Setting<T> {
  /** The variable of the environment. */
  readonly variable: string;
  /** The flag, without its dashes. */
  readonly flag: string;
  /** Stands for the value in the help. Put in brackets, the flag may stand alone, which means `true`. */
  readonly placeholder: string;
  /** Reads a value; undefined for one that is wrong. */
  readonly parse: (text: string) => T | undefined;
  /** What `parse` takes: ends "is wrong: it must be". May depend on the text that is wrong, of which it gives nothing away. */
  readonly expected: string | ((text: string) => string);
  /** What is read where nothing is set, as one would write it. Undefined where `defaultText` says what happens then. */
  readonly default: string | undefined;
  /** Says in words what the default is, where it is no fixed value. */
  readonly defaultText?: string;
  /** What it does: a sentence without its full stop. */
  readonly description: string;
  /** Names the settings that can't be used without this one. */
  readonly neededBy?: readonly string[];
  /** Keeps the value out of every message. */
  readonly secret?: true;
  /** Refuses a variable that is empty, which otherwise counts as not set: the service would be less secure than it was meant to be. */
  readonly neverEmpty?: true;
}

/** Settings by the name that the code knows them by, which is the flag's in camel case. */
export type SettingsTable = Readonly<Record<string, Setting<unknown>>>;

/** What a table of settings is read to: undefined only where nothing is set and there is no fixed default. */
export type ValuesOf<Table extends SettingsTable> = {
  readonly [Name in keyof Table]:
    | (Table[Name] extends Setting<infer T> ? T : never)
    | (Table[Name] extends { readonly default: undefined } ? undefined : never);
};

/** Says what the default of a setting is. */
export function describeDefault(setting: Setting<unknown>): string {
  return setting.defaultText ?? setting.default ?? 'none';
}
