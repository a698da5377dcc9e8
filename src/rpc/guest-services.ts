import type { Server, ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import { guardDecoder } from '../wire/guarded-service.js';

/** A library that adds services to a server by itself. */
export interface Guest {
  addToServer(server: never): void;
}

/** How the services of a guest are changed before they are added. */
export interface GuestOptions {
  /** The most bytes of a request; a larger one is INVALID_ARGUMENT, as is one that can't be read. */
  readonly requestBytes: number;
  /** Gives the handlers that take the place of these. */
  readonly wrap: (handlers: UntypedServiceImplementation) => UntypedServiceImplementation;
}

/** Adds the services of a library, once their weak places are mended. */
export function addGuest(server: Server, guest: Guest, { requestBytes, wrap }: GuestOptions): void {
  const addService = (service: ServiceDefinition, handlers: UntypedServiceImplementation) => {
    const guarded = Object.entries(service).map(([name, method]) => {
      const requestDeserialize = guardDecoder(method.requestDeserialize, requestBytes);
      return [name, { ...method, requestDeserialize }] as const;
    });
    server.addService(Object.fromEntries(guarded), { ...handlers, ...wrap(handlers) });
  };
  guest.addToServer({ addService } as never);
}
