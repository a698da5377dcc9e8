import type { Metadata, ServerInterceptor } from '@grpc/grpc-js';
import type { Authenticate } from '../../auth/authenticate.js';
import { ANONYMOUS, type Caller } from '../../auth/caller.js';
import { OrgmetaError } from '../../domain/errors.js';
import type { AccessRule } from '../access-rules.js';
import { setCaller } from '../callers.js';
import type { ToStatus } from '../report-error.js';
import { PassingCall } from './passing-call.js';

/** What decides who may call. */
export interface RequireRoleOptions {
  readonly rules: ReadonlyMap<string, AccessRule>;
  readonly authenticate: Authenticate;
  /** Lets callers without a credential call the rpcs whose rule says that theirs is optional. */
  readonly anonymousFrontend: boolean;
  readonly toStatus: ToStatus;
}

/**
 * Refuses a call that its caller may not make. It is decided when the headers arrive: a refused caller's message is
 * never read.
 */
export function requireRole(options: RequireRoleOptions): ServerInterceptor {
  return function requireRoleInterceptor(method, call) {
    return new GuardedCall(call, method.path, options).asCall();
  };
}

class GuardedCall extends PassingCall {
  readonly #path: string;
  readonly #options: RequireRoleOptions;

  constructor(call: ConstructorParameters<typeof PassingCall>[0], path: string, options: RequireRoleOptions) {
    super(call);
    this.#path = path;
    this.#options = options;
  }

  override onReceiveMetadata(metadata: Metadata): void {
    try {
      const rule = this.#options.rules.get(this.#path);
      if (rule?.credential === 'none') {
        super.onReceiveMetadata(metadata);
        return;
      }
      const caller = this.#identify(rule, metadata);
      if (caller instanceof Promise) {
        caller
          .then((late) => {
            this.#admit(rule, metadata, late);
          })
          .catch((error: unknown) => {
            this.#refuse(error);
          });
      } else {
        this.#admit(rule, metadata, caller);
      }
    } catch (error) {
      this.#refuse(error);
    }
  }

  #identify(rule: AccessRule | undefined, metadata: Metadata): Caller | Promise<Caller> {
    const [authorization] = metadata.get('authorization');
    if (authorization !== undefined) return this.#options.authenticate(String(authorization));
    if (this.#options.anonymousFrontend && rule?.credential === 'optional') return ANONYMOUS;
    throw new OrgmetaError('CREDENTIAL_MISSING', 'send the header "authorization: Bearer <credential>"');
  }

  #admit(rule: AccessRule | undefined, metadata: Metadata, caller: Caller): void {
    checkRole(rule, caller);
    setCaller(metadata, caller);
    super.onReceiveMetadata(metadata);
  }

  #refuse(error: unknown): void {
    this.inner.sendStatus(this.#options.toStatus(error, this.#path));
  }
}

function checkRole(rule: AccessRule | undefined, caller: Caller): void {
  if (rule === undefined || rule.credential === 'none') {
    throw new OrgmetaError('ROLE_NOT_ALLOWED', 'no rule says who may call this rpc', { required_role: 'none' });
  }
  if (caller.role === 'backend' || caller.role === rule.role) return;
  throw new OrgmetaError('ROLE_NOT_ALLOWED', `this rpc needs a credential of the role ${rule.role}`, {
    required_role: rule.role,
  });
}
