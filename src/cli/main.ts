#!/usr/bin/env node
import { createProgram } from './create-program.js';
import { reportFailure } from './report-failure.js';

try {
  await createProgram(process.env).parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportFailure(error);
}
