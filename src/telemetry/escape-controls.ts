/** What a terminal obeys and doesn't show: control characters, line ends, and characters that reorder or hide others. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Makes a text, on one line, safe to print to a terminal: ESC becomes `\u001b`, a line break `\u000a`. */
export function escapeControls(text: string): string {
  return text.replaceAll(UNSEEN, (unseen) => {
    const code = (unseen.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
    return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
  });
}

/** Does the same to each line of a text; the line breaks stay. */
export function escapeLines(text: string): string {
  return text.split('\n').map(escapeControls).join('\n');
}
