import type { Server, ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import { createAnswerEncoder, type Messages } from '../wire/answer-encoder.js';
import { guardService } from '../wire/guarded-service.js';
import { unary, type Handler, type UnaryOptions } from './unary.js';

/** A handler for every rpc of a service that ts-proto generated. */
export type HandlersOf<Service> = {
  readonly [Name in keyof Service]: Service[Name] extends {
    requestDeserialize: (bytes: Buffer) => infer Request;
    responseDeserialize: (bytes: Buffer) => infer Response;
  }
    ? Handler<Request, Response>
    : never;
};

/** Serves a service of ours, of the generated file whose exports are `messages`, with its handlers. */
export function addService<Service extends ServiceDefinition>(
  server: Server,
  service: Service,
  messages: Messages,
  handlers: HandlersOf<Service>,
  options: UnaryOptions,
): void {
  const implementation: UntypedServiceImplementation = {};
  for (const [name, { path }] of Object.entries(service)) {
    const handler = handlers[name as keyof Service] as Handler<unknown, unknown>;
    implementation[name] = unary(path, handler, createAnswerEncoder(path, messages), options);
  }
  server.addService(guardService(service), implementation);
}
