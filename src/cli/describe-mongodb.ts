/** Names the database of a connection string, by its hosts and its name: credentials and options are left out. */
export function describeMongodb(uri: string): string {
  const [, hosts = '', name = ''] = /^[a-z+]+:\/\/(?:[^/?]*@)?([^/?]*)\/?([^?]*)/.exec(uri) ?? [];
  return `MongoDB at ${hosts}, database ${name === '' ? 'orgmeta' : name}`;
}
