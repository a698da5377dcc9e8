/**
 * What a document that breaks a rule decodes to, in place of the document. A decoder that threw would end the call as
 * INTERNAL; this is found by the metadata-limit interceptor and answered with INVALID_ARGUMENT.
 */
export class StructFault {
  /** Where in the document, as `billing.plans[2].name`, at most 256 bytes; empty for the document itself. */
  readonly path: string;
  /** What is wrong there, and the way out. */
  readonly problem: string;

  constructor(path: string, problem: string) {
    this.path = path;
    this.problem = problem;
  }
}
