import type { MethodDefinition } from '@grpc/grpc-js';
import { service } from 'grpc-health-check';

/** `grpc.health.v1.Health/Check`. The package types only its server's side. */
export const HEALTH_CHECK = service.Check as unknown as MethodDefinition<
  { readonly service: string },
  { readonly status: string }
>;
