import type { Attack, Target } from '../attack.js';
import { beginCall, callHeaders, dataFrames, grpcMessage } from '../call-frames.js';
import { mutate } from '../mutate.js';
import { Random } from '../random.js';
import { RawConnection } from '../raw-connection.js';
import { listRpcs } from '../valid-messages.js';

/** The seed of every run, so that what one finds another finds too. */
const SEED = 20_260_101;

/** How many calls are made at once. */
const BATCH = 50;

async function sendMutated(target: Target, seconds: number): Promise<void> {
  const { key, tally } = target;
  const random = new Random(SEED);
  const rpcs = listRpcs().map((rpc) => ({ ...rpc, headers: callHeaders(rpc.path, key) }));
  const everyMessage = rpcs.flatMap(({ messages }) => messages);
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const connection = await RawConnection.open(target);
    for (let round = 0; round < 100 && performance.now() < end && connection.open; round += 1) {
      const lasting: number[] = [];
      const calls = Array.from({ length: BATCH }, () => {
        const rpc = random.pick(rpcs);
        const stream = connection.newStream();
        if (rpc.lasts) lasting.push(stream);
        const message = mutate(random.pick(rpc.messages), random.pick(everyMessage), random);
        // Now and then the length before the message is wrong, too.
        const claimed = random.below(20) === 0 ? random.below(65_536) * 70_000 : message.length;
        const framed = grpcMessage(message, {
          claimed: Math.min(claimed, 0xffff_ffff),
          compressed: random.below(50) === 0,
        });
        return Buffer.concat([beginCall(stream, rpc.headers), dataFrames(stream, framed.subarray(0, 65_000), true)]);
      });
      tally.count('calls', BATCH);
      await connection.send(Buffer.concat(calls));
      if (!(await connection.untilOpen(lasting.length))) break;
      const open = lasting.filter((stream) => connection.openStreams.has(stream));
      tally.count('lasting', open.length);
      await connection.send(Buffer.concat(open.map((stream) => connection.cancel(stream))));
      if (!(await connection.untilOpen(0))) break;
    }
    await connection.close();
  }
}

/** What is not what the proto says. */
export const MESSAGE_ATTACKS: readonly Attack[] = [
  {
    title: 'mutated messages to every rpc',
    unit: 'seconds',
    short: 3,
    full: 300,
    run: sendMutated,
  },
];
