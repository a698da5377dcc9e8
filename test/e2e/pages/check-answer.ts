import type { ExecutionContext } from 'ava';
import type { Pasted } from './paste-blocks.js';
import type { Block } from './read-blocks.js';

/**
 * Checks what a block printed against the answer on the page, or, where there is none, that it printed no error. JSON is
 * compared as JSON: every member must be there, and no other. Text is compared word by word, however it is indented.
 */
export function checkAnswer(t: ExecutionContext, page: string, { line, answer }: Block, pasted: Pasted): void {
  const where = `${page}:${line} printed ${pasted.output}`;
  const refused = answer?.language === 'text' && answer.text.startsWith('ERROR:');
  if (refused) t.not(pasted.code, 0, where);
  else t.is(pasted.code, 0, where);
  if (answer === undefined) return;
  if (answer.language === 'text') {
    t.regex(pasted.output.trim().replaceAll(/\s+/g, ' '), toPattern(answer.text.trim().replaceAll(/\s+/g, ' ')), where);
    return;
  }
  const expected: unknown = JSON.parse(answer.text);
  t.deepEqual(fillIn(parse(pasted.output), expected), expected, where);
}

/** What is no JSON stays the text that it is, which equals no answer. */
function parse(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return output;
  }
}

/** Gives what was printed, with `…` where the page has it instead of something of the same kind. */
function fillIn(printed: unknown, expected: unknown): unknown {
  if (typeof printed === 'string' && typeof expected === 'string') {
    return toPattern(expected).test(printed) ? expected : printed;
  }
  if (Array.isArray(printed) && Array.isArray(expected)) {
    return printed.map((element, index) => fillIn(element, expected[index]));
  }
  if (!isObject(printed) || !isObject(expected)) return printed;
  return Object.fromEntries(Object.entries(printed).map(([key, value]) => [key, fillIn(value, expected[key])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `…` stands for one letter or more, but for no quotation mark, so that it ends where its string ends. */
function toPattern(text: string): RegExp {
  const parts = text.split('…').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^"]+')}$`);
}
