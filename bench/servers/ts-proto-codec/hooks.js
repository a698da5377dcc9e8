// Module hooks: `#struct`, where generated code asks for it, is the adapter; the adapter's own imports are found here.
import { URL } from 'node:url';

const DIST = new URL('../../../dist/', import.meta.url).href;
let redirects;

export function initialize({ struct }) {
  redirects = { 'bench:ts-proto': struct, 'bench:service': `${DIST}src/struct/index.js` };
}

export function resolve(specifier, context, nextResolve) {
  const fromGenerated = context.parentURL?.startsWith(`${DIST}gen/`) ?? false;
  const url =
    specifier === '#struct' && fromGenerated ? new URL('adapter.js', import.meta.url).href : redirects[specifier];
  return url === undefined ? nextResolve(specifier, context) : { url, format: 'module', shortCircuit: true };
}
