import type { CommandLine, Need } from '../../scripts/toolchain/need.js';

/** A client of one language, as the scenario runs it. */
export interface ClientLanguage {
  /** As people say it. */
  readonly name: string;
  /** What must be installed to build and run it. */
  readonly needs: readonly Need[];
  /** Builds its scenario program, unless it is built already, and gives the command that starts it: see clients/README.md. */
  runner(): Promise<CommandLine>;
  /**
   * Why it can't do a step, for those that aren't whole clients.
   *
   * @param call as the step names it.
   */
  readonly skips?: (call: string) => string | undefined;
}
