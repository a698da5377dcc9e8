import { ServerInterceptingCall, type Metadata, type ServerInterceptor } from '@grpc/grpc-js';
import type { Authenticate } from '../../auth/authenticate.js';
import type { Caller } from '../../auth/caller.js';
import { OrgmetaError } from '../../domain/errors.js';
import type { AccessRule } from '../access-rules.js';
import { setCaller } from '../callers.js';
import type { ToStatus } from '../report-error.js';

/** What decides who may call. */
export interface RequireRoleOptions {
  readonly rules: ReadonlyMap<string, AccessRule>;
  readonly authenticate: Authenticate;
  /** Lets callers without a credential call the rpcs whose rule says that theirs is optional. */
  readonly anonymousFrontend: boolean;
  readonly toStatus: ToStatus;
}

const ANONYMOUS: Caller = { role: 'frontend', organizations: undefined, credentialId: 'anonymous' };

/**
 * Refuses a call that its caller may not make. It is decided when the headers arrive: a refused caller's message is
 * never read.
 */
export function requireRole({
  rules,
  authenticate,
  anonymousFrontend,
  toStatus,
}: RequireRoleOptions): ServerInterceptor {
  const admit = (path: string, rule: AccessRule | undefined, metadata: Metadata): Caller | Promise<Caller> => {
    if (rule === undefined || rule.credential === 'none') {
      throw new OrgmetaError('ROLE_NOT_ALLOWED', `no rule says who may call ${path}`, { required_role: 'none' });
    }
    const [authorization] = metadata.get('authorization');
    if (authorization === undefined) {
      if (anonymousFrontend && rule.credential === 'optional') return ANONYMOUS;
      throw new OrgmetaError('CREDENTIAL_MISSING', 'send the header "authorization: Bearer <credential>"');
    }
    const caller = authenticate(String(authorization));
    return caller instanceof Promise ? caller.then((late) => checkRole(rule, late)) : checkRole(rule, caller);
  };

  return function requireRoleInterceptor(method, call) {
    const rule = rules.get(method.path);
    if (rule?.credential === 'none') return call as ServerInterceptingCall;
    return new ServerInterceptingCall(call, {
      start(next) {
        next({
          onReceiveMetadata(metadata, pass) {
            const refuse = (error: unknown) => {
              call.sendStatus(toStatus(error, method.path));
            };
            const enter = (caller: Caller) => {
              setCaller(metadata, caller);
              pass(metadata);
            };
            try {
              const caller = admit(method.path, rule, metadata);
              if (caller instanceof Promise) caller.then(enter).catch(refuse);
              else enter(caller);
            } catch (error) {
              refuse(error);
            }
          },
        });
      },
    });
  };
}

function checkRole(rule: Exclude<AccessRule, { credential: 'none' }>, caller: Caller): Caller {
  if (caller.role === 'backend' || caller.role === rule.role) return caller;
  throw new OrgmetaError('ROLE_NOT_ALLOWED', `this rpc needs a credential of the role ${rule.role}`, {
    required_role: rule.role,
  });
}
