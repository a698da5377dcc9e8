import { Channel, type ChannelOptions } from '@grpc/grpc-js';
import { secureChannel, type UpstreamTls } from './secure-channel.js';

/** One connection of a pool, for one call. */
export interface PooledChannel {
  readonly channel: Channel;
  /** Tells that a call on it was cancelled from this side, be it by its deadline. */
  noteCancelled(): void;
}

/** Several connections to one server. */
export interface ChannelPool {
  /** Gives the next one. */
  take(): PooledChannel;
  /** Closes all; calls under way finish. */
  close(): void;
}

/** The service lets 100 calls be under way on a connection; more wait for their turn. */
const CHANNELS = 4;

/**
 * After a thousand cancelled calls (and 33 more a second) Node's HTTP/2 takes a connection for an attack and resets it,
 * with all calls on it. It is given up before.
 */
const CANCELLED_CALLS = 500;

const CHANNEL_OPTIONS: ChannelOptions = {
  // Without this, channels to one address share one connection.
  'grpc.use_local_subchannel_pool': 1,
  // A service that comes back is found within half a second; by default it may take two minutes.
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 500,
  // A connection whose other end is gone without a word is found out.
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 5_000,
  // A name with several addresses stands for several processes, and all get their share.
  'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
  'grpc.enable_retries': 0,
  'grpc.enable_channelz': 0,
};

/** Makes a pool of channels to one address, which connect when they are first needed. */
export function openChannelPool(address: string, tls: UpstreamTls | undefined): ChannelPool {
  const { security, options } = secureChannel(address, tls);
  const channels = Array.from({ length: CHANNELS }, open);
  let next = 0;

  function open() {
    return { channel: new Channel(address, security, { ...CHANNEL_OPTIONS, ...options }), cancelled: 0 };
  }

  return {
    take() {
      next = (next + 1) % CHANNELS;
      const at = next;
      const taken = (channels[at] ??= open());
      return {
        channel: taken.channel,
        noteCancelled() {
          taken.cancelled += 1;
          if (taken.cancelled < CANCELLED_CALLS || channels[at] !== taken) return;
          channels[at] = open();
          taken.channel.close();
        },
      };
    },
    close() {
      for (const { channel } of channels) channel.close();
    },
  };
}
