import * as prompts from '@clack/prompts';

/** Shows how far a piece of work is. */
export interface Progress {
  /** One more is done. */
  advance(): void;
  /** Ends the display with a last line. */
  stop(message: string): void;
}

/** Shows a progress bar on a terminal, and elsewhere a plain line at each tenth of the way. */
export function showProgress(title: string, total: number): Progress {
  return process.stdout.isTTY ? showBar(title, total) : showLines(title, total);
}

function showBar(title: string, total: number): Progress {
  const bar = prompts.progress({ max: total, style: 'heavy' });
  bar.start(title);
  let done = 0;
  return {
    advance: () => {
      done += 1;
      bar.advance(1, `${title}: ${done} of ${total}`);
    },
    stop: (message) => {
      bar.stop(message);
    },
  };
}

function showLines(title: string, total: number): Progress {
  const step = Math.max(1, Math.ceil(total / 10));
  let done = 0;
  console.log(`${title}: ${total}`);
  return {
    advance: () => {
      done += 1;
      if (done % step === 0 && done < total) console.log(`  ${done} of ${total}`);
    },
    stop: (message) => {
      console.log(message);
    },
  };
}
