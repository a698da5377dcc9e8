import path from 'node:path';

/**
 * Makes a path absolute and leaves it as it is otherwise: without a `..` behind a symbolic link, it would name another file.
 */
export function toAbsolute(file: string): string {
  if (path.isAbsolute(file)) return file;
  // No symbolic link is in the path of the working folder, so what leads out of it can be resolved.
  const [lead = ''] = /^(\.\.?(\/+|$))*/.exec(file) ?? [];
  const folder = path.resolve(lead);
  const rest = file.slice(lead.length);
  return rest === '' ? folder : `${folder === '/' ? '' : folder}/${rest}`;
}
