/** The plugin that buf runs for docs: makes `api.md` and `errors.md` of the protos. */
import { createEcmaScriptPlugin, runNodeJs } from '@bufbuild/protoplugin';
import { renderApi } from './render-api.js';
import { renderErrors } from './render-errors.js';

runNodeJs(
  createEcmaScriptPlugin({
    name: 'protoc-gen-orgmeta-docs',
    version: 'v1',
    generateTs: (schema) => {
      const reasons = schema.files.flatMap(({ enums }) => enums).find(({ name }) => name === 'ErrorReason');
      if (reasons === undefined) throw new Error('no file has the enum ErrorReason');
      schema.generateFile('api.md').print(renderApi(schema.files, reasons));
      schema.generateFile('errors.md').print(renderErrors(reasons));
    },
  }),
);
