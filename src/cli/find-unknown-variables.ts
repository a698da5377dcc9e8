/** What the clients of the service read, among the examples too, may be set where the service is run. */
const CLIENT_VARIABLES = ['ORGMETA_KEY'];

/**
 * Finds the variables of the environment that look like settings and aren't. Kubernetes gives each container variables
 * about the services beside it; those of a service called `orgmeta`, or `orgmeta-…`, are let pass.
 */
export function findUnknownVariables(env: NodeJS.ProcessEnv, known: readonly string[]): string[] {
  return Object.keys(env).filter(
    (name) =>
      name.startsWith('ORGMETA_') &&
      ![...known, ...CLIENT_VARIABLES].includes(name) &&
      !isServiceLink(name, env[name] ?? ''),
  );
}

function isServiceLink(name: string, value: string): boolean {
  if (/_SERVICE_(HOST|PORT(_\w+)?)$/.test(name)) return true;
  if (/_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/.test(name)) return true;
  return name.endsWith('_PORT') && /^(tcp|udp|sctp):\/\//.test(value);
}
