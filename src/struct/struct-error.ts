import { formatPath } from '../domain/document.js';
import { StructFault } from './struct-fault.js';

/**
 * What both directions of the codec throw at the first thing that breaks a rule. The fault is out of reach of a logger,
 * which prints an error's message and its enumerable properties: its path names keys of somebody's metadata.
 */
export class StructError extends Error {
  readonly #fault: StructFault;

  constructor(path: readonly (string | number)[], problem: string) {
    super(problem);
    this.#fault = new StructFault(formatPath(path), problem);
  }

  get fault(): StructFault {
    return this.#fault;
  }
}
