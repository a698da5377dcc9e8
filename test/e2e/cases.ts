import type { Case } from './case.js';
import { acceptanceCases } from './cases/acceptance.js';
import { argumentCases } from './cases/arguments.js';
import { callerCases } from './cases/callers.js';
import { documentCases } from './cases/documents.js';
import { listCases } from './cases/lists.js';
import { writeCases } from './cases/writes.js';

/** What every deployment of the service does, whatever its store: run over the wire against real processes. */
export const cases: readonly Case[] = [
  ...writeCases,
  ...documentCases,
  ...argumentCases,
  ...callerCases,
  ...listCases,
  ...acceptanceCases,
];
