// Module hooks: in place of dataloader, which gathers reads, comes the loader that doesn't.
import { URL } from 'node:url';

const LOADER = new URL('loader.js', import.meta.url).href;

export function resolve(specifier, context, nextResolve) {
  if (specifier !== 'dataloader') return nextResolve(specifier, context);
  return { url: LOADER, format: 'module', shortCircuit: true };
}
