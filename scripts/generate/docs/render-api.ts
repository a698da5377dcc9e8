import type { DescEnum, DescFile, DescMessage, DescMethod, DescService } from '@bufbuild/protobuf';
import { linkTo, linkWithin, type Links } from './links.js';
import { cutSentence, readComment } from './read-comment.js';
import { renderMessage } from './render-message.js';

/** Renders the page of all services, each rpc with its request and answer, and of the messages that these hold. */
export function renderApi(files: readonly DescFile[], reasons: DescEnum): string {
  const services = files.flatMap((file) => file.services);
  const methods = services.flatMap((service) => service.methods);
  const ofMethods = new Set(methods.flatMap(({ input, output }) => [input, output]));
  const shared = files.flatMap((file) => file.messages).filter((message) => !ofMethods.has(message));
  const links: Links = linkTo({ methods, messages: [...ofMethods, ...shared], reasons });
  return [
    '# The API\n',
    `<!-- Made of proto/ by \`npm run generate\`. Edit the protos. -->\n`,
    `Package \`${services[0]?.file.proto.package ?? ''}\`. In JSON, as grpcurl takes and gives it, a field may be written as here or in lowerCamelCase,`,
    'and answers have the latter. A field that is left out has its default: empty, 0 or false. What the words mean, with calls to try, is in [semantics.md](semantics.md);',
    'every reason for a refusal is in [errors.md](errors.md).\n',
    ...services.map(renderContents),
    '- [Messages](#messages)',
    ...shared.map(({ name }) => `  - ${links.get(name) ?? name}`),
    '',
    ...services.map((service) => renderService(service, links)),
    '## Messages\n',
    ...shared.map((message) => renderMessage(message, '###', links)),
  ].join('\n');
}

function renderContents({ name, methods }: DescService): string {
  const rpcs = methods.map((method) => `  - [${method.name}](#${method.name.toLowerCase()})`);
  return [`- [${name}](#${name.toLowerCase()})`, ...rpcs].join('\n');
}

function renderService(service: DescService, links: Links): string {
  const { text } = readComment(service);
  const methods = service.methods.map((method) => renderMethod(method, links));
  return [`## ${service.name}\n`, `${linkWithin(text, links)}\n`, ...methods].join('\n');
}

function renderMethod(method: DescMethod, links: Links): string {
  const { text, labelled } = readComment(method, ['Role', 'Errors']);
  const [role, idempotency] = cutSentence(labelled.Role ?? '');
  const within = (words: string) => linkWithin(words, links, method.name);
  return [
    `### ${method.name}\n`,
    `${within(text)}\n`,
    `- **Role**: ${within(role)}`,
    `- **Idempotency**: ${within(idempotency)}`,
    `- **Errors**: ${within(labelled.Errors ?? '')}\n`,
    ...[method.input, method.output].map((message: DescMessage) => renderMessage(message, '####', links)),
  ].join('\n');
}
