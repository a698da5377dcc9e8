import { ScalarType, type DescField, type DescMessage } from '@bufbuild/protobuf';
import { linkWithin, type Links } from './links.js';
import { readComment } from './read-comment.js';

/** Types of protobuf's own, and where they are described. */
const WELL_KNOWN: Readonly<Record<string, string>> = {
  'google.protobuf.Struct': 'https://protobuf.dev/reference/protobuf/google.protobuf/#struct',
  'google.protobuf.Timestamp': 'https://protobuf.dev/reference/protobuf/google.protobuf/#timestamp',
};

/** Renders a message under a heading of the given level: its comment, then a line for each field. */
export function renderMessage(message: DescMessage, level: string, links: Links): string {
  const fields = message.fields.map((field) => {
    const { text } = readComment(field);
    return `- \`${field.name}\` (${describeType(field, links)}): ${linkWithin(text, links)}`;
  });
  const list = fields.length === 0 ? 'It has no fields.' : fields.join('\n');
  return `${level} ${message.name}\n\n${linkWithin(readComment(message).text, links)}\n\n${list}\n`;
}

function describeType(field: DescField, links: Links): string {
  if (field.fieldKind === 'map') throw new Error(`${field.toString()}: maps have no words here yet`);
  const type = field.message ?? field.enum;
  const repeated = field.fieldKind === 'list' ? 'repeated ' : '';
  if (type === undefined) return `${repeated}${ScalarType[field.scalar ?? 0]?.toLowerCase() ?? ''}`;
  const address = WELL_KNOWN[type.typeName];
  const link = address === undefined ? links.get(type.name) : `[${type.name}](${address})`;
  if (link === undefined) throw new Error(`${field.toString()}: its type is described nowhere`);
  return `${repeated}${link}`;
}
