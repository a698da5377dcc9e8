import type { JsonObject } from '../../src/domain/json.js';
import type { Language } from './languages.js';

/**
 * Adds sentences in the language to a document, as its member `history`, until its compact JSON is exactly `bytes`
 * long in UTF-8.
 *
 * @throws RangeError if the document is too long for that already.
 */
export function fillDocument(document: JsonObject, bytes: number, { faker }: Language): JsonObject {
  const history: string[] = [];
  const filled = { ...document, history };
  const missing = () => bytes - Buffer.byteLength(JSON.stringify(filled));
  // An entry costs its own bytes, two quotes and a comma: 8 are kept for the last one, of dots.
  while (missing() > 8) {
    history.push(faker.lorem.sentence());
    if (missing() < 8) {
      history.pop();
      break;
    }
  }
  history.push('');
  history[history.length - 1] = '.'.repeat(Math.max(0, missing()));
  if (missing() !== 0) throw new RangeError(`the document leaves no room to be filled to ${bytes} bytes`);
  return filled;
}
