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
 * never read. Where the request ends late, it is decided once more: the credential may have been revoked meanwhile.
 */
export function requireRole(options: RequireRoleOptions): ServerInterceptor {
  return function requireRoleInterceptor(method, call) {
    return new GuardedCall(call, method.path, options).asCall();
  };
}

/** How long its headers speak for a call whose request hasn't ended: less than the second in which a revoked key is refused. */
const LATE_MS = 500;

class GuardedCall extends PassingCall {
  readonly #path: string;
  readonly #options: RequireRoleOptions;
  /** Undefined where no credential is needed, and until the caller was admitted. */
  #admitted: { readonly metadata: Metadata; readonly time: number } | undefined;

  constructor(call: ConstructorParameters<typeof PassingCall>[0], path: string, options: RequireRoleOptions) {
    super(call);
    this.#path = path;
    this.#options = options;
  }

  override onReceiveMetadata(metadata: Metadata): void {
    if (this.#options.rules.get(this.#path)?.credential === 'none') super.onReceiveMetadata(metadata);
    else {
      this.#decide(metadata, () => {
        this.#admitted = { metadata, time: performance.now() };
        super.onReceiveMetadata(metadata);
      });
    }
  }

  // The handler begins with the end of the request, which may be held back when the message has come.
  override onReceiveHalfClose(): void {
    const admitted = this.#admitted;
    if (admitted === undefined || performance.now() - admitted.time < LATE_MS) super.onReceiveHalfClose();
    else {
      this.#decide(admitted.metadata, () => {
        super.onReceiveHalfClose();
      });
    }
  }

  /** Goes on with a call that its caller may make, at once where the credential can be told at once, and refuses another. */
  #decide(metadata: Metadata, goOn: () => void): void {
    const rule = this.#options.rules.get(this.#path);
    const admit = (caller: Caller) => {
      // A refusal is logged with who was refused.
      setCaller(metadata, caller);
      checkRole(rule, caller);
      goOn();
    };
    try {
      const caller = this.#identify(rule, metadata);
      if (caller instanceof Promise) {
        caller.then(admit).catch((error: unknown) => {
          this.#refuse(error);
        });
      } else {
        admit(caller);
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
