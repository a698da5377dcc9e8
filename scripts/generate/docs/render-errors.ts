import type { DescEnum } from '@bufbuild/protobuf';
import { cutSentence, readComment } from './read-comment.js';

/** The reasons as they are on the wire, by the order of their numbers; without the one that is never sent. */
export function listReasons(reasons: DescEnum): string[] {
  return reasons.values.filter(({ number }) => number !== 0).map(({ localName }) => localName);
}

/** Renders the page of all reasons: a table, then a section for each. */
export function renderErrors(reasons: DescEnum): string {
  const rows: string[] = [];
  const sections: string[] = [];
  for (const value of reasons.values.filter(({ number }) => number !== 0)) {
    const reason = value.localName;
    const { text, labelled, code } = readComment(value, ['Code', 'Metadata', 'Remedy']);
    if (code === undefined) throw new Error(`the comment of ${value.name} has no example`);
    const example = JSON.stringify(checkExample(reason, JSON.parse(code)), null, 2);
    const [status = ''] = /^[A-Z_]+/.exec(labelled.Code ?? '') ?? [];
    const cells = [`[${reason}](#${reason.toLowerCase()})`, status, labelled.Metadata ?? '', cutSentence(text)[0]];
    rows.push(`| ${cells.map((cell) => cell.replace(/\.$/, '')).join(' | ')} |`);
    sections.push(
      `## ${reason}\n\n${text}\n`,
      ...['Code', 'Metadata', 'Remedy'].map((label) => `- **${label}**: ${labelled[label] ?? ''}`),
      `\n\`\`\`json\n${example}\n\`\`\`\n`,
    );
  }
  return [
    '# Errors\n',
    `<!-- Made of ${reasons.file.name}.proto by \`npm run generate\`. Edit that. -->\n`,
    `${readComment(reasons).text}\n`,
    'grpcurl shows these details in words, and each client package gives them as fields of its error.\n',
    '| reason | code | metadata | when |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    ...sections,
  ].join('\n');
}

/** Gives the example of a reason if it is one. */
function checkExample(reason: string, example: unknown): unknown {
  const { domain, reason: named } = example as { domain?: unknown; reason?: unknown };
  if (domain !== 'orgmeta' || named !== reason) throw new Error(`the example of ${reason} is not one`);
  return example;
}
